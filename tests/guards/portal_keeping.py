"""Guards of consent texts, the time to keep, what is kept between visits, third parties and exports."""

CORE = "addons/ats_core/"
PORTAL = "addons/ats_portal/"
KEPT = PORTAL + "tests/test_careers_kept.py::TestCareersKept::"
THIRD = PORTAL + "tests/test_third_parties.py::TestThirdParties::"
ATTACKS = PORTAL + "tests/test_attacks.py::TestAttacks::"
TEXTS = CORE + "tests/test_consent_text.py::TestConsentText::"
RETENTION = CORE + "tests/test_retention_end.py::TestRetentionEnd::"

GUARDS = [
    {
        "name": "keeping: a department's new name shows at once",
        "file": PORTAL + "models/ats_careers_change.py",
        "remove": '    "hr_department": "OF name",\n',
        "update": True,
        "test": KEPT + "test_a_change_shows_at_once",
    },
    {
        "name": "keeping: no earlier version of the careers pages comes back",
        "file": PORTAL + "models/ats_careers_change.py",
        "remove": "        if self.env.cr.rowcount:\n",
        "put": "        if not self.env:\n",
        "test": KEPT + "test_no_earlier_version_comes_back",
    },
    {
        "name": "keeping: no fonts from elsewhere (A070)",
        "file": PORTAL + "static/src/scss/own_fonts.scss",
        "remove": 'map-remove($-font-config, "url")',
        "put": "$-font-config",
        "test": THIRD + "test_a070_our_pages_ask_nobody_else",
    },
    {
        "name": "keeping: a captcha that is asked for is looked at (A060)",
        "file": PORTAL + "models/ats_apply_form.py",
        "remove": "self._robot_message(job, params) or self._captcha_message(job)",
        "put": "self._robot_message(job, params)",
        "test": THIRD + "test_a070_no_captcha_unless_the_company_wants_one",
    },
    {
        "name": "keeping: a captcha is off by itself",
        "file": PORTAL + "models/ats_apply_captcha.py",
        "remove": 'return ACTION if company_sudo.ats_captcha else ""',
        "put": "return ACTION",
        "test": THIRD + "test_a070_no_captcha_unless_the_company_wants_one",
    },
    {
        "name": "keeping: words that were agreed to stay",
        "file": CORE + "models/privacy/consent_text.py",
        "remove": '        if {"text", "why", "purpose", "lang", "company_id"} & vals.keys():\n',
        "put": "        if not vals:\n",
        "test": TEXTS + "test_words_that_were_agreed_to_stay",
    },
    {
        "name": "keeping: a legal hold stands against the end",
        "file": CORE + "models/privacy/retention_end.py",
        "remove": '                ("legal_hold", "=", False),\n                ("retention_until", "<",',
        "put": '                ("retention_until", "<",',
        "test": RETENTION + "test_a_legal_hold_stands_against_the_end",
    },
    {
        "name": "keeping: people are asked once",
        "file": CORE + "models/privacy/retention_end.py",
        "remove": ".filtered(lambda person: person.ats_renewal_asked_for != person.retention_until)",
        "put": "",
        "test": RETENTION + "test_asked_once_before_the_end_and_again_after_agreeing_anew",
    },
    {
        "name": "keeping: what stands against erasing keeps the person",
        "file": CORE + "models/privacy/retention_end.py",
        "remove": " and not self.sudo()._erase_blockers()",
        "put": "",
        "test": RETENTION + "test_erased_when_the_company_chose_so_unless_something_stands_against_it",
    },
    {
        "name": "keeping: no formula in exported text (A053)",
        "file": CORE + "controllers/export.py",
        "remove": "_harmless(rows, FORMULA_IN_TEXT)",
        "put": "rows",
        "test": ATTACKS + "test_a053_no_exported_name_is_a_formula",
    },
    {
        "name": "keeping: no formula in an exported workbook (A053)",
        "file": CORE + "controllers/export.py",
        "remove": "from_data(fields, columns_headers, _harmless(rows, FORMULA_IN_WORKBOOK))",
        "put": "from_data(fields, columns_headers, rows)",
        "test": ATTACKS + "test_a053_no_exported_name_is_a_formula",
    },
    {
        "name": "keeping: the hash of a key is for nobody (A074)",
        "file": CORE + "models/access/ats_access_link.py",
        "remove": ", groups=fields.NO_ACCESS)",
        "put": ")",
        "test": ATTACKS + "test_a074_the_database_has_no_usable_key",
    },
]
