from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from .merging import CHOSEN_FIELDS

COMPARED = tuple(name for name in CHOSEN_FIELDS if name not in ("partner_id", "profile"))


class AtsMergeWizard(models.TransientModel):
    """Two people side by side, field by field."""

    _name = "ats.merge.wizard"
    _description = "Merge Two People"

    candidate_ids = fields.Many2many("ats.candidate", string="People")
    winner_id = fields.Many2one("ats.candidate", "Stays", required=True, domain="[('id', 'in', candidate_ids)]")
    loser_id = fields.Many2one("ats.candidate", "Is Merged", required=True, domain="[('id', 'in', candidate_ids)]")
    line_ids = fields.One2many(
        "ats.merge.wizard.line", "wizard_id", "Fields", compute="_compute_line_ids", store=True, readonly=False
    )
    what_moves = fields.Char(compute="_compute_what_moves")

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            people = self.env["ats.candidate"].browse(vals["candidate_ids"])
            if len(people) < 2:
                raise UserError(self.env._("Choose two people to merge, or more."))
            first, second, *_others = people.sorted(lambda person: (-person.application_count, person.id))
            vals.update(candidate_ids=[Command.set(people.ids)], winner_id=first.id, loser_id=second.id)
        return super().create(vals_list)

    @api.depends("winner_id", "loser_id")
    def _compute_line_ids(self):
        for wizard in self:
            wizard.line_ids = [Command.clear()] + [
                Command.create(
                    {
                        "field": name,
                        "label": wizard.winner_id._fields[name].get_description(self.env, ["string"])["string"],
                        "winner_value": wizard._shown(wizard.winner_id, name),
                        "loser_value": wizard._shown(wizard.loser_id, name),
                        "choice": "winner" if wizard.winner_id[name] else "loser",
                    }
                )
                for name in COMPARED
                if wizard.winner_id[name] or wizard.loser_id[name]
            ]

    def _shown(self, person, name):
        field = person._fields[name]
        value = person[name]
        if field.type == "selection":
            return dict(field.get_description(self.env, ["selection"])["selection"]).get(value, value)
        return value.display_name if isinstance(value, models.BaseModel) else value

    @api.depends("loser_id")
    def _compute_what_moves(self):
        for wizard in self:
            loser = wizard.loser_id.with_context(active_test=False)
            wizard.what_moves = self.env._(
                "Everything moves along: applications (%(applications)s), consents (%(consents)s), notes, files. "
                "You can undo it for 30 days.",
                applications=len(loser.application_ids),
                consents=len(loser.consent_ids),
            )

    def action_swap(self):
        """The other one stays."""
        self.ensure_one()
        self.write({"winner_id": self.loser_id.id, "loser_id": self.winner_id.id})
        return self._show()

    def action_merge(self):
        """Merge, go on with the next of the selected people, or show who stays."""
        self.ensure_one()
        choices = self.line_ids.filtered(lambda line: line.choice == "loser").mapped("field")
        self.winner_id._merge(self.loser_id, choices=choices)
        left = self.candidate_ids - self.loser_id
        if len(left) > 1:
            return left.action_merge()
        return {
            "type": "ir.actions.act_window",
            "res_model": "ats.candidate",
            "res_id": self.winner_id.id,
            "views": [(False, "form")],
            "target": "current",
        }

    def _show(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Merge Two People"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
        }


class AtsMergeWizardLine(models.TransientModel):
    """One field of both."""

    _name = "ats.merge.wizard.line"
    _description = "Field of a Merge"

    wizard_id = fields.Many2one("ats.merge.wizard", required=True, ondelete="cascade")
    field = fields.Char(required=True, readonly=True)
    label = fields.Char("Field", readonly=True)
    winner_value = fields.Text("Stays", readonly=True)
    loser_value = fields.Text("Is Merged", readonly=True)
    choice = fields.Selection([("winner", "Left one"), ("loser", "Right one")], "Keep", required=True, default="winner")
