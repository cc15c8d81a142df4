from odoo.tests import HttpCase, tagged

from .common import AtsMixin


@tagged("post_install", "-at_install")
class TestPeopleTours(AtsMixin, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.one, cls.other, cls.bob = cls.env["ats.candidate"].create(
            [
                {"name": "Ana Tour", "email": "ana@example.org", "phone": "+32 470 12 34 56", "headline": "Sourdough"},
                {"name": "Ana Tour", "email": "ana.other@example.org", "phone": "+32 470 12 34 56"},
                {"name": "Bob Tour", "headline": "Junior, sourdough"},
            ]
        )
        cls.env["ats.search.entry"]._refresh(cls.one | cls.other | cls.bob)

    def test_merge_and_undo(self):
        self.env["ats.duplicate"]._find("phone")
        self.start_tour("/odoo/candidate-duplicates", "ats_core_merge_and_undo", login="ats_recruiter")
        self.env.invalidate_all()
        merge = self.env["ats.merge"].search([("winner_id", "=", self.one.id)])
        self.assertEqual((merge.state, merge.undone_by_id), ("undone", self.recruiter))
        self.assertTrue(self.other.active)

    def test_search_and_save(self):
        self.start_tour("/odoo/candidates", "ats_core_search_and_save", login="ats_recruiter")
        search = self.env["ats.search"].search([("name", "=", "Bakers")])
        self.assertEqual(
            (search.query, search.user_id, search.is_alert), ("sourdough NOT junior", self.recruiter, True)
        )
        self.assertEqual(search.sudo().seen_ids, self.one)
