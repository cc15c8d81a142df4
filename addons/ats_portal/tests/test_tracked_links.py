"""Source, medium and campaign: from the link on a poster to the application, and through a merge."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import PortalCase


@tagged("post_install", "-at_install")
class TestTrackedLinks(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.medium = cls.env["utm.medium"].create({"name": "Poster at the fair"})
        cls.campaign = cls.env["utm.campaign"].create({"name": "Spring fair"})
        cls.channel = (
            cls.env["ats.job.channel"]
            .with_user(cls.admin_rec)
            .create({"name": "Fair", "board": "link", "medium_id": cls.medium.id, "campaign_id": cls.campaign.id})
        )

    def tracked(self, application):
        return application.source_id.name, application.medium_id, application.campaign_id

    def test_a_channel_gives_source_medium_and_campaign(self):
        url = self.channel._job_url(self.job)
        self.url_open(url[url.index("/jobs") :])
        self.assertSent(self.send_form())
        self.assertEqual(self.tracked(self.applications()), ("Fair", self.medium, self.campaign))

    def test_a_channel_without_a_feed_has_no_address(self):
        with self.assertRaises(UserError):
            self.channel.action_new_address()

    def test_the_job_lists_its_links(self):
        self.channel.company_id = self.job.company_id
        self.assertIn(f"?c={self.channel.code}", str(self.job.with_user(self.recruiter).ats_board_check))

    def test_merge_and_undo_keep_where_applications_came_from(self):
        tags = {"source_id": self.channel.source_id.id, "medium_id": self.medium.id, "campaign_id": self.campaign.id}
        tracked = self.apply(**tags)
        plain = self.apply(email="ana@other.example", job=self.make_job("Designer"))
        winner, loser = plain.ats_candidate_id, tracked.ats_candidate_id
        merge = winner.with_user(self.recruiter)._merge(loser)
        self.assertEqual(self.tracked(tracked), ("Fair", self.medium, self.campaign))
        self.assertEqual(winner.source_id, self.channel.source_id, "the person had none and takes it over")
        merge.with_user(self.recruiter)._undo()
        self.env.invalidate_all()
        self.assertEqual(self.tracked(tracked), ("Fair", self.medium, self.campaign))
        self.assertFalse(winner.source_id)
        self.assertEqual(loser.source_id, self.channel.source_id)
