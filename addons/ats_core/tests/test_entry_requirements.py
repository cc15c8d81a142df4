from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from odoo.addons.ats_core.models.application.entry import EntryBlocked

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestEntryRequirements(AtsCase):
    def setUp(self):
        super().setUp()
        self.applicant = self.apply().with_user(self.recruiter)

    def blockers(self):
        return self.applicant._ats_entry_blockers(self.stage_interview)

    def test_fields_are_filled(self):
        field = self.env["ir.model.fields"]._get("hr.applicant", "linkedin_profile")
        self.stage_interview.ats_require_field_ids = field
        self.assertEqual(self.blockers(), [f"Fill in: {field.field_description}."])
        self.applicant.linkedin_profile = "https://www.linkedin.com/in/ana"
        self.assertEqual(self.blockers(), [])

    def test_a_recruiter_chooses_them_on_the_stages_of_a_job(self):
        """Which fields exist is nothing a recruiter natively may read."""
        self.job._ats_take_own_stages()
        stage = self.job.ats_own_stage_ids[1]
        form = Form(stage.with_user(self.recruiter))
        form.ats_require_field_ids.add(self.env["ir.model.fields"]._get("hr.applicant", "linkedin_profile"))
        form.save()
        self.assertEqual(stage.ats_require_field_ids.name, "linkedin_profile")
        shown = stage.with_user(self.hiring_manager).get_view(view_type="form")["arch"]
        self.assertIn("ats_require_consent", shown)
        self.assertNotIn("ats_require_field_ids", shown, "a manager may not read which fields exist")

    def test_the_consent_is_valid(self):
        self.stage_interview.ats_require_consent = True
        consents = self.env["ats.consent"]
        candidate = self.applicant.ats_candidate_id
        candidate.sudo().consent_ids.unlink()
        self.assertIn("consent", self.blockers()[0])
        consent = consents.create({"candidate_id": candidate.id, "purpose": "processing", "text_version": "1"})
        self.assertEqual(self.blockers(), [])
        consent.withdrawn_at = "2026-03-02 08:00:00"
        candidate.invalidate_recordset()
        self.assertIn("withdrawn", self.blockers()[0])

    def test_the_assessment_is_passed(self):
        self.stage_interview.ats_require_assessment = True
        self.applicant.ats_assessment = "failed"
        self.assertTrue(self.blockers())
        self.applicant.ats_assessment = "passed"
        self.assertEqual(self.blockers(), [])

    def test_the_screen_learns_what_it_needs_for_one_dialog(self):
        self.stage_interview.ats_require_assessment = True
        with self.assertRaises(EntryBlocked) as caught:
            self.applicant.stage_id = self.stage_interview  # as a drag does
        self.assertEqual(
            caught.exception.context,
            {
                "applicant_ids": self.applicant.ids,
                "stage_id": self.stage_interview.id,
                "stage_name": "Interviews",
                "blockers": ["The assessment is not passed."],
            },
        )

    def test_a_reason_sets_it_aside_and_is_kept(self):
        self.stage_interview.ats_require_assessment = True
        with self.assertRaisesRegex(UserError, "Say why"):
            self.applicant.action_ats_move_despite(self.stage_interview.id, "  ")
        self.applicant.action_ats_move_despite(self.stage_interview.id, "Test next week")
        stay = self.applicant.ats_stay_ids.filtered(lambda row: not row.left_at)
        self.assertEqual(stay.override_reason, "Test next week")
        event = self.env["ats.event"].search(
            [("applicant_id", "=", self.applicant.id), ("type", "=", "application.stage_changed")], limit=1
        )
        self.assertTrue(event.payload["overridden"])

    def test_an_interviewer_sets_nothing_aside(self):
        self.applicant.sudo().interviewer_ids = self.interviewer
        with self.assertRaises(AccessError):
            self.applicant.with_user(self.interviewer).action_ats_move_despite(self.stage_interview.id, "Please")

    def test_many_at_once_say_who_is_not_ready(self):
        self.stage_interview.ats_require_assessment = True
        ready = self.apply(name="Bob Smith", email="bob@example.org")
        ready.ats_assessment = "passed"
        with self.assertRaises(EntryBlocked) as caught:
            (self.applicant | ready.with_user(self.recruiter))._ats_move(self.stage_interview)
        self.assertEqual(caught.exception.context["blockers"], ["Ana García: The assessment is not passed."])
