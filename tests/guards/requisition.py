"""Guards of requisitions, approvals, openings and of who may see what."""

SUITE = "tests/suite/"
APPROVAL = "addons/ats_core/models/approval/"
REQUISITION = "addons/ats_core/models/requisition/"
HIRE = "addons/ats_core/models/hire/"
TESTS = "addons/ats_core/tests/"
ENGINE = TESTS + "test_approval.py::TestApproval::"
LINK = TESTS + "test_approval_link.py::TestApprovalLink::"
REQUEST = TESTS + "test_requisition.py::TestRequisition::"
RETENTION = TESTS + "test_retention.py::TestRetention::"
OPENING = TESTS + "test_opening.py::TestOpening::"

GUARDS = [
    {
        "name": "the access matrix is watched",
        "file": "addons/ats_core/security/hire/ir.model.access.csv",
        "remove": "model_ats_hire,hr_recruitment.group_hr_recruitment_user,1,0,0,0",
        "put": "model_ats_hire,hr_recruitment.group_hr_recruitment_user,1,1,0,0",
        "test": SUITE + "test_access_matrix.py::TestAccessMatrix::test_the_table_is_what_the_addons_grant",
    },
    {
        "name": "hires of confidential jobs",
        "file": "addons/ats_core/security/hire/hire_rules.xml",
        "remove": "('applicant_id.job_id.ats_restricted', '=', False),",
        "put": "(1, '=', 1),",
        "test": SUITE + "test_own_jobs_only.py::TestOwnJobsOnly::test_confidential_rows_are_for_the_hiring_team",
    },
    {
        "name": "stays of the own jobs only",
        "file": "addons/ats_core/security/pipeline/stage_log_rules.xml",
        "remove": "[('job_id.ats_hiring_manager_id', '=', user.id)]",
        "put": "[(1, '=', 1)]",
        "test": SUITE + "test_own_jobs_only.py::TestOwnJobsOnly::test_a_hiring_manager_sees_rows_of_the_own_jobs_only",
    },
    {
        "name": "approval: nobody approves the own request",
        "file": APPROVAL + "approval_run.py",
        "remove": "if self.env.uid in self._barred():",
        "put": "if not self:",
        "test": ENGINE + "test_the_requester_does_not_stand_in",
    },
    {
        "name": "approval: only who was asked or stands in",
        "file": APPROVAL + "approval_run.py",
        "remove": 'if row.user_id not in self.env["ats.approval.delegate"]._acting_for(self.env.user):',
        "put": "if not self:",
        "test": ENGINE + "test_nobody_stands_in_before_or_after",
    },
    {
        "name": "approval: whose turn it is",
        "file": APPROVAL + "approval_run.py",
        "remove": 'if self.state != "running" or row.state != "open":',
        "put": "if not self:",
        "test": ENGINE + "test_a_second_decision_finds_the_first",
    },
    {
        "name": "approval: a rejection says why",
        "file": APPROVAL + "approval_run.py",
        "remove": "if not approve and not comment:",
        "put": "if not self:",
        "test": ENGINE + "test_one_rejection_ends_it_and_says_why",
    },
    {
        "name": "approval: a change of the groups begins anew",
        "file": APPROVAL + "ats_approval.py",
        "remove": 'if approval.state == "running" and approval._shape() != shape:',
        "put": "if not approval:",
        "test": ENGINE + "test_a_change_of_a_group_itself_begins_anew",
    },
    {
        "name": "approval: links end with their time",
        "file": APPROVAL + "approval_link.py",
        "remove": "self.expires_at <= fields.Datetime.now() or ",
        "test": LINK + "test_an_expired_link_opens_nothing",
    },
    {
        "name": "approval: a link opens one request",
        "file": APPROVAL + "approval_link.py",
        "remove": "link.approver_id.id == row_id and ",
        "test": LINK + "test_the_link_of_one_request_opens_no_other",
    },
    {
        "name": "approval: keys for who was told only",
        "file": APPROVAL + "approval_link.py",
        "remove": 'if row_sudo.state != "open" or len(people) != 1:',
        "put": "people = row_sudo.user_id\n        if not row_sudo:",
        "test": LINK + "test_a_mail_to_somebody_else_carries_no_key",
    },
    {
        "name": "approved terms are fixed",
        "file": REQUISITION + "ats_requisition.py",
        "remove": "if TERMS & vals.keys() and any(",
        "put": "if not vals and any(",
        "test": REQUEST + "test_approved_terms_are_fixed_until_they_are_taken_back",
    },
    {
        "name": "no publication before approval",
        "file": REQUISITION + "hr_job.py",
        "remove": "elif self.ats_needs_requisition:",
        "put": "elif not self:",
        "test": REQUEST + "test_a_job_that_needs_approval_is_not_published_before",
    },
    {
        "name": "nobody is hired beyond the openings",
        "file": HIRE + "hire_opening.py",
        "remove": "if not claimed_sudo:",
        "put": "if not self:",
        "test": OPENING + "test_hiring_beyond_the_openings_is_refused",
    },
    {
        "name": "frozen requisitions fill no opening",
        "file": REQUISITION + "ats_requisition.py",
        "remove": 'LIVE = ("approved", "open")',
        "put": 'LIVE = ("approved", "open", "frozen")',
        "test": OPENING + "test_a_frozen_requisition_is_not_hired_on",
    },
    {
        "name": "native arithmetic leaves openings alone",
        "file": REQUISITION + "hr_job.py",
        "remove": 'if "no_of_recruitment" in vals and not self.env.context.get("ats_counts_openings"):',
        "put": "if not self:",
        "test": OPENING + "test_the_native_target_is_not_typed_over_openings",
    },
    {
        "name": "an undone hire opens its opening",
        "file": HIRE + "unhire.py",
        "remove": "        hire_sudo.opening_id._release()\n",
        "test": OPENING + "test_undoing_opens_it_again",
    },
    {
        "name": "requisition: a job is made for an approved one only",
        "file": REQUISITION + "ats_job_start.py",
        "remove": "        if self.state not in LIVE:\n            raise UserError(self._state_sentence())\n",
        "test": REQUEST + "test_a_job_from_a_template_has_what_was_approved",
    },
    {
        "name": "requisition: the planned range is not shown to candidates unasked",
        "file": REQUISITION + "ats_job_start.py",
        "remove": '            "ats_pay_shown": False,\n',
        "test": REQUEST + "test_a_job_from_a_template_has_what_was_approved",
    },
    {
        "name": "requisition: the approved department stays",
        "file": REQUISITION + "ats_requisition.py",
        "remove": 'if requisition.state in ("draft", "to_approve") or not requisition.department_id:',
        "put": "if requisition:",
        "test": REQUEST + "test_another_job_does_not_change_the_approved_department",
    },
    {
        "name": "retention: the longest policy of the person's jobs holds",
        "file": "addons/ats_core/models/privacy/retention.py",
        "remove": "return max(days, default=None)",
        "put": "return min(days, default=None)",
        "test": RETENTION + "test_the_longest_of_the_jobs_holds_and_a_new_application_stops_it",
    },
    {
        "name": "retention: not before the law lets go",
        "file": "addons/ats_core/models/privacy/retention.py",
        "remove": ", by_law)",
        "put": ", ended)",
        "test": RETENTION + "test_not_before_the_law_lets_go",
    },
    {
        "name": "templates: the retention comes along",
        "file": "addons/ats_core/models/privacy/retention.py",
        "remove": ', "ats_retention_months"]',
        "put": "]",
        "test": RETENTION + "test_a_template_takes_the_policy_along",
    },
    {
        "name": "approval: pay in a list is for who decides now",
        "file": APPROVAL + "ats_approval_approver.py",
        "remove": "            if row._may_be_read_in_full():",
        "put": "            if row:",
        "test": TESTS + "test_my_day_approvals.py::TestMyDayApprovals::test_a_list_tells_in_one_line_what_is_asked",
    },
    {
        "name": "approval: the bell counts it today",
        "file": APPROVAL + "approval_ask.py",
        "remove": "date_deadline=fields.Date.context_today(record),",
        "put": "date_deadline=fields.Date.add(fields.Date.context_today(record), days=3),",
        "test": TESTS + "test_my_day_approvals.py::TestMyDayApprovals::test_the_bell_counts_it_today",
    },
    {
        "name": "requisition: figures of the board ask for the right to read",
        "file": REQUISITION + "requisition_board.py",
        "remove": '        self.check_access("read")\n',
        "put": "        self = self.sudo()\n",
        "test": REQUEST + "test_the_board_compares_plan_and_fact_of_what_it_shows",
    },
    {
        "name": "requisition: costs above the board are for who may see pay",
        "file": REQUISITION + "requisition_board.py",
        "remove": 'if self._has_field_access(self._fields["planned_cost"], "read"):',
        "put": "if self:",
        "test": REQUEST + "test_the_board_compares_plan_and_fact_of_what_it_shows",
    },
    {
        "name": "approval: the page of the link speaks the language of who decides",
        "file": "addons/ats_core/controllers/approval.py",
        "remove": "        request.update_context(lang=person.lang or request.env.lang, tz=person.tz)\n",
        "put": "",
        "test": LINK + "test_the_page_speaks_the_language_of_who_decides",
    },
]
