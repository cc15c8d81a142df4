{
    "name": "ATS: Résumés and Matching",
    "summary": "Reads résumés and says, with reasons, how they meet the job; no network needed",
    "version": "19.0.1.0.0",
    "category": "Human Resources/Recruitment",
    "author": "Odoo ATS contributors",
    "license": "LGPL-3",
    "website": "https://github.com/odoo-ats/odoo-ats",
    "depends": [
        "ats_core",
        "ats_interview",
    ],
    "external_dependencies": {"python": ["phonenumbers"]},
    "data": [
        "security/ir.model.access.csv",
        "security/ats_ai_rules.xml",
        "security/confidential.xml",
        "views/match_panel.xml",
        "views/facts_panel.xml",
        "views/hr_applicant_views.xml",
        "views/hr_skill_views.xml",
    ],
    "demo": ["demo/company.xml"],
}
