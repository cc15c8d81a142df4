from odoo import api, fields, models


class AtsStageRemove(models.TransientModel):
    _name = "ats.stage.remove"
    _description = "Remove a Stage"

    stage_id = fields.Many2one("hr.recruitment.stage", required=True, readonly=True, ondelete="cascade")
    choice_ids = fields.Many2many("hr.recruitment.stage", compute="_compute_choice_ids")
    target_id = fields.Many2one(
        "hr.recruitment.stage", "Move Applications To", domain="[('id', 'in', choice_ids)]", ondelete="cascade"
    )
    what_happens = fields.Char(compute="_compute_choice_ids")

    @api.depends("stage_id")
    def _compute_choice_ids(self):
        for wizard in self:
            stage = wizard.stage_id
            wizard.choice_ids = stage and stage._ats_siblings().filtered(
                lambda other, stage=stage: (other.ats_kind == "hired") == (stage.ats_kind == "hired")
            )
            wizard.what_happens = stage and wizard._what_happens(stage._ats_count_running())

    def _what_happens(self, running):
        name = self.stage_id.name
        if not running:
            return self.env._("No open application is in “%s”. Ended ones keep their history.", name)
        if running == 1:
            return self.env._("One open application is in “%s”. It moves without a mail to the candidate.", name)
        return self.env._(
            "%(count)s open applications are in “%(stage)s”. They move without a mail to the candidates.",
            count=running,
            stage=name,
        )

    def action_remove(self):
        """Button: move the applications, remove the stage."""
        self.ensure_one()
        done = self.stage_id._ats_remove_or_queue(self.target_id)
        message = (
            self.env._("The stage is removed.") if done else self.env._("The applications move in the background.")
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": message,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }
