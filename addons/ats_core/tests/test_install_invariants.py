from odoo.exceptions import UserError
from odoo.tests import tagged

from ..install import invariants
from .common import AtsCase


@tagged("post_install", "-at_install")
class TestInstallInvariants(AtsCase):
    """An installation without one of the declared rules is none."""

    def test_all_declared_rules_are_kept(self):
        invariants.check(self.env, "ats_core")

    def test_a_missing_unique_index_is_named(self):
        self.env.cr.execute("DROP INDEX hr_applicant_ats_open_uniq")
        with self.assertRaisesRegex(UserError, "hr_applicant_ats_open_uniq"):
            invariants.check(self.env, "ats_core")

    def test_a_missing_check_is_named(self):
        self.env.cr.execute("ALTER TABLE hr_job DROP CONSTRAINT hr_job_ats_pay_range")
        with self.assertRaisesRegex(UserError, "hr_job_ats_pay_range"):
            invariants.check(self.env, "ats_core")

    def test_rows_against_a_rule_end_the_installation_with_a_sentence(self):
        first = self.apply()
        second = self.apply(name="Bob Smith", email="bob@example.org")
        self.env.flush_all()
        with (
            self.assertRaisesRegex(UserError, "hr_applicant_ats_open_uniq.*Correct those rows"),
            invariants.kept(self.env),
            self.env.cr.savepoint(flush=False),
        ):
            self.env.cr.execute(
                "UPDATE hr_applicant SET ats_candidate_id = %s WHERE id = %s",
                (first.ats_candidate_id.id, second.id),
            )
