"""Many rows in one statement are what ``create()`` would have made."""

from unittest.mock import patch

from odoo.tests import tagged

from ..insert_rows import insert_rows
from .test_rule_runs import RunCase

MANY = 101  # one more than create() writes with one statement


@tagged("post_install", "-at_install")
class TestInsertRows(RunCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        version = cls.make_rule("Many", (cls.licence, "no"), active=False)
        applicant = cls.env["hr.applicant"].create({"partner_name": "Row", "job_id": cls.job.id})
        cls.tried = cls.env["ats.rule.run"].create({"kind": "test", "job_id": cls.job.id})
        cls.lines = cls.env["ats.rule.run.line"]
        cls.rows = [
            {
                "run_id": cls.tried.id,
                "applicant_id": applicant.id,
                "version_id": version.id,
                "because": f"Because {number}" if number else False,
                "outcome": "tagged",
            }
            for number in range(MANY)
        ]

    def told(self, lines):
        names = [name for name, field in self.lines._fields.items() if field.store and name not in ("id", "write_date")]
        return [{name: line[name] for name in names} for line in lines]

    def test_the_rows_are_those_of_create(self):
        self.assertFalse(self.tried.line_ids, "read before, so its list is in the cache")
        self.env.flush_all()
        self.lines._add_missing_default_values({})  # reads the defaults of the database once
        with self.assertQueryCount(1):
            lines = insert_rows(self.lines, self.rows)
        self.assertEqual(self.tried.line_ids, lines)
        self.assertEqual(self.tried.hit_count, 1)
        told = self.told(lines)
        self.env.invalidate_all()
        self.assertEqual(self.told(lines), told, "what was in the cache is what stands in the table")
        self.assertEqual(told, self.told(self.lines.create(self.rows)))

    def test_an_automation_rule_that_listens_hears_of_them(self):
        heard = []

        def create(model, vals_list):
            heard.extend(vals_list)
            return create.origin(model, vals_list)

        create.origin = type(self.lines).create
        with patch.object(type(self.lines), "create", create):
            insert_rows(self.lines, self.rows)
        self.assertEqual(len(heard), MANY)

    def test_what_has_no_column_or_would_be_computed_is_refused(self):
        with self.assertRaises(ValueError):
            insert_rows(self.lines, [{**row, "job_id": self.job.id} for row in self.rows])
        proposals = self.env["ats.refusal.proposal"]
        with self.assertRaises(ValueError):
            insert_rows(proposals, [{"applicant_id": row["applicant_id"]} for row in self.rows])
