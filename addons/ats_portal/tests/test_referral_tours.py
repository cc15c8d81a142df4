"""An employee recommends, a recruiter shares a profile: through the screens."""

from odoo.tests import tagged

from odoo.addons.ats_core.tests.common import make_pdf

from .common import PortalCase


@tagged("post_install", "-at_install")
class TestReferralTours(PortalCase):
    def test_an_employee_shares_a_job_and_names_a_person(self):
        self.start_tour("/odoo/jobs-to-share", "ats_refer", login=self.employee_user.login)
        referral = self.env["ats.referral"].search([("user_id", "=", self.employee_user.id)])
        self.assertEqual((referral.state, referral.name), ("invited", "Ana Tour"))
        self.assertTrue(self.env["ats.referral.link"].search([("user_id", "=", self.employee_user.id)]))

    def test_a_recruiter_looks_at_a_person_and_shares_the_profile(self):
        person = self.apply(files=[("cv.pdf", make_pdf("Ana García"))]).ats_candidate_id
        self.start_tour(f"/odoo/candidates/{person.id}", "ats_share_profile", login=self.recruiter.login)
        share = self.env["ats.profile.share"].search([("candidate_id", "=", person.id)])
        self.assertEqual((share.recipient, share.state), ("Finance, Paul", "open"))
        viewed = self.env["ats.event"].search([("type", "=", "candidate.viewed"), ("candidate_id", "=", person.id)])
        self.assertEqual(viewed.actor_id, self.recruiter)
