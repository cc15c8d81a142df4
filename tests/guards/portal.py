"""Guards of the careers pages and the candidate's page, and the test that goes red without each."""

PORTAL = "addons/ats_portal/"
MODELS = PORTAL + "models/"
DOORS = PORTAL + "controllers/"
TESTS = PORTAL + "tests/"
APPLY = TESTS + "test_apply.py::TestApply::"
FILES = TESTS + "test_apply_files.py::TestApplyFiles::"
CAREERS = TESTS + "test_careers.py::TestCareers::"
GATE = TESTS + "test_home_gate.py::TestHomeGate::"
HEADERS = TESTS + "test_headers.py::TestHeaders::"
HOME = TESTS + "test_home.py::TestHome::"
NATIVE = TESTS + "test_native_doors.py::TestNativeDoors::"
OFFER = TESTS + "test_offer_page.py::TestOfferPage::"
RATE = TESTS + "test_rate_limit.py::TestRateLimit::"

GUARDS = [
    {
        "name": "native application form is closed",
        "file": DOORS + "native_form.py",
        "remove": 'if model_name == "hr.applicant":',
        "put": "if not model_name:",
        "test": NATIVE + "test_defect_3_the_native_form_is_closed",
    },
    {
        "name": "native form filter refuses",
        "file": MODELS + "hr_applicant_apply.py",
        "remove": 'raise UserError(self.env._("This form has moved. Open the job and press Apply."))',
        "put": "return values if UserError else None",
        "test": NATIVE + "test_defect_3_the_model_refuses_the_native_form_too",
    },
    {
        "name": "recent application check is constant",
        "file": DOORS + "careers.py",
        "remove": 'return {"message": None}',
        "put": "return super().check_recent_application(field, value, job_id)",
        "test": NATIVE + "test_defect_2_the_answer_is_constant",
    },
    {
        "name": "jobs that are over or hidden take nothing",
        "file": DOORS + "apply.py",
        "remove": 'if self._ats_check_job(job) == "paused":',
        "put": 'if job.sudo()._ats_careers_state() == "paused":',
        "test": CAREERS + "test_a_recruiter_previews_a_draft",
    },
    {
        "name": "a job that is over answers gone",
        "file": DOORS + "careers.py",
        "remove": 'return 410 if job.sudo()._ats_careers_state() == "closed" else 404',
        "put": "return 404",
        "test": APPLY + "test_a046_jobs_that_take_no_applications",
    },
    {
        "name": "control characters are refused",
        "file": PORTAL + "lib/ats_apply_form/text.py",
        "remove": 'if _has_control_characters(value, multiline=rule.kind == "text"):',
        "put": "if not value:",
        "test": APPLY + "test_a049_line_breaks_in_address_and_name",
    },
    {
        "name": "forms of programs are refused",
        "file": MODELS + "ats_apply_form.py",
        "remove": 'errors["form"] = message\n',
        "put": "pass\n",
        "test": APPLY + "test_a060_programs_are_told_apart",
    },
    {
        "name": "the form has a token",
        "file": DOORS + "apply.py",
        "remove": 'if not request.validate_csrf(params.get("csrf_token")):',
        "put": "if not request:",
        "test": APPLY + "test_a066_a_foreign_page_cannot_send_the_form",
    },
    {
        "name": "files by name and content",
        "file": MODELS + "ats_apply_form.py",
        "remove": "if wrong_files := check_files(files, sniff, LIMITS):",
        "put": "if wrong_files := files and []:",
        "test": FILES + "test_what_is_no_document_is_refused_by_name_and_by_content",
    },
    {
        "name": "large requests are not read",
        "file": DOORS + "apply.py",
        "remove": "        max_content_length=MAX_REQUEST_BYTES,\n",
        "put": "",
        "test": FILES + "test_a_request_over_the_total_is_refused_before_it_is_read",
    },
    {
        "name": "rate of applications",
        "file": DOORS + "apply.py",
        "remove": 'if self._ats_is_too_frequent(params.get("email")):',
        "put": "if not request:",
        "test": RATE + "test_a058_ten_forms_a_minute_from_one_network",
    },
    {
        "name": "rate of keys",
        "file": DOORS + "home.py",
        "remove": 'self._ats_limit("key.ip", self._ats_network(), limit=20)\n'
        '        self._ats_limit("key.application", to, limit=20)',
        "put": "",
        "test": GATE + "test_a076_trying_keys_is_limited",
    },
    {
        "name": "one gate to an application",
        "file": DOORS + "gate.py",
        "remove": "        if not application_sudo or not application_sudo._ats_is_open_to(",
        "put": "        if not application_sudo or application_sudo._ats_is_open_to is (",
        "test": GATE + "test_a072_every_address_of_another_application_is_404",
    },
    {
        "name": "a key opens its own application",
        "file": MODELS + "hr_applicant_link.py",
        "remove": "if link_sudo.applicant_id.id != applicant_id:",
        "put": "if not link_sudo:",
        "test": GATE + "test_a073_a_key_opens_its_own_application_only",
    },
    {
        "name": "a revoked link closes its visit",
        "file": MODELS + "hr_applicant_link.py",
        "remove": "            if link._is_valid()\n",
        "put": "",
        "test": GATE + "test_a075_a_revoked_link_closes_the_visit_it_opened",
    },
    {
        "name": "only proven siblings show",
        "file": MODELS + "hr_applicant_link.py",
        "remove": "if not self.ats_address_proven or not self.email_normalized:",
        "put": "if not self.email_normalized:",
        "test": GATE + "test_a085_other_applications_show_only_when_proven",
    },
    {
        "name": "siblings have the same address",
        "file": MODELS + "hr_applicant_link.py",
        "remove": '("email_normalized", "=", self.email_normalized),',
        "put": "",
        "test": GATE + "test_a085_a_merged_person_shows_nothing_of_another_address",
    },
    {
        "name": "the public user owns nothing",
        "file": MODELS + "hr_applicant_link.py",
        "remove": "if not user._is_public() and user.partner_id",
        "put": "if user.partner_id",
        "test": GATE + "test_the_public_user_owns_nothing",
    },
    {
        "name": "only the candidate's documents",
        "file": MODELS + "hr_applicant_documents.py",
        "remove": 'lambda document: document.origin == "candidate"',
        "put": "lambda document: True",
        "test": HOME + "test_a080_what_colleagues_added_is_not_there",
    },
    {
        "name": "documents run nowhere",
        "file": MODELS + "hr_applicant_documents.py",
        "remove": "served = document.mimetype if document.mimetype in SERVED_TYPES else None",
        "put": "served = document.mimetype",
        "test": HOME + "test_a_document_is_never_served_as_a_page",
    },
    {
        "name": "offers in preparation do not exist",
        "file": DOORS + "gate.py",
        "remove": "if not offer_sudo or not offer_sudo._ats_is_public():",
        "put": "if not offer_sudo:",
        "test": OFFER + "test_an_offer_in_preparation_does_not_exist",
    },
    {
        "name": "withdrawn offers show no terms",
        "file": MODELS + "ats_offer.py",
        "remove": "self._ats_shown_state() in READABLE_STATES",
        "put": "bool(READABLE_STATES)",
        "test": OFFER + "test_a_withdrawn_offer_shows_no_terms",
    },
    {
        "name": "name and tick to accept",
        "file": MODELS + "ats_offer.py",
        "remove": 'if accept and not params.get("read"):',
        "put": "if not params:",
        "test": OFFER + "test_what_is_missing_is_asked_for",
    },
    {
        "name": "published only when open",
        "file": MODELS + "hr_job.py",
        "remove": "if blockers := job._ats_publish_blockers():",
        "put": "if blockers := []:",
        "test": CAREERS + "test_blockers_are_told_in_words",
    },
    {
        "name": "closing takes the page away",
        "file": MODELS + "hr_job.py",
        "remove": 'vals = {**vals, "is_published": False}',
        "put": "vals = dict(vals)",
        "test": CAREERS + "test_the_state_takes_the_page_along",
    },
    {
        "name": "hidden pay stays hidden",
        "file": MODELS + "hr_job.py",
        "remove": "if not self.ats_pay_shown or not",
        "put": "if not",
        "test": CAREERS + "test_page_tells_the_facts",
    },
    {
        "name": "hidden pay by RPC",
        "file": MODELS + "hr_job.py",
        "remove": 'ats_pay_min = fields.Monetary(groups="base.group_user")',
        "put": "",
        "test": CAREERS + "test_hidden_pay_is_no_secret_door_for_portal_users",
    },
    {
        "name": "private pages are kept nowhere",
        "file": MODELS + "ir_http.py",
        "remove": 'response.headers["Cache-Control"] = "no-store"',
        "put": "",
        "test": HEADERS + "test_a070_private_pages_are_kept_nowhere",
    },
    {
        "name": "our pages are framed by us only",
        "file": MODELS + "ir_http.py",
        "remove": 'response.headers.setdefault("Content-Security-Policy", csp)',
        "put": "",
        "test": HEADERS + "test_a068_all_our_pages_are_framed_by_us_only",
    },
]
