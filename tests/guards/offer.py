"""Guards of offers and hiring: what stands there, and the test that goes red without it."""

OFFER = "addons/ats_core/models/offer/"
HIRE = "addons/ats_core/models/hire/"
TESTS = "addons/ats_core/tests/"
FLOW = TESTS + "test_offer_flow.py::TestOfferFlow::"
ANSWER = TESTS + "test_offer_answer.py::TestOfferAnswer::"
RIGHTS = TESTS + "test_offer_rights.py::TestOfferRights::"
TIMED = TESTS + "test_offer_timed.py::TestOfferTime::"
LETTER = TESTS + "test_offer_letter.py::TestOfferLetter::"
ONCE = TESTS + "test_hire_once.py::TestHireOnce::"
EMPLOYEE = TESTS + "test_hire_employee.py::TestHireEmployee::"

GUARDS = [
    {
        "name": "states of offers are written by verbs",
        "file": OFFER + "ats_offer.py",
        "remove": "if KEPT_BY_VERBS & vals.keys():",
        "put": "if not vals:",
        "test": FLOW + "test_states_and_seals_are_never_typed",
    },
    {
        "name": "sent terms are fixed",
        "file": OFFER + "ats_offer.py",
        "remove": "if TERMS & vals.keys() and any(offer.state != \"draft\" for offer in self):",
        "put": "if not vals:",
        "test": FLOW + "test_sent_terms_are_fixed",
    },
    {
        "name": "finished offers are immutable",
        "file": OFFER + "ats_offer.py",
        "remove": "if \"hr_responsible_id\" in vals and any(offer.is_finished for offer in self):",
        "put": "if not vals:",
        "test": ANSWER + "test_a_finished_offer_is_immutable",
    },
    {
        "name": "offers begin as drafts",
        "file": OFFER + "ats_offer.py",
        "remove": "            self._check_starts_as_draft(vals)\n",
        "put": "            pass\n",
        "test": FLOW + "test_nobody_creates_an_accepted_offer",
    },
    {
        "name": "the author of an offer is not chosen",
        "file": OFFER + "ats_offer.py",
        "remove": "            \"author_id\": self.env.uid,\n",
        "test": FLOW + "test_the_author_is_who_makes_it",
    },
    {
        "name": "what was sent is not deleted",
        "file": OFFER + "ats_offer.py",
        "remove": "if any(offer.sent_at for offer in self):",
        "put": "if not self:",
        "test": FLOW + "test_what_was_sent_is_not_deleted",
    },
    {
        "name": "trigger: an ended offer never ends again",
        "file": OFFER + "ats_offer.py",
        "remove": "OLD.state IN %(finished)s AND",
        "put": "OLD.state NOT IN %(finished)s AND FALSE AND",
        "update": True,
        "test": FLOW + "test_an_ended_offer_never_ends_again",
    },
    {
        "name": "trigger: sent terms never change",
        "file": OFFER + "ats_offer.py",
        "remove": "OR OLD.letter_sha256 IS NOT NULL AND (",
        "put": "OR FALSE AND (",
        "update": True,
        "test": FLOW + "test_an_ended_offer_never_ends_again",
    },
    {
        "name": "index: one offer waits for an application",
        "file": OFFER + "ats_offer.py",
        "remove": "\"(applicant_id) WHERE state = 'sent'\"",
        "put": "\"(applicant_id, id) WHERE state = 'sent'\"",
        "update": True,
        "test": FLOW + "test_two_offers_never_wait_at_once",
    },
    {
        "name": "an offer is answered once",
        "file": OFFER + "offer_answer.py",
        "remove": "        if self.state in (\"accepted\", \"declined\"):\n            return self.state\n",
        "test": ANSWER + "test_a_second_answer_changes_nothing",
    },
    {
        "name": "the time to answer is over",
        "file": OFFER + "offer_answer.py",
        "remove": "if self.expires_at <= fields.Datetime.now():",
        "put": "if not self:",
        "test": ANSWER + "test_the_time_is_over_before_the_cron_says_so",
    },
    {
        "name": "only what was read is accepted",
        "file": OFFER + "offer_answer.py",
        "remove": "        self._check_was_read(evidence)\n",
        "test": ANSWER + "test_only_what_was_on_the_screen_is_accepted",
    },
    {
        "name": "accepting takes a name",
        "file": OFFER + "offer_answer.py",
        "remove": "if accept and not (evidence.get(\"name\") or \"\").strip():",
        "put": "if not self:",
        "test": ANSWER + "test_accepting_takes_a_name",
    },
    {
        "name": "evidence keeps what is listed",
        "file": OFFER + "offer_answer.py",
        "remove": "            **kept,\n",
        "put": "            **evidence,\n",
        "test": ANSWER + "test_the_evidence_is_kept",
    },
    {
        "name": "nobody approves the own offer",
        "file": OFFER + "offer_flow.py",
        "remove": " and self.sudo().author_id != user",
        "test": FLOW + "test_who_prepared_it_does_not_approve_it",
    },
    {
        "name": "approval is the hiring manager's",
        "file": OFFER + "offer_flow.py",
        "remove": "return (is_manager or is_admin) and",
        "put": "return",
        "test": FLOW + "test_another_recruiter_does_not_approve",
    },
    {
        "name": "no offer leaves for an ended application",
        "file": OFFER + "offer_flow.py",
        "remove": "if applicant.ats_state != \"ongoing\":",
        "put": "if not applicant:",
        "test": FLOW + "test_no_offer_leaves_for_an_ended_application",
    },
    {
        "name": "an earlier version is replaced",
        "file": OFFER + "offer_flow.py",
        "remove": "            offer._supersede_others()\n",
        "test": FLOW + "test_a_new_version_replaces_the_one_that_waits",
    },
    {
        "name": "nothing expires early",
        "file": OFFER + "offer_timed.py",
        "remove": " or offer.expires_at > now",
        "test": TIMED + "test_nobody_expires_an_offer_early",
    },
    {
        "name": "one reminder",
        "file": OFFER + "offer_timed.py",
        "remove": "            offer._write_by_verb({\"reminded_at\": fields.Datetime.now()})\n",
        "test": TIMED + "test_the_reminder_comes_once_two_days_before",
    },
    {
        "name": "crons stop in time",
        "file": OFFER + "offer_timed.py",
        "remove": "            if not cron._commit_progress(1):\n                break\n",
        "test": TIMED + "test_an_interrupted_run_goes_on_where_it_stopped",
    },
    {
        "name": "a sent letter is never printed anew",
        "file": OFFER + "ir_actions_report.py",
        "remove": "if offer.letter_attachment_id:",
        "put": "if not offer:",
        "test": LETTER + "test_a_sent_letter_is_never_printed_anew",
    },
    {
        "name": "the seal is compared",
        "file": OFFER + "offer_letter.py",
        "remove": "if hashlib.sha256(pdf or b\"\").hexdigest() != self.letter_sha256:",
        "put": "if not self:",
        "test": LETTER + "test_changed_bytes_break_the_seal",
    },
    {
        "name": "the panel has no access to offers",
        "file": "addons/ats_core/security/offer/ir.model.access.csv",
        "remove": "ats_core.group_ats_hiring_manager,1,0,0,0",
        "put": "hr_recruitment.group_hr_recruitment_interviewer,1,0,0,0",
        "test": RIGHTS + "test_the_panel_sees_no_pay",
    },
    {
        "name": "offers of other companies",
        "file": "addons/ats_core/security/offer/offer_rules.xml",
        "remove": "[('company_id', 'in', company_ids)]",
        "put": "[(1, '=', 1)]",
        "test": RIGHTS + "test_another_company_sees_nothing",
    },
    {
        "name": "offers of confidential jobs",
        "file": "addons/ats_core/security/offer/offer_rules.xml",
        "remove": "('job_id.ats_restricted', '=', False),",
        "put": "(1, '=', 1),",
        "test": RIGHTS + "test_a_confidential_offer_is_for_the_hiring_team",
    },
    {
        "name": "pay of the own jobs only",
        "file": "addons/ats_core/security/offer/offer_rules.xml",
        "remove": "[('job_id.ats_hiring_manager_id', '=', user.id)]",
        "put": "[(1, '=', 1)]",
        "test": RIGHTS + "test_the_hiring_manager_sees_the_own_jobs_only",
    },
    {
        "name": "hires are made by the verb",
        "file": "addons/ats_core/security/hire/ir.model.access.csv",
        "remove": "model_ats_hire,hr.group_hr_user,1,0,0,0",
        "put": "model_ats_hire,hr.group_hr_user,1,1,1,0",
        "test": RIGHTS + "test_hires_are_not_forged",
    },
    {
        "name": "HR officers see whom to hire only",
        "file": "addons/ats_core/security/hire/hire_rules.xml",
        "remove": "('ats_offer_ids.state', '=', 'accepted'),",
        "put": "(1, '=', 1),",
        "test": EMPLOYEE + "test_hr_sees_whom_to_hire_and_nobody_else",
    },
    {
        "name": "a second call finds the employee",
        "file": HIRE + "hire.py",
        "remove": "        if hire_sudo:\n"
                  "            return hire_sudo.employee_id.with_env(self.env)\n",
        "test": ONCE + "test_two_calls_make_one_employee",
    },
    {
        "name": "index: one employee for an application",
        "file": HIRE + "ats_hire.py",
        "remove": "\"(applicant_id) WHERE undone_at IS NULL\"",
        "put": "\"(applicant_id, id) WHERE undone_at IS NULL\"",
        "update": True,
        "test": ONCE + "test_postgresql_takes_one_hire_for_an_application",
    },
    {
        "name": "a lost race starts again",
        "file": HIRE + "hire.py",
        "remove": "except UniqueViolation as error:",
        "put": "except ZeroDivisionError as error:",
        "test": ONCE + "test_a_lost_race_starts_again",
    },
    {
        "name": "the candidate's contact is not the work contact",
        "file": HIRE + "carry_over.py",
        "remove": "\"work_contact_id\", \"applicant_ids\"",
        "put": "\"applicant_ids\"",
        "test": ONCE + "test_the_candidates_contact_is_left_alone",
    },
    {
        "name": "a colleague's contact is no candidate's",
        "file": HIRE + "hire.py",
        "remove": "        partner_sudo.filtered(\"ats_candidate_partner\").ats_candidate_partner = False\n",
        "test": ONCE + "test_the_contact_is_no_longer_a_candidates",
    },
    {
        "name": "hiring takes the rights of HR",
        "file": HIRE + "hire.py",
        "remove": "if not self.env.su and not self.env.user.has_group(\"hr.group_hr_user\"):",
        "put": "if not self:",
        "test": EMPLOYEE + "test_only_hr_makes_employees",
    },
    {
        "name": "who ended is not hired",
        "file": HIRE + "hire.py",
        "remove": "if applicant_sudo.ats_state not in (\"ongoing\", \"hired\"):",
        "put": "if not applicant_sudo:",
        "test": EMPLOYEE + "test_who_ended_is_not_hired",
    },
]
