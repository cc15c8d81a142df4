from datetime import timedelta

from odoo import Command
from odoo.tests import tagged

from .common import AtsAiCase, resume_pdf


@tagged("post_install", "-at_install")
class TestScreenAfterReading(AtsAiCase):
    """Rules about skills wait for the résumé."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.tag = cls.env["hr.applicant.category"].create({"name": "Gopher"})
        cls.version = cls.env["ats.rule.version"].create(
            {
                "name": "Knows Go",
                "job_id": cls.job.id,
                "action": "tag",
                "tag_ids": [Command.set(cls.tag.ids)],
                "condition_ids": [
                    Command.create({"kind": "skill", "operator": "any_of", "skill_ids": [Command.set(cls.go.ids)]})
                ],
            }
        )
        cls.version._activate()

    def read_after(self, days):
        """Apply when the rule had been active for so many days, and have the résumé read."""
        moment = self.env.cr.now() - timedelta(days=days)
        self.env.cr.execute("UPDATE ats_rule_version SET activated_at = %s WHERE id = %s", (moment, self.version.id))
        self.version.invalidate_recordset()
        applicant = self.apply(files=[resume_pdf()])
        self.assertFalse(applicant.ats_firing_ids, "nobody knows yet")
        self.run_jobs()
        return applicant

    def test_a_rule_about_skills_acts_when_the_resume_was_read(self):
        applicant = self.read_after(days=1)
        self.assertEqual(applicant.categ_ids, self.tag)
        self.assertEqual((applicant.ats_firing_ids.door, applicant.ats_firing_ids.outcome), ("facts", "tagged"))

    def test_a_rule_that_came_later_does_not(self):
        self.assertFalse(self.read_after(days=-1).ats_firing_ids)
