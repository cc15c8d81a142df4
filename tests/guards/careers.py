"""Guards of the careers list, structured data, feeds, the kept résumé and the vault, and the tests that go red."""

PORTAL = "addons/ats_portal/"
MODELS = PORTAL + "models/"
DOORS = PORTAL + "controllers/"
TESTS = PORTAL + "tests/"
LIST = TESTS + "test_careers_list.py::TestCareersList::"
PAGE = TESTS + "test_job_page.py::TestJobPage::"
FEEDS = TESTS + "test_job_channels.py::TestJobChannels::"
RESUME = TESTS + "test_apply_resume.py::TestApplyResume::"
AGREED = TESTS + "test_apply_consents.py::TestApplyConsents::"

GUARDS = [
    {
        "name": "the list has no job that is over",
        "file": MODELS + "hr_job_search.py",
        "remove": "return domain & self._ats_advertised_domain()",
        "put": "return domain",
        "test": LIST + "test_what_is_over_is_not_listed",
    },
    {
        "name": "the list keeps to the record rules",
        "file": MODELS + "hr_job_search.py",
        "remove": " & Domain(rules or Domain.TRUE)",
        "test": LIST + "test_a_recruiter_finds_drafts_and_no_confidential_job_of_others",
    },
    {
        "name": "hidden pay is found by no filter",
        "file": MODELS + "hr_job_search.py",
        "remove": "shown = job.ats_pay_shown and (job.ats_pay_max or job.ats_pay_min)",
        "put": "shown = job.ats_pay_max or job.ats_pay_min",
        "test": LIST + "test_hidden_pay_is_not_found_by_the_pay_filter",
    },
    {
        "name": "zero characters reach no query",
        "file": MODELS + "ats_careers.py",
        "remove": 'value.replace("\\0", "")',
        "put": "value",
        "test": LIST + "test_a063_nonsense_in_every_parameter",
    },
    {
        "name": "structured data for open jobs only",
        "file": MODELS + "hr_job_posting.py",
        "remove": 'if self.sudo()._ats_careers_state() != "open":',
        "put": "if not self:",
        "test": PAGE + "test_what_takes_no_applications_is_not_offered_to_search_engines",
    },
    {
        "name": "structured data cannot be left",
        "file": PORTAL + "lib/ats_feeds/jsonld.py",
        "remove": "        text = text.replace(character, escape)\n",
        "put": "        text = text or character + escape\n",
        "test": PAGE + "test_a056_a_title_cannot_leave_the_structured_data",
    },
    {
        "name": "hidden pay is not in structured data",
        "file": MODELS + "hr_job_posting.py",
        "remove": "if not self.ats_pay_shown or not (self.ats_pay_min or self.ats_pay_max):",
        "put": "if not (self.ats_pay_min or self.ats_pay_max):",
        "test": PAGE + "test_hidden_pay_is_nowhere_on_the_page",
    },
    {
        "name": "a feed has the jobs of its company only",
        "file": MODELS + "ats_job_channel.py",
        "remove": ' & Domain("company_id", "in", [False, *self.company_id.ids])',
        "test": FEEDS + "test_published_jobs_and_only_those",
    },
    {
        "name": "keys of feeds cannot be tried without end",
        "file": DOORS + "careers.py",
        "remove": '        self._ats_limit("feed.ip", self._ats_network(), limit=60)\n',
        "test": FEEDS + "test_a076_guessing_is_slowed_down",
    },
    {
        "name": "a kept résumé belongs to one job",
        "file": MODELS + "ats_apply_draft.py",
        "remove": '            ("job_id", "=", job.id),\n',
        "test": RESUME + "test_a073_a_resume_of_one_job_is_not_another_ones",
    },
    {
        "name": "a kept résumé ends after a day",
        "file": MODELS + "ats_apply_draft.py",
        "remove": '            ("expires_at", ">", fields.Datetime.now()),\n',
        "test": RESUME + "test_forgotten_after_a_day",
    },
    {
        "name": "what a résumé says is checked like typing",
        "file": MODELS + "ats_apply_draft.py",
        "remove": "if clean[name] and name not in errors",
        "put": "if clean[name] or errors is None",
        "test": RESUME + "test_what_the_parser_knows_wins_and_is_checked_like_typing",
    },
    {
        "name": "files are checked before they are kept",
        "file": DOORS + "apply_resume.py",
        "remove": "        if wrong:\n",
        "put": "        if wrong and not files:\n",
        "test": RESUME + "test_files_are_checked_by_name_and_content_before_they_are_kept",
    },
    {
        "name": "uploads are limited",
        "file": DOORS + "apply_resume.py",
        "remove": "if self._ats_uploads_too_often():",
        "put": "if not job:",
        "test": RESUME + "test_a058_uploads_are_limited",
    },
    {
        "name": "only ticked boxes are agreements",
        "file": MODELS + "ats_apply_form.py",
        "remove": ' if reading.values.get(consent["name"])]',
        "put": " if reading]",
        "test": AGREED + "test_each_purpose_is_kept_with_its_sentence",
    },
    {
        "name": "the vault takes answers of the form only",
        "file": MODELS + "ats_eeo_response.py",
        "remove": 'if answers.get(question["name"]) in dict(question["choices"])',
        "put": 'if answers.get(question["name"])',
        "test": AGREED + "test_answers_go_into_a_vault_without_a_name",
    },
    {
        "name": "one small number is not given away by the sum",
        "file": MODELS + "ats_eeo_response.py",
        "remove": "if len(hidden) == 1 and shown:",
        "put": "if len(hidden) > 99 and shown:",
        "test": AGREED + "test_small_numbers_are_not_told",
    },
    {
        "name": "equality questions come after applying only",
        "file": DOORS + "apply_equality.py",
        "remove": 'if not subject or form == "none":',
        "put": 'if form == "none":',
        "test": AGREED + "test_nobody_is_asked_before_applying",
    },
]
