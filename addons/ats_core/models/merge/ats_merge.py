from datetime import timedelta

from odoo import api, fields, models

UNDO_DAYS = 30


class AtsMerge(models.Model):
    """Two records of one person became one: who did it, and every value that changed."""

    _name = "ats.merge"
    _description = "Merge of Two People"
    _order = "id desc"
    _rec_name = "winner_id"

    winner_id = fields.Many2one("ats.candidate", "Stays", required=True, readonly=True, ondelete="cascade", index=True)
    loser_id = fields.Many2one("ats.candidate", "Merged", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="winner_id.company_id", store=True, index=True)
    user_id = fields.Many2one("res.users", "By", required=True, readonly=True, default=lambda self: self.env.user)
    merged_at = fields.Datetime("Merged on", required=True, readonly=True, default=fields.Datetime.now)
    undo_until = fields.Datetime(compute="_compute_undo_until")
    state = fields.Selection([("done", "Merged"), ("undone", "Undone")], required=True, readonly=True, default="done")
    undone_at = fields.Datetime(readonly=True)
    undone_by_id = fields.Many2one("res.users", readonly=True)
    change_ids = fields.One2many("ats.merge.change", "merge_id", "Changes", readonly=True)
    change_count = fields.Integer(compute="_compute_change_count")
    conflict_text = fields.Text("Changed since", compute="_compute_conflict_text")

    _loser_uniq = models.UniqueIndex("(loser_id) WHERE state = 'done'", "This person was merged already.")

    @api.depends("merged_at")
    def _compute_undo_until(self):
        for merge in self:
            merge.undo_until = merge.merged_at and merge.merged_at + timedelta(days=UNDO_DAYS)

    @api.depends("change_ids")
    def _compute_change_count(self):
        changes_sudo = self.env["ats.merge.change"].sudo()
        counts = dict(changes_sudo._read_group([("merge_id", "in", self.ids)], ["merge_id"], ["__count"]))
        for merge in self:
            merge.change_count = counts.get(merge.sudo(), 0)

    @api.depends("state")
    def _compute_conflict_text(self):
        for merge in self:
            conflicts = merge._conflicts() if merge.state == "done" else []
            merge.conflict_text = "\n".join(conflict.sudo()._sentence() for conflict in conflicts) or False

    @api.model
    def _cron_forget(self):
        """Scheduled action: what cannot be undone any more keeps no old values."""
        before = fields.Datetime.now() - timedelta(days=UNDO_DAYS)
        self.env["ats.merge.change"].search([("merge_id.merged_at", "<", before)]).unlink()


class AtsMergeChange(models.Model):
    """One value that a merge changed."""

    _name = "ats.merge.change"
    _description = "Change of a Merge"
    _order = "id"
    _log_access = False

    merge_id = fields.Many2one("ats.merge", required=True, ondelete="cascade", index=True)
    model = fields.Char(required=True)
    res_id = fields.Many2oneReference("Record", model_field="model", required=True)
    field = fields.Char(required=True)
    before = fields.Json(help="The value in a list, because nothing and no differ.")
    after = fields.Json(help="The value in a list; of a list what was added.")

    def _sentence(self):
        """Return "Application Ana García: Candidate"."""
        self.ensure_one()
        record = self.env[self.model].browse(self.res_id).exists()
        model_name = self.env["ir.model"]._get(self.model).name
        label = self.env[self.model]._fields[self.field].get_description(self.env, ["string"])["string"]
        if not record:
            return self.env._("%(model)s: deleted", model=model_name)
        return f"{model_name} {record.display_name}: {label}"
