from datetime import timedelta

from odoo import fields
from odoo.tests import HttpCase, tagged

from .common import AtsMixin, make_pdf


class RecruiterTourMixin(AtsMixin):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.recruiter.tz = "UTC"

    def setUp(self):
        super().setUp()
        self.applicant = self.apply(files=[("ana.pdf", make_pdf("Ana García"))])

    def board(self, tour):
        action = "action-hr_recruitment.action_hr_job_applications"
        self.start_tour(f"/odoo/recruitment/{self.job.id}/{action}", tour, login=self.recruiter.login)


@tagged("post_install", "-at_install")
class TestRecruiterOnAPhone(RecruiterTourMixin, HttpCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_board_by_tabs_and_swipes(self):
        self.board("ats_board_phone")
        self.assertEqual(self.applicant.stage_id, self.stage_interview)
        stays = self.applicant.ats_stay_ids.sorted("id").stage_id
        self.assertEqual(set(stays), {self.stage_new, self.stage_screen, self.stage_interview} | set(stays[:1]))

    def test_my_day(self):
        other = self.apply(name="Bo Berg", email="bo@example.org")
        for days, applicant in ((3, self.applicant), (2, other)):
            applicant.sudo().ats_sla_deadline = fields.Datetime.now() - timedelta(days=days)
        self.start_tour("/odoo/my-day", "ats_my_day_phone", login=self.recruiter.login)
        self.assertEqual(self.applicant.stage_id, self.stage_new, "moved and taken back")
        self.assertEqual(self.env["ats.day.snooze"].sudo().search([]).res_id, other.id)


@tagged("post_install", "-at_install")
class TestRecruiterWithKeys(RecruiterTourMixin, HttpCase):
    def test_keys_on_a_card(self):
        self.apply(job=self.make_job("Tester"))
        self.board("ats_board_keys")
        self.assertEqual(self.applicant.stage_id, self.stage_screen)
