from odoo import fields, models


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_interview_ids = fields.One2many("ats.interview", "applicant_id", "Interviews")
    ats_scorecard_ids = fields.One2many("ats.scorecard", "applicant_id", "Scorecards")

    def action_create_meeting(self):
        """Native door "Schedule Interview": it would make a contact of the candidate and invite
        that contact to the panel's event, so it leads to ours."""
        return self.action_ats_schedule_interview()

    def action_ats_schedule_interview(self):
        """Open the dialog that plans an interview."""
        self.ensure_one()
        self.env["ats.interview"]._check_may_plan(self)
        return self.env["ats.interview.schedule"]._open(self)

    def action_ats_open_interviews(self):
        """Open the interviews of this application."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_interview.action_ats_interview")
        return {
            **action,
            "domain": [("applicant_id", "=", self.id)],
            "context": {},
            "view_mode": "list,kanban,form,calendar",
            "views": [(False, "list"), (False, "kanban"), (False, "form"), (False, "calendar")],
        }

    def _ats_card_facts(self):
        """How many scorecards are in; numbers alone, the same for every reader."""
        facts = super()._ats_card_facts()
        counts = self.env["ats.scorecard"]._counts("applicant_id", self)
        for applicant_id, (submitted, total) in counts.items():
            facts.setdefault(applicant_id, []).append(
                {
                    "label": self.env._("Scorecards %(submitted)s/%(total)s", submitted=submitted, total=total),
                    "title": self.env._(
                        "%(submitted)s of %(total)s scorecards are submitted",
                        submitted=submitted,
                        total=total,
                    ),
                    "kind": "success" if submitted == total else "neutral",
                }
            )
        return facts

    def _ats_timeline(self):
        """What the candidate may read about interviews."""
        entries = super()._ats_timeline()
        for interview in self.sudo().ats_interview_ids:
            entries += interview._timeline_entries(self.env.lang)
        return entries
