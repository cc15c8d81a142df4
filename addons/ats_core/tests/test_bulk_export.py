"""A spreadsheet of many applications or people."""

import io
from datetime import datetime, timedelta

from freezegun import freeze_time
from openpyxl import load_workbook

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .test_bulk import BulkCase


@tagged("post_install", "-at_install")
class TestBulkExport(BulkCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.recruiter.group_ids += cls.env.ref("base.group_allow_export")

    def sheet(self, run):
        workbook = load_workbook(io.BytesIO(run.sudo().file_id.raw))
        return [[cell.value for cell in row] for row in workbook.active.rows]

    def test_the_file_has_what_the_owner_may_read(self):
        cards = self.people(25)
        cards[0].ats_candidate_id.sudo().do_not_contact = True
        cards[1].sudo().partner_name = "=HYPERLINK(1)"
        cards[2].ats_candidate_id.sudo().erased_at = fields.Datetime.now()
        run = self.done(cards, "export")
        self.assertEqual((run.state, run.done_count), ("done", 24))
        self.assertIn("erased", run.reasons)
        self.assertFalse(run.can_undo)
        title, *rows = self.sheet(run)
        self.assertEqual(len(rows), 24)
        self.assertIn("Does not want to be contacted", rows[0][title.index("Not to Be Written To")])
        self.assertEqual(rows[1][0], "=HYPERLINK(1)")
        self.assertEqual({row[title.index("Job")] for row in rows}, {self.job.name})
        self.assertTrue(run.ats_progress()[0]["file"])
        self.assertIn(str(run.sudo().file_id.id), run.action_download()["url"])

    def test_people_are_exported_too(self):
        cards = self.people(2)
        run = self.done(cards.ats_candidate_id, "export")
        title, *rows = self.sheet(run)
        self.assertEqual([row[0] for row in rows], ["Person 0", "Person 1"])
        self.assertNotIn("Job", title)

    def test_only_who_may_export_and_only_the_owner_fetches_it(self):
        cards = self.people(2)
        run = self.done(cards, "export")
        with self.assertRaises(AccessError):
            run.sudo().file_id.with_user(self.admin_rec).read(["raw"])
        with self.assertRaises(AccessError):
            run.with_user(self.admin_rec).action_download()
        self.recruiter.group_ids -= self.env.ref("base.group_allow_export")
        with self.assertRaises(AccessError):
            self.preview(cards, "export")
        self.hiring_manager.group_ids += self.env.ref("base.group_allow_export")
        with self.assertRaises(AccessError):
            self.preview(cards.with_user(self.hiring_manager), "export")

    def test_the_file_goes_after_a_day_and_with_a_person(self):
        cards = self.people(2)
        run, other = self.done(cards, "export"), self.done(cards[0], "export")
        cards[1].ats_candidate_id.company_id.sudo().ats_keep_after_end_days = 0
        cards[1]._ats_withdraw()
        cards[1].ats_candidate_id.sudo()._erase()
        self.assertFalse(run.sudo().file_id.exists())
        self.assertTrue(other.sudo().file_id)
        with freeze_time(datetime.now() + timedelta(hours=25)):
            self.env["ats.bulk.run"]._gc_spreadsheets()
        self.assertFalse(other.sudo().file_id.exists())
