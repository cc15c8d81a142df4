from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestStageKinds(AtsCase):
    def test_kind_and_hired_flag_tell_the_same(self):
        stage = self.env["hr.recruitment.stage"].create({"name": "Signed", "hired_stage": True})
        self.assertEqual(stage.ats_kind, "hired")
        self.assertTrue(self.stage_hired.hired_stage)
        self.stage_hired.ats_kind = "offer"
        self.assertFalse(self.stage_hired.hired_stage)

    def test_native_names_tell_the_kind(self):
        for name, kind in {
            "New": "new",
            "Initial Qualification": "screen",
            "First Interview": "interview",
            "Contract Proposal": "offer",
            "Shortlist": "review",
        }.items():
            stage = self.env["hr.recruitment.stage"].create({"name": name})
            self.assertEqual(stage.ats_kind, kind, name)

    def test_stage_in_use_does_not_cross_the_hired_line(self):
        self.apply()
        with self.assertRaisesRegex(UserError, "cannot change between hired"):
            self.stage_new.ats_kind = "hired"
        with self.assertRaisesRegex(UserError, "cannot change between hired"):
            self.stage_new.hired_stage = True
        self.stage_new.ats_kind = "screen"

    def test_entering_a_hired_stage_is_hired_by_every_door(self):
        by_drag, by_verb = self.apply(), self.apply(name="Bob Smith", email="bob@example.org")
        by_drag.with_user(self.recruiter).write({"stage_id": self.stage_hired.id})
        by_verb._ats_move(self.stage_hired)
        self.assertEqual((by_drag | by_verb).mapped("ats_state"), ["hired", "hired"])
