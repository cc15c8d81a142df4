"""Guards of the candidate's home, messages and privacy, and the test that goes red without each."""

CORE = "addons/ats_core/models/"
PORTAL = "addons/ats_portal/"
TALK = "addons/ats_core/tests/test_conversation.py::TestConversation::"
WRITING = "addons/ats_core/tests/test_mail_gate.py::TestMailGate::"
PRIVACY = "addons/ats_core/tests/test_privacy.py::TestPrivacy::"
DATA = PORTAL + "tests/test_home_data.py::TestHomeData::"
MESSAGES = PORTAL + "tests/test_home_messages.py::TestHomeMessages::"
GATE = PORTAL + "tests/test_home_gate.py::TestHomeGate::"

GUARDS = [
    {
        "name": "home: only marked messages reach the candidate",
        "file": CORE + "message/conversation.py",
        "remove": '("res_id", "=", self.id), ("ats_with_candidate", "!=", False)],',
        "put": '("res_id", "=", self.id)],',
        "test": MESSAGES + "test_a080_notes_and_their_files_are_not_there",
    },
    {
        "name": "home: the mark is not written through the API",
        "file": CORE + "message/mail_message.py",
        "remove": "        groups=fields.NO_ACCESS,\n",
        "test": TALK + "test_nobody_marks_a_message_through_the_api",
    },
    {
        "name": "home: followers among candidates get no copy (A082)",
        "file": CORE + "message/conversation.py",
        "remove": 'if entry["id"] not in own.ids or entry["id"] in addressed]',
        "put": "if addressed or own or True]",
        "test": TALK + "test_a082_a_candidate_that_follows_gets_no_copy_of_the_talk_of_colleagues",
    },
    {
        "name": "home: a colleague's mail about a note stays inside",
        "file": CORE + "message/conversation.py",
        "remove": '            and parent_sudo.ats_with_candidate == "from"\n',
        "test": TALK + "test_a_colleagues_mail_about_a_note_stays_inside",
    },
    {
        "name": "home: interviewers do not write to candidates",
        "file": CORE + "message/conversation.py",
        "remove": "        if not self._ats_decides():\n",
        "put": "        if not self:\n",
        "test": TALK + "test_interviewers_do_not_write_to_candidates",
    },
    {
        "name": "home: who unsubscribed is left alone",
        "file": CORE + "message/mail_gate.py",
        "remove": '                blockers[applicant]["unsubscribed"] = self.env._("Unsubscribed from such mails.")\n',
        "put": "                pass\n",
        "test": TALK + "test_who_unsubscribed_is_not_written_to",
    },
    {
        "name": "gate: mails on our own account rest on an agreement",
        "file": CORE + "privacy/mail_gate.py",
        "remove": "            if needed - agreed[person]:\n",
        "put": "            if False:\n",
        "test": WRITING + "test_on_our_own_account_only_who_agreed",
    },
    {
        "name": "gate: text messages need an agreement of their own",
        "file": CORE + "privacy/mail_gate.py",
        "remove": ', channel == "sms" and "sms"}',
        "put": "}",
        "test": WRITING + "test_text_messages_need_an_agreement_of_their_own",
    },
    {
        "name": "gate: the verb that mails asks the gate",
        "file": CORE + "message/candidate_mail.py",
        "remove": "self.filtered(lambda applicant: not blockers[applicant])",
        "put": "self",
        "test": WRITING + "test_do_not_contact_holds_for_everything",
    },
    {
        "name": "home: unsubscribe links are signed",
        "file": CORE + "message/message_preference.py",
        "remove": 'if not known or not consteq(self._signature(applicant_id, kind), signature or ""):',
        "put": "if not known:",
        "test": TALK + "test_an_unsubscribe_link_cannot_be_made_up",
    },
    {
        "name": "home: five tries for a code (A087)",
        "file": CORE + "access/ats_access_code.py",
        "remove": "WHERE id = %s AND tries < %s RETURNING tries",
        "put": "WHERE id = %s AND tries < %s + 99 RETURNING tries",
        "test": PRIVACY + "test_a087_five_tries_and_fifteen_minutes",
    },
    {
        "name": "home: a code works once (A087)",
        "file": CORE + "access/ats_access_code.py",
        "remove": "                row.used_at = fields.Datetime.now()\n",
        "test": PRIVACY + "test_a087_a_code_works_once_and_for_its_purpose",
    },
    {
        "name": "home: erasing takes the code (A087)",
        "file": PORTAL + "models/hr_applicant_data.py",
        "remove": 'if not self.env["ats.access.code"]._redeem(self, "erasure", code):',
        "put": "if not self:",
        "test": DATA + "test_a087_erasing_takes_a_code_by_mail_and_is_asked_once",
    },
    {
        "name": "home: legal hold",
        "file": CORE + "privacy/erase.py",
        "remove": "        if self.legal_hold:\n",
        "put": "        if not self:\n",
        "test": PRIVACY + "test_a_hold_a_duty_and_a_job_stand_against_it",
    },
    {
        "name": "home: only privacy officers erase",
        "file": CORE + "privacy/erase.py",
        "remove": "if not self.env.su and not self.env.user.has_group(ERASERS):",
        "put": "if not self:",
        "test": PRIVACY + "test_only_the_privacy_officer_erases",
    },
    {
        "name": "home: erasing takes messages and files along",
        "file": CORE + "privacy/erase.py",
        "remove": "            trace.exists().unlink()  # a mail takes its message along\n",
        "put": "            trace.exists()\n",
        "test": PRIVACY + "test_an_erased_person_is_nowhere",
    },
    {
        "name": "home: links of the old address end (A086)",
        "file": PORTAL + "models/hr_applicant_data.py",
        "remove": '        self.env["ats.access.link"].search([("applicant_id", "=", self.id)])._revoke()\n',
        "test": DATA + "test_a086_a_new_address_confirms_and_the_old_one_is_told",
    },
    {
        "name": "home: a merged person's other address stays apart (A085)",
        "file": PORTAL + "models/hr_applicant_data.py",
        "remove": "return self.ats_address_proven and person.email_normalized == self.email_normalized",
        "put": "return bool(self.ats_address_proven and person)",
        "test": DATA + "test_a085_a_merged_person_agrees_to_nothing_for_another_address",
    },
    {
        "name": "home: an account that exists is not handed over (A088)",
        "file": PORTAL + "models/hr_applicant_account.py",
        "remove": "if not self._ats_may_have_account() or is_taken:",
        "put": "if not self._ats_may_have_account():",
        "test": DATA + "test_a088_an_account_that_exists_is_not_taken_over",
    },
    {
        "name": "home: every page of an application is behind the gate (A072)",
        "file": PORTAL + "controllers/gate.py",
        "remove": "if not application_sudo or not application_sudo._ats_is_open_to(request.env.user, link_ids):",
        "put": "if not application_sudo:",
        "test": GATE + "test_a072_every_address_of_another_application_is_404",
    },
    {
        "name": "home: messages need the token of the page (A066)",
        "file": PORTAL + "controllers/home.py",
        "remove": '"website": True, "sitemap": False}',
        "put": '"website": True, "sitemap": False, "csrf": False}',
        "test": MESSAGES + "test_a066_a_message_needs_the_token_of_the_page",
    },
    {
        "name": "home: writing is limited",
        "file": PORTAL + "controllers/messages.py",
        "remove": '        self._ats_limit("message.application", applicant_id, limit=10)\n',
        "test": MESSAGES + "test_writing_is_limited",
    },
]
