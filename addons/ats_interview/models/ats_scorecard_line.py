from odoo import api, fields, models
from odoo.exceptions import UserError

from .ats_scorecard import RATINGS
from .verb import in_verb

OWN_FIELDS = {"rating", "note"}


class AtsScorecardLine(models.Model):
    """One criterion, as the kit had it on the day the interview was planned."""

    _name = "ats.scorecard.line"
    _description = "Rating of a Criterion"
    _order = "sequence, id"
    _rec_name = "criterion"

    scorecard_id = fields.Many2one("ats.scorecard", required=True, readonly=True, ondelete="cascade", index=True)
    sequence = fields.Integer(default=10, readonly=True)
    criterion = fields.Char(required=True, readonly=True)
    guidance = fields.Text(readonly=True)
    rating = fields.Selection(RATINGS)
    note = fields.Char()

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        if not in_verb(self.env):
            lines.scorecard_id._check_unlocked()
        return lines

    def write(self, vals):
        if not in_verb(self.env):
            self.sudo().scorecard_id._check_unlocked()
            if not self.env.su and vals.keys() - OWN_FIELDS:
                raise UserError(self.env._("A criterion is not changed, only rated."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_submitted(self):
        if not in_verb(self.env):
            self.scorecard_id._check_unlocked()
