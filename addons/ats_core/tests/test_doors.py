from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestDoors(AtsCase):
    """Odoo's own doors leave the same traces as the verbs."""

    def traces(self, applicant):
        """What an application looks like from outside: state, stage, stays, events."""
        self.env.flush_all()
        stays = applicant.ats_stay_ids.sorted("id")
        events = self.env["ats.event"].sudo().search([("applicant_id", "=", applicant.id)], order="id")
        return {
            "state": applicant.ats_state,
            "stage": applicant.stage_id,
            "stays": [(stay.stage_id, stay.outcome) for stay in stays],
            "events": events.mapped("type"),
        }

    def assertSameTraces(self, by_door, by_verb):
        self.assertEqual(self.traces(by_door), self.traces(by_verb))

    def two(self):
        return self.apply(), self.apply(name="Bob Smith", email="bob@example.org")

    def test_drag_is_move(self):
        by_door, by_verb = self.two()
        by_door.with_user(self.recruiter).web_save({"stage_id": self.stage_screen.id}, {})
        by_verb.with_user(self.recruiter)._ats_move(self.stage_screen)
        self.assertSameTraces(by_door, by_verb)
        self.assertEqual(by_door.stage_id, self.stage_screen)

    def test_refuse_wizard_is_refuse(self):
        by_door, by_verb = self.two()
        reason = self.env["hr.applicant.refuse.reason"].create({"name": "Other"})
        self.env["applicant.get.refuse.reason"].with_user(self.recruiter).create(
            {
                "refuse_reason_id": reason.id,
                "applicant_ids": by_door.ids,
                "send_mail": False,
            }
        ).action_refuse_reason_apply()
        by_verb.with_user(self.recruiter)._ats_refuse(reason)
        self.assertSameTraces(by_door, by_verb)
        self.assertEqual(by_door.ats_state, "refused")

    def test_archive_button_is_archive(self):
        by_door, by_verb = self.two()
        by_door.with_user(self.recruiter).action_archive()
        by_verb.with_user(self.recruiter)._ats_archive()
        self.assertSameTraces(by_door, by_verb)

    def test_unarchive_button_is_reopen_in_the_stage_it_left(self):
        by_door, by_verb = self.two()
        reason = self.env["hr.applicant.refuse.reason"].create({"name": "Other"})
        for applicant in (by_door, by_verb):
            applicant._ats_move(self.stage_interview)
            applicant._ats_refuse(reason)
        by_door.with_user(self.recruiter).action_unarchive()
        by_verb.with_user(self.recruiter)._ats_reopen()
        self.assertSameTraces(by_door, by_verb)
        self.assertEqual(by_door.stage_id, self.stage_interview)
        self.assertFalse(by_door.refuse_reason_id)

    def test_archived_job_archives_its_applications(self):
        by_door, by_verb = self.two()
        by_door.job_id = other = self.make_job("Designer")
        by_verb._ats_archive()
        other.with_user(self.recruiter).active = False
        self.assertEqual(self.traces(by_door)["events"][-1], "application.archived")
        self.assertEqual(by_door.ats_state, "archived")

    def test_a_forged_context_leaves_the_same_traces(self):
        by_door, by_verb = self.two()
        by_door.with_user(self.recruiter).with_context(ats_verb=True).write({"stage_id": self.stage_screen.id})
        by_verb.with_user(self.recruiter)._ats_move(self.stage_screen)
        self.assertSameTraces(by_door, by_verb)
