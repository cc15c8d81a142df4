"""A spreadsheet of many applications or people."""

import io
from datetime import datetime, timedelta

from freezegun import freeze_time
from openpyxl import load_workbook

from odoo import fields
from odoo.exceptions import AccessError, UserError
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
        self.assertEqual({row[title.index("Job Position")] for row in rows}, {self.job.name})
        self.assertTrue(run.ats_progress()[0]["file"])
        self.assertIn(str(run.sudo().file_id.id), run.action_download()["url"])

    def test_people_are_exported_too(self):
        cards = self.people(2)
        run = self.done(cards.ats_candidate_id, "export")
        title, *rows = self.sheet(run)
        self.assertEqual([row[0] for row in rows], ["Person 0", "Person 1"])
        self.assertNotIn("Job Position", title)

    # Columns ---------------------------------------------------------------------------------

    def boxes(self, run):
        return {**run.person_columns, **(run.application_columns or {})}

    def choose(self, run, *keys):
        """Tick as the dialog does: it sends back every box."""
        for name in ("person_columns", "application_columns"):
            boxes = run[name] or {}
            run.write({name: {key: {**box, "checked": key in keys} for key, box in boxes.items()}})

    def test_the_columns_are_chosen_and_remembered(self):
        cards = self.people(2)
        run = self.runs._prepare(cards, "export")
        self.assertTrue(self.boxes(run)["person.email"]["checked"])
        self.choose(run, "person.name", "application.stage_id", "application.priority")
        run.action_preview()
        run.action_start()
        self.assertEqual(
            self.sheet(run)[0], ["Applicant's Name", "Stage", "Evaluation", "Not to Be Written To"], "in the set order"
        )
        later = self.runs._prepare(cards, "export")
        ticked = {key for key, box in self.boxes(later).items() if box["checked"]}
        self.assertEqual(ticked, {"person.name", "application.stage_id", "application.priority"})
        people = self.runs._prepare(cards.ats_candidate_id, "export")
        self.assertTrue(self.boxes(people)["person.email"]["checked"], "people have a choice of their own")
        self.admin_rec.group_ids += self.env.ref("base.group_allow_export")
        other = self.runs.with_user(self.admin_rec)._prepare(cards.with_user(self.admin_rec), "export")
        self.assertTrue(self.boxes(other)["person.email"]["checked"], "and so has everybody else")
        later.action_usual_columns()
        self.assertTrue(self.boxes(later)["person.email"]["checked"])

    def test_without_a_column_there_is_no_file(self):
        run = self.runs._prepare(self.people(1), "export")
        self.choose(run)
        with self.assertRaises(UserError):
            run.action_preview()

    def test_only_what_the_user_may_read_becomes_a_column(self):
        cards = self.people(2)
        of_recruiter = self.boxes(self.runs._prepare(cards, "export"))
        self.assertIn("application.salary_expected", of_recruiter)
        for key in of_recruiter:
            self.assertNotRegex(key, "token|key|password|secret")
        # A hiring manager exports nothing, and no field of recruiters would be on offer.
        self.hiring_manager.group_ids += self.env.ref("base.group_allow_export")
        own = cards.with_user(self.hiring_manager)
        with self.assertRaises(AccessError):
            own.action_ats_bulk("export")
        run = self.env["ats.bulk.run"].create(
            {"action": "export", "res_model": "hr.applicant", "target_ids": own.ids, "user_id": self.hiring_manager.id}
        )
        of_manager = self.boxes(run.with_user(self.hiring_manager))
        self.assertIn("application.stage_id", of_manager)
        self.assertNotIn("application.salary_expected", of_manager)

    def test_what_the_browser_sends_opens_nothing(self):
        run = self.runs._prepare(self.people(1), "export")
        run.write({"application_columns": {"application.ats_submission_key": {"label": "Key", "checked": True}}})
        self.assertEqual(run.sudo().columns, {"keys": []})
        with self.assertRaises(UserError):
            run.write({"columns": ["application.ats_submission_key"]})
        run.sudo().columns = {"keys": ["application.ats_submission_key", "person.name"]}
        self.assertEqual([name for _model, name, _label in run._chosen_columns()], ["partner_name"])

    def test_a_right_that_is_gone_takes_its_column_along(self):
        cards = self.people(1)
        cards.sudo().salary_expected = 4321
        run = self.runs._prepare(cards, "export")
        self.choose(run, "person.name", "application.salary_expected")
        run.action_preview()
        field = self.env.registry["hr.applicant"]._fields["salary_expected"]
        self.patch(field, "groups", "base.group_system")
        run.action_start()
        self.assertEqual(self.sheet(run)[0], ["Applicant's Name", "Not to Be Written To"])

    def test_moments_are_those_of_the_user(self):
        self.env["res.lang"]._activate_lang("de_DE")
        self.recruiter.write({"lang": "de_DE", "tz": "Asia/Tokyo"})
        with freeze_time("2026-03-02 20:30:00"):
            cards = self.people(1)
        self.env.flush_all()
        self.env.cr.execute("UPDATE hr_applicant SET create_date = '2026-03-02 20:30' WHERE id = %s", cards.ids)
        cards.sudo().write({"availability": "2026-04-01", "salary_expected": 100})
        self.env.invalidate_all()
        run = self.runs._prepare(cards, "export")
        self.choose(run, "application.create_date", "application.availability", "application.salary_expected")
        run.action_preview()
        run.action_start()
        sheet = load_workbook(io.BytesIO(run.sudo().file_id.raw)).active
        self.assertIn("(Asia/Tokyo)", sheet["A1"].value)
        self.assertEqual(
            (sheet["A2"].value, sheet["A2"].number_format), (datetime(2026, 3, 3, 5, 30), "dd.mm.yyyy hh:mm")
        )
        self.assertEqual((sheet["B2"].value, sheet["B2"].number_format), (datetime(2026, 4, 1), "dd.mm.yyyy"))
        self.assertEqual(sheet["C2"].value, 100)

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
