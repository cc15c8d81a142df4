{
    "name": "ATS: Interviews",
    "summary": "Interviews without double booking, invitations, and blind scorecards",
    "version": "19.0.1.0.0",
    "category": "Human Resources/Recruitment",
    "author": "Odoo ATS contributors",
    "license": "LGPL-3",
    "website": "https://github.com/odoo-ats/odoo-ats",
    "depends": [
        "ats_core",
        "calendar",
    ],
    "data": [
        "security/ir.model.access.csv",
        "security/ats_interview_rules.xml",
        "security/ats_scorecard_rules.xml",
        "security/confidential.xml",
        "data/ats_interview_kit.xml",
        "data/mail_template.xml",
        "data/ir_cron.xml",
        "wizards/ats_interview_schedule_views.xml",
        "wizards/ats_interview_cancel_views.xml",
        "views/ats_interview_kit_views.xml",
        "views/ats_scorecard_views.xml",
        "views/ats_interview_views.xml",
        "views/hr_applicant_views.xml",
        "views/ats_interview_menus.xml",
    ],
    "demo": ["demo/company.xml"],
    "assets": {
        "web.assets_backend": [
            "ats_interview/static/src/**/*",
        ],
        "web.assets_tests": [
            "ats_interview/static/tests/tours/**/*",
        ],
    },
    "pre_init_hook": "pre_init_hook",
}
