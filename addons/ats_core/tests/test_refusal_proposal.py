from datetime import timedelta

from freezegun import freeze_time
from psycopg2.errors import UniqueViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestRefusalProposal(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reason = cls.env["hr.applicant.refuse.reason"].create({"name": "No permit"})
        cls.template = cls.env["mail.template"].create(
            {
                "name": "No",
                "model_id": cls.env["ir.model"]._get_id("hr.applicant"),
                "subject": "Your application",
                "body_html": "<p>Sorry</p>",
            }
        )

    def propose(self, applicant=None, **kwargs):
        applicant = applicant or self.apply()
        return applicant.sudo()._ats_propose_refusal(self.reason, template=self.template, origin="A rule", **kwargs)

    def test_a_proposal_does_nothing_to_the_candidate(self):
        proposal = self.propose()
        self.assertEqual(proposal.applicant_id.ats_state, "ongoing")
        self.assertNotIn("Your application", self.sent_mails(proposal.applicant_id).mapped("subject"))
        self.assertEqual(proposal.state, "proposed")

    def test_the_first_proposal_stands(self):
        proposal = self.propose()
        self.assertFalse(self.propose(proposal.applicant_id))
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation), self.env.cr.savepoint():
            proposal.sudo().copy()

    def test_a_confirmed_refusal_mails_later_and_can_be_undone_until_then(self):
        proposal = self.propose().with_user(self.recruiter)
        confirmed, skipped = proposal._confirm()
        self.assertEqual((confirmed, skipped), (proposal, {}))
        applicant = proposal.applicant_id
        self.assertEqual((applicant.ats_state, applicant.refuse_reason_id), ("refused", self.reason))
        self.assertEqual(proposal.decided_by_id, self.recruiter)
        mail = self.sent_mails(applicant)[-1]
        self.assertGreater(mail.scheduled_date, fields.Datetime.now() + timedelta(seconds=30))
        proposal._undo()
        self.assertEqual((applicant.ats_state, proposal.state, mail.state), ("ongoing", "proposed", "cancel"))

    def test_once_the_mail_has_left_there_is_no_undo(self):
        proposal = self.propose().with_user(self.recruiter)
        proposal._confirm()
        with freeze_time(fields.Datetime.now() + timedelta(minutes=2)):
            proposal.invalidate_recordset(["can_undo"])
            with self.assertRaisesRegex(UserError, "has left"):
                proposal._undo()

    def test_the_delay_of_the_rule_is_kept(self):
        later = fields.Datetime.now() + timedelta(days=3)
        proposal = self.propose(send_at=later).with_user(self.recruiter)
        proposal._confirm()
        self.assertEqual(self.sent_mails(proposal.applicant_id)[-1].scheduled_date, later)
        self.assertEqual(proposal.undo_until, later)

    def test_nobody_confirms_twice(self):
        proposal = self.propose().with_user(self.recruiter)
        proposal._confirm()
        confirmed, skipped = proposal.with_user(self.hr_officer)._confirm()
        self.assertFalse(confirmed)
        self.assertIn("decided already", skipped[proposal])

    def test_in_a_bulk_the_rest_goes_on(self):
        hired, plain = self.propose(), self.propose(self.apply(name="Bob Smith", email="bob@example.org"))
        hired.applicant_id.sudo().date_closed = fields.Datetime.now()
        both = (hired | plain).with_user(self.recruiter)
        confirmed, skipped = both._confirm()
        self.assertEqual(confirmed, plain)
        self.assertIn("has been hired", skipped[hired.with_user(self.recruiter)])
        self.assertEqual(hired.state, "proposed")

    def test_a_dismissed_proposal_keeps_the_candidate(self):
        proposal = self.propose().with_user(self.recruiter)
        proposal._dismiss("A misreading")
        self.assertEqual((proposal.state, proposal.applicant_id.ats_state), ("dismissed", "ongoing"))
        types = self.env["ats.event"].search([("applicant_id", "=", proposal.applicant_id.id)]).mapped("type")
        self.assertIn("refusal.dismissed", types)

    def test_what_happened_meanwhile_overtakes_a_proposal(self):
        withdrawn, hired = self.propose(), self.propose(self.apply(name="Bob Smith", email="bob@example.org"))
        withdrawn.applicant_id.sudo()._ats_withdraw()
        hired.applicant_id._ats_move(self.stage_hired)
        self.assertEqual((withdrawn | hired).mapped("state"), ["void", "void"])

    def test_who_decides(self):
        proposal = self.propose()
        with self.assertRaises(AccessError):
            proposal.with_user(self.interviewer)._confirm()
        self.assertEqual(proposal.with_user(self.hiring_manager)._confirm()[0], proposal)
        other = self.make_job("Other", ats_hiring_manager_id=False)
        elsewhere = self.propose(self.apply(job=other, name="Carl", email="carl@example.org"))
        with self.assertRaises(AccessError):
            elsewhere.with_user(self.hiring_manager)._confirm()

    def test_only_reason_mail_and_time_are_corrected(self):
        proposal = self.propose().with_user(self.recruiter)
        proposal.template_id = False
        with self.assertRaisesRegex(UserError, "Only the reason"):
            proposal.state = "confirmed"
