"""Guards of applications, contacts, links and documents: the line, and the test that goes red without it."""

MODELS = "addons/ats_core/models/"
TESTS = "addons/ats_core/tests/"
CONTACTS = TESTS + "test_contacts.py::TestContacts::"
RIGHTS = TESTS + "test_rights.py::TestRights::"
LINKS = TESTS + "test_links.py::TestLinks::"
MOVE = TESTS + "test_move.py::TestMove::"
REFUSE = TESTS + "test_refuse.py::TestRefuse::"
APPLY = TESTS + "test_apply.py::TestApply::"
STATE = TESTS + "test_state.py::TestState::"

GUARDS = [
    {
        "name": "application: a list with a row is not taken for empty",
        "file": "addons/ats_core/models/application/empty_lists.py",
        "remove": " if not is_there}",
        "put": "}",
        "test": "addons/ats_core/tests/test_empty_lists.py::TestEmptyLists::test_what_has_rows_is_read",
    },
    {
        "name": "application: what is being typed is not asked for in the database",
        "file": "addons/ats_core/models/application/empty_lists.py",
        "remove": " and isinstance(self.id, int)",
        "put": "",
        "test": "addons/ats_core/tests/test_empty_lists.py::TestEmptyLists::test_what_is_typed_is_no_row",
    },
    {
        "name": "application: a row that is not in the database yet counts",
        "file": "addons/ats_core/models/application/empty_lists.py",
        "remove": ", to_flush=inverse",
        "put": "",
        "test": "addons/ats_core/tests/test_empty_lists.py::TestEmptyLists::test_a_row_that_is_not_written_yet_counts",
    },
    {
        "name": "applications leave contacts alone (defect 1)",
        "file": MODELS + "message/contact_guard.py",
        "remove": "        if not self.env.user._is_internal():\n            return\n        for applicant in self"
        '.filtered("partner_id.ats_candidate_partner"):',
        "put": '        super()._inverse_partner_email()\n        for applicant in self.filtered("partner_id"):',
        "test": CONTACTS + "test_application_leaves_contacts_alone",
    },
    {
        "name": "only the candidate's own contact is corrected",
        "file": MODELS + "message/contact_guard.py",
        "remove": 'self.filtered("partner_id.ats_candidate_partner")',
        "put": 'self.filtered("partner_id")',
        "test": CONTACTS + "test_recruiter_corrects_the_candidates_own_contact_only",
    },
    {
        "name": "a found contact is not attached by a message",
        "file": MODELS + "message/contact_guard.py",
        "remove": "super(NativeApplicant, self)._message_post_after_hook",
        "put": "super()._message_post_after_hook",
        "test": CONTACTS + "test_a_found_contact_is_not_attached_by_a_message",
    },
    {
        "name": "contacts of candidates carry the mark",
        "file": MODELS + "message/contact_guard.py",
        "remove": 'values_by_email[email]["ats_candidate_partner"] = True',
        "put": "continue",
        "test": CONTACTS + "test_contact_made_by_the_chatter_is_a_candidates",
    },
    {
        "name": "refused applications are found (defect 6)",
        "file": MODELS + "application/state.py",
        "remove": '        return [("ats_state", "in", states)]',
        "put": "        return super()._search_application_status(operator, value)",
        "test": STATE + "test_native_search_finds_refused_applications",
    },
    {
        "name": "asking for ended applications looks at archived rows",
        "file": MODELS + "application/state.py",
        "remove": "active_test = not self._ats_asks_for_ended(Domain(domain))",
        "put": "active_test = True",
        "test": STATE + "test_native_search_finds_refused_applications",
    },
    {
        "name": "each record keeps its own previous stage (defect 7)",
        "file": MODELS + "application/move.py",
        "remove": 'moving.grouped("stage_id").items()',
        "put": "{moving[0].stage_id: moving}.items()",
        "test": MOVE + "test_bulk_move_keeps_each_previous_stage",
    },
    {
        "name": "interviewers write nothing but talk (defect 8)",
        "file": MODELS + "application/doors.py",
        "remove": "        self._ats_check_may_write(vals)\n",
        "test": RIGHTS + "test_interviewer_writes_nothing_but_talk",
    },
    {
        "name": "a forged context is no verb",
        "file": MODELS + "application/verb.py",
        "remove": 'env.context.get("ats_verb") is VERB',
        "put": 'bool(env.context.get("ats_verb"))',
        "test": TESTS + "test_doors.py::TestDoors::test_a_forged_context_leaves_the_same_traces",
    },
    {
        "name": "moving takes the right to decide",
        "file": MODELS + "application/move.py",
        "remove": "        moving._ats_check_decides()\n",
        "test": MOVE + "test_interviewer_does_not_move",
    },
    {
        "name": "ended applications do not move",
        "file": MODELS + "application/entry.py",
        "remove": 'if applicant.ats_state not in ("ongoing", "hired"):',
        "put": "if not applicant:",
        "test": MOVE + "test_ended_application_does_not_move",
    },
    {
        "name": "hired people are not refused",
        "file": MODELS + "application/refuse.py",
        "remove": "        ending._ats_check_decides()\n        ending._ats_check_not_hired()\n"
        "        ending._ats_end(\n"
        '            "refused",',
        "put": '        ending._ats_check_decides()\n        ending._ats_end(\n            "refused",',
        "test": REFUSE + "test_hired_candidate_is_not_refused",
    },
    {
        "name": "a second application joins the open one",
        "file": MODELS + "application/apply.py",
        "remove": "        applicant = self._ats_open_application(candidate, job)\n",
        "put": "        applicant = self.browse()\n",
        "test": APPLY + "test_second_application_of_a_person_is_the_first_one",
    },
    {
        "name": "contradicting names are two people",
        "file": MODELS + "candidate/ats_candidate.py",
        "remove": 'if not names_contradict(candidate.name, vals.get("name")):',
        "put": "if candidate:",
        "test": APPLY + "test_people_who_share_a_mailbox_stay_two",
    },
    {
        "name": "unknown values of an application are refused",
        "file": MODELS + "application/apply.py",
        "remove": "        if unknown:\n",
        "put": "        if False:\n",
        "test": APPLY + "test_unknown_values_are_refused",
    },
    {
        "name": "expired and revoked links open nothing",
        "file": MODELS + "access/ats_access_link.py",
        "remove": "if not link_sudo.applicant_id or not link_sudo._is_valid():",
        "put": "if not link_sudo.applicant_id:",
        "test": LINKS + "test_expired_revoked_and_unknown_links_open_nothing",
    },
    {
        "name": "tokens go to the candidate alone",
        "file": MODELS + "access/mail_mail.py",
        "remove": "if not address or recipients != {address}:",
        "put": "if not address:",
        "test": LINKS + "test_nobody_else_gets_a_token",
    },
    {
        "name": "people who do not want it are not mailed",
        "file": MODELS + "candidate/mail_gate.py",
        "remove": '{"do_not_contact": self.env._("Does not want to be contacted.")} if person.do_not_contact else {}',
        "put": "{}",
        "test": LINKS + "test_candidate_mail_needs_no_contact_and_respects_do_not_contact",
    },
    {
        "name": "confidential applications are for the team",
        "file": "addons/ats_core/security/confidential.xml",
        "remove": "'|', '|', '|', ('job_id', '=', False),",
        "put": "'|', '|', '|', (1, '=', 1),",
        "test": TESTS + "test_confidential.py::TestConfidential::test_confidential_job_is_for_its_team",
    },
    {
        "name": "the journal is never edited",
        "file": MODELS + "event/ats_event.py",
        "remove": 'raise UserError(self.env._("The event journal is never edited."))',
        "put": "return super().write(vals)",
        "test": TESTS + "test_event.py::TestEvent::test_journal_is_not_edited",
    },
    {
        "name": "files are not read inside the request (defect 9)",
        "file": MODELS + "document/ir_attachment.py",
        "remove": '        if self.env.context.get("ats_skip_index"):\n            return None\n',
        "test": TESTS + "test_document_doors.py::TestDocumentDoors::test_ours_is_not_unpacked_and_ends_with_a_reason",
    },
    {
        "name": "addresses have a plain index (defect 10)",
        "file": MODELS + "application/state.py",
        "remove": '    _ats_email_idx = models.Index("(email_normalized) WHERE email_normalized IS NOT NULL")\n',
        "update": True,
        "test": STATE + "test_equality_of_addresses_has_a_plain_index",
    },
    {
        "name": "the watchdog leaves work that the runner took",
        "file": MODELS + "work/queue_job.py",
        "remove": '        if locked.filtered(lambda job: job.state in ("pending", "enqueued")):\n',
        "put": "        if locked:\n",
        "test": TESTS + "test_work.py::TestWork::test_work_that_the_runner_took_meanwhile_is_left_alone",
    },
]
