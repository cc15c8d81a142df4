"""The demo company keeps its promises: enough people, every state, logins that work, nothing sent."""

from datetime import timedelta

from odoo import fields
from odoo.tests import TransactionCase, tagged

ROLES = {
    "recruiter": "hr_recruitment.group_hr_recruitment_user",
    "manager": "ats_core.group_ats_hiring_manager",
    "interviewer": "hr_recruitment.group_hr_recruitment_interviewer",
    "hr": "hr.group_hr_manager",
    "privacy": "ats_core.group_ats_privacy",
}
OUR_ADDONS = ("ats_core", "ats_interview", "ats_portal", "ats_ai")


@tagged("post_install", "-at_install")
class TestDemoCompany(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.mails_before = cls.env["mail.mail"].search([], order="id desc", limit=1).id or 0
        for addon in OUR_ADDONS:
            cls.env["ats.demo"]._load(addon)
        cls.now = fields.Datetime.now()
        jobs = cls.env["ir.model.data"].search([("module", "=", "ats_core"), ("name", "=like", "demo_job_%")])
        cls.jobs = cls.env["hr.job"].browse(jobs.mapped("res_id"))
        cls.applications = (
            cls.env["hr.applicant"].with_context(active_test=False).search([("job_id", "in", cls.jobs.ids)])
        )

    def user(self, login):
        return self.env.ref(f"ats_core.demo_user_{login}")

    def test_there_is_a_company_to_look_at(self):
        self.assertGreaterEqual(len(self.jobs), 8)
        self.assertGreaterEqual(len(self.jobs.department_id), 4)
        self.assertEqual(set(self.jobs.mapped("ats_job_state")), {"open", "on_hold", "closed"})
        self.assertTrue(all(job.description and job.ats_pay_min and job.job_skill_ids for job in self.jobs))
        candidates = self.applications.ats_candidate_id
        self.assertGreaterEqual(len(candidates), 150)
        self.assertGreaterEqual(len({phone[:4] for phone in candidates.mapped("phone_e164")}), 10)
        self.assertTrue(all(candidates.mapped("phone_e164")), "a phone is not valid in its country")
        hosts = {candidate.email_normalized.rpartition("@")[2] for candidate in candidates}
        self.assertTrue(all(host.split(".")[-2] == "example" for host in hosts), hosts)

    def test_applications_are_in_all_states_and_stages(self):
        states = set(self.applications.mapped("ats_state"))
        self.assertEqual(states, {"ongoing", "hired", "refused", "withdrawn", "archived"})
        ongoing = self.applications.filtered(lambda application: application.ats_state == "ongoing")
        self.assertEqual(set(ongoing.stage_id.mapped("ats_kind")), {"new", "screen", "interview", "offer"})
        # Empty: a stage without a limit, or the candidate's turn.
        self.assertGreaterEqual(set(ongoing.mapped("ats_pace")), {"on_time", "late"})
        refused = self.applications.filtered(lambda application: application.ats_state == "refused")
        self.assertGreater(len(refused.refuse_reason_id), 2)
        self.assertTrue(self.env["hr.applicant"].search_count([("talent_pool_ids", "!=", False)], limit=1))

    def test_time_runs_forward_and_ends_now(self):
        created = self.applications.mapped("create_date")
        self.assertLess(max(created), self.now)
        self.assertGreater(max(created), self.now - timedelta(days=2))
        self.assertLess(min(created), self.now - timedelta(days=180))
        for stays in self.env["ats.stage.log"].search([], order="id").grouped("applicant_id").values():
            moments = stays.mapped("entered_at")
            self.assertEqual(moments, sorted(moments))
            self.assertTrue(all(stay.left_at >= stay.entered_at for stay in stays if stay.left_at))
        ahead = self.env["ats.event"].search([("occurred_at", ">", self.now)])
        self.assertFalse([(event.type, event.occurred_at) for event in ahead])

    def test_offers_are_in_every_state(self):
        states = {state for state, _label in self.env["ats.offer"]._fields["state"].selection}
        offers = self.env["ats.offer"].search([("applicant_id", "in", self.applications.ids)])
        self.assertEqual(set(offers.mapped("state")), states)
        for offer in offers.filtered("letter_sha256"):
            self.assertTrue(offer._letter_bytes().startswith(b"%PDF"))

    def test_two_people_are_employees(self):
        hires = self.env["ats.hire"].search([("applicant_id", "in", self.applications.ids)])
        self.assertEqual(len(hires.employee_id), 2)
        for hire in hires:
            self.assertTrue(hire.employee_id.version_id.contract_date_start)
            self.assertTrue(hire.employee_id.employee_skill_ids)
            self.assertTrue(hire.employee_id.resume_line_ids)
        salaried = hires.offer_id.filtered(lambda offer: offer.wage_period != "hour")
        self.assertEqual(salaried.applicant_id.employee_id.version_id.mapped("wage"), [round(salaried.wage / 12, 2)])

    def test_every_role_can_log_in(self):
        for login, group in ROLES.items():
            user = self.user(login)
            self.assertEqual(user.login, login)
            self.assertTrue(user.email and user.employee_id, login)
            self.assertTrue(user.has_group(group), login)
            credential = {"type": "password", "login": login, "password": login}
            checked = user.with_user(user)._check_credentials(credential, {"interactive": True})
            self.assertEqual(checked["uid"], user.id)
        for login in ROLES.keys() - {"hr"}:
            self.assertFalse(self.user(login).has_group("hr.group_hr_user"), login)

    def test_roles_have_something_to_see(self):
        manager, interviewer = self.user("manager"), self.user("interviewer")
        own = self.env["hr.applicant"].with_user(manager).search([])
        self.assertEqual(own.job_id.ats_hiring_manager_id, manager)
        self.assertTrue(self.env["hr.applicant"].with_user(interviewer).search_count([], limit=1))
        self.assertTrue(self.env["mail.activity"].search_count([("user_id", "=", self.user("recruiter").id)]))

    def test_resumes_are_real_files_that_were_read(self):
        documents = self.env["ats.document"].search([("applicant_id", "in", self.applications.ids)])
        self.assertGreater(len(set(documents.mapped("sha256"))), 36)
        self.assertEqual(set(documents.mapped("text_state")), {"done"})
        self.assertGreaterEqual({name.rpartition(".")[2] for name in documents.mapped("name")}, {"pdf", "docx"})

    def test_open_applications_are_scored(self):
        ongoing = self.applications.filtered(lambda application: application.ats_state == "ongoing")
        scored = ongoing.filtered("ats_match_score")
        self.assertGreater(len(scored), len(ongoing) * 0.6)
        self.assertGreater(len(set(scored.mapped("ats_match_score"))), 8)

    def test_interviews_and_scorecards(self):
        interviews = self.env["ats.interview"].search([("applicant_id", "in", self.applications.ids)])
        self.assertGreaterEqual(set(interviews.mapped("state")), {"planned", "done", "cancelled"})
        ahead = interviews.filtered(lambda row: row.state == "planned" and row.start > self.now)
        self.assertGreaterEqual(len(ahead), 5)
        self.assertEqual(set(interviews.scorecard_ids.mapped("state")), {"draft", "submitted"})

    def test_open_jobs_are_on_the_website(self):
        shown = self.jobs.filtered("is_published")
        self.assertGreaterEqual(len(shown), 8)
        self.assertFalse(shown.filtered("ats_restricted"))

    def test_nothing_leaves_and_nothing_waits(self):
        waiting = self.env["mail.mail"].search([("id", ">", self.mails_before), ("state", "=", "outgoing")])
        self.assertFalse(waiting)
        self.assertFalse(self.env["queue.job"].search([("state", "=", "pending")]).mapped("name"))

    def test_a_second_load_changes_nothing(self):
        counted = ("hr.applicant", "hr.job", "res.users", "ats.offer", "ats.interview", "ats.resume")
        before = [self.env[model].with_context(active_test=False).search_count([]) for model in counted]
        for addon in OUR_ADDONS:
            self.env["ats.demo"]._load(addon)
        after = [self.env[model].with_context(active_test=False).search_count([]) for model in counted]
        self.assertEqual(after, before)

    def test_questions_rules_and_refusals_that_wait(self):
        self.assertGreaterEqual(self.env["ats.question"].search_count([]), 12)
        rules = self.env["ats.rule"].search([("job_id", "in", self.jobs.ids)])
        self.assertGreaterEqual(len(rules.job_id), 3)
        self.assertIn("draft", rules.mapped("rule_state"))
        firings = self.env["ats.rule.firing"].search([("rule_id", "in", rules.ids)])
        self.assertLessEqual({"waits", "confirmed", "dismissed"}, set(firings.mapped("decision")))
