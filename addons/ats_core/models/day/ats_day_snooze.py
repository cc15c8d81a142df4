from odoo import api, fields, models


class AtsDaySnooze(models.Model):
    """That a user does not want to see a row of the own list for a while."""

    _name = "ats.day.snooze"
    _description = "Put off on My Day"
    _rec_name = "key"

    user_id = fields.Many2one(
        "res.users", required=True, readonly=True, default=lambda self: self.env.user, ondelete="cascade"
    )
    key = fields.Char("Group", required=True, readonly=True)
    res_id = fields.Many2oneReference("Row", model_field="res_model", required=True, readonly=True)
    res_model = fields.Char("Model", required=True, readonly=True)
    until = fields.Datetime(required=True)

    _row_uniq = models.UniqueIndex("(user_id, key, res_id)", "This row is put off already.")
    _until_idx = models.Index("(until)")

    @api.model
    def _hidden(self):
        """Return ``{key: ids of the rows the user has put off}``, with one query."""
        rows = self.sudo()._read_group(
            [("user_id", "=", self.env.uid), ("until", ">", fields.Datetime.now())], ["key"], ["res_id:array_agg"]
        )
        return dict(rows)

    @api.model
    def _put_off(self, key, record, until):
        """Hide a row from the user until a moment (UTC); a second time moves the moment."""
        own = [("user_id", "=", self.env.uid), ("key", "=", key), ("res_id", "=", record.id)]
        snooze_sudo = self.sudo().search(own)
        if snooze_sudo:
            snooze_sudo.until = until
        else:
            self.sudo().create(
                {"user_id": self.env.uid, "key": key, "res_model": record._name, "res_id": record.id, "until": until}
            )

    @api.model
    def _bring_back(self, key, res_id):
        self.sudo().search([("user_id", "=", self.env.uid), ("key", "=", key), ("res_id", "=", res_id)]).unlink()

    @api.autovacuum
    def _gc_past(self):
        self.sudo().search([("until", "<", fields.Datetime.now())], limit=10000).unlink()
