from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestRights(AtsCase):
    """Defect 8: natively an interviewer writes stage, recruiter and refusal."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.applicant, _outcome = (
            cls.env["hr.applicant"]
            .sudo()
            ._ats_apply(cls.job, {"name": "Ana García", "email": "ana@example.org"}, source="website")
        )
        cls.applicant._ats_move(cls.stage_new)
        cls.applicant.interviewer_ids = cls.interviewer
        cls.reason = cls.env["hr.applicant.refuse.reason"].create({"name": "Other"})

    def test_native_write_lets_interviewers_through(self):
        """What the guard is for: the native access rules alone allow it."""
        self.applicant.with_user(self.interviewer).check_access("write")

    @mute_logger("odoo.addons.base.models.ir_rule")
    def test_interviewer_writes_nothing_but_talk(self):
        applicant = self.applicant.with_user(self.interviewer)
        for name, value in {
            "stage_id": self.stage_screen.id,
            "user_id": self.interviewer.id,
            "refuse_reason_id": self.reason.id,
            "active": False,
            "priority": "3",
            "partner_name": "X",
            "email_from": "x@example.org",
            "job_id": self.make_job("Other").id,
            "interviewer_ids": [(6, 0, [])],
            "applicant_notes": "x",
            "ats_candidate_id": False,
            "salary_proposed": 1.0,
        }.items():
            with self.subTest(name), self.assertRaises(AccessError):
                applicant.write({name: value})

    def test_interviewer_talks_and_plans(self):
        applicant = self.applicant.with_user(self.interviewer)
        applicant.message_post(body="Good talk")
        applicant.activity_schedule("mail.mail_activity_data_todo", user_id=self.interviewer.id)

    def test_interviewer_cannot_refuse_by_the_wizard(self):
        wizard = (
            self.env["applicant.get.refuse.reason"]
            .with_user(self.interviewer)
            .create(
                {
                    "refuse_reason_id": self.reason.id,
                    "applicant_ids": self.applicant.ids,
                }
            )
        )
        with self.assertRaises(AccessError):
            wizard.action_refuse_reason_apply()

    def test_a_forged_context_is_no_verb(self):
        applicant = self.applicant.with_user(self.interviewer).with_context(ats_verb=True)
        with self.assertRaises(AccessError):
            applicant.write({"stage_id": self.stage_screen.id})

    def test_hiring_manager_decides_about_own_jobs_only(self):
        self.applicant.with_user(self.hiring_manager).write({"stage_id": self.stage_screen.id})
        self.assertEqual(self.applicant.stage_id, self.stage_screen)
        foreign = self.apply(
            name="Bob Smith",
            email="bob@example.org",
            job=self.make_job("Other", ats_hiring_manager_id=False),
        )
        with self.assertRaises(AccessError):
            foreign.with_user(self.hiring_manager).read(["partner_name"])
        with self.assertRaises(AccessError):
            foreign.with_user(self.hiring_manager).write({"priority": "1"})

    def test_hiring_manager_does_not_see_native_pay(self):
        with self.assertRaises(AccessError):
            self.applicant.with_user(self.hiring_manager).read(["salary_proposed"])

    def test_employee_and_outside_interviewer_see_no_application(self):
        self.assertFalse(self.env["hr.applicant"].with_user(self.other_interviewer).search([]))
        with self.assertRaises(AccessError):
            self.env["hr.applicant"].with_user(self.employee_user).search([])

    def test_candidates_follow_their_applications(self):
        candidate = self.applicant.ats_candidate_id
        self.assertEqual(candidate.with_user(self.interviewer).name, "Ana García")
        with self.assertRaises(AccessError):
            candidate.with_user(self.other_interviewer).read(["name"])
        with self.assertRaises(AccessError):
            candidate.with_user(self.employee_user).read(["name"])

    def test_token_hash_is_for_nobody(self):
        self.env["ats.access.link"]._mint(self.applicant)
        link = self.env["ats.access.link"].search([("applicant_id", "=", self.applicant.id)])
        for user in (self.recruiter, self.admin_rec, self.env.ref("base.user_admin")):
            with self.subTest(user.login), self.assertRaises(AccessError):
                link.with_user(user).read(["token_hash"])
