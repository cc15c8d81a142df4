from odoo import Command, fields
from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestState(AtsCase):
    def test_truth_table(self):
        """Every combination of the facts, the first match wins."""
        reason = self.env["hr.applicant.refuse.reason"].create({"name": "Other"})
        now = fields.Datetime.now()
        for withdrawn in (False, now):
            for refused in (False, reason.id):
                for closed in (False, now):
                    for active in (True, False):
                        applicant = self.env["hr.applicant"].new(
                            {
                                "job_id": self.job.id,
                                "ats_withdrawn_at": withdrawn,
                                "refuse_reason_id": refused,
                                "date_closed": closed,
                                "active": active,
                            }
                        )
                        applicant.date_closed = closed
                        expected = (
                            "withdrawn"
                            if withdrawn
                            else "refused"
                            if refused and not active
                            else "hired"
                            if closed
                            else "archived"
                            if not active
                            else "ongoing"
                        )
                        self.assertEqual(applicant.ats_state, expected, (withdrawn, refused, closed, active))

    def test_talent_has_no_state(self):
        pool = self.env["hr.talent.pool"].create({"name": "Developers"})
        talent = self.env["hr.applicant"].create(
            {
                "partner_name": "Tal Ent",
                "talent_pool_ids": [Command.set(pool.ids)],
            }
        )
        self.assertFalse(talent.ats_state)
        self.assertFalse(talent.ats_stay_ids)

    def test_native_search_finds_refused_applications(self):
        """Defect 6: natively the search wants a refused application to be active."""
        applicant = self.apply()
        reason = self.env["hr.applicant.refuse.reason"].create({"name": "Other"})
        applicant._ats_refuse(reason)
        from odoo.addons.hr_recruitment.models.hr_applicant import HrApplicant as Native

        native_domain = Native._search_application_status(applicant, "in", ["refused"])
        self.assertNotIn(applicant, applicant.search(native_domain))
        found = applicant.with_user(self.recruiter).search([("application_status", "=", "refused")])
        self.assertIn(applicant, found)
        self.assertNotIn(applicant, applicant.search([("application_status", "=", "ongoing")]))

    def test_public_status_never_tells_the_stage(self):
        applicant = self.apply()
        self.assertEqual(applicant.ats_public_status, "received")
        applicant._ats_move(self.stage_interview)
        self.assertEqual(applicant.ats_public_status, "interview")
        applicant._ats_refuse(self.env["hr.applicant.refuse.reason"].create({"name": "Rude"}))
        self.assertEqual(applicant.ats_public_status, "not_selected")
        timeline = " ".join(entry["text"] for entry in applicant._ats_timeline())
        self.assertNotIn("Interviews", timeline)
        self.assertNotIn("Rude", timeline)

    def test_order_is_stable(self):
        """Natively all rows share one sequence, so pages repeat and lose rows."""
        people = [self.apply(name=f"Person {n}", email=f"p{n}@example.org") for n in range(6)]
        stamp = fields.Datetime.now()
        for applicant in people:
            applicant.ats_last_activity = stamp
        domain = [("job_id", "=", self.job.id)]
        pages = [self.env["hr.applicant"].search(domain, offset=offset, limit=2) for offset in (0, 2, 4)]
        self.assertEqual([row.id for page in pages for row in page], sorted((row.id for row in people), reverse=True))

    def test_equality_of_addresses_has_a_plain_index(self):
        """Defect 10: natively there is only a trigram index, which costs 15 ms for each address."""
        self.env.cr.execute("SELECT indexdef FROM pg_indexes WHERE tablename = 'hr_applicant'")
        plain = [definition for (definition,) in self.env.cr.fetchall() if "btree (email_normalized)" in definition]
        self.assertTrue(plain)
