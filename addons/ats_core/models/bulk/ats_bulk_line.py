from odoo import api, fields, models

# Where a line keeps what it is about, by the model that the run is on.
FIELD_OF = {"hr.applicant": "applicant_id", "ats.candidate": "candidate_id", "ats.duplicate": "duplicate_id"}


class AtsBulkLine(models.Model):
    """One application or person of a bulk action: done, left out with the reason, failed, taken back."""

    _name = "ats.bulk.line"
    _description = "Line of a Bulk Action"
    _order = "run_id, id"
    _rec_name = "candidate_id"

    run_id = fields.Many2one("ats.bulk.run", required=True, ondelete="cascade", index=True)
    applicant_id = fields.Many2one("hr.applicant", "Application", ondelete="cascade", index="btree_not_null")
    candidate_id = fields.Many2one("ats.candidate", "Person", ondelete="cascade", index="btree_not_null")
    duplicate_id = fields.Many2one("ats.duplicate", "Pair", ondelete="cascade", index="btree_not_null")
    job_id = fields.Many2one(related="applicant_id.job_id", store=True)
    state = fields.Selection(
        [
            ("todo", "To do"),
            ("skipped", "Left out"),
            ("done", "Done"),
            ("failed", "Failed"),
            ("undone", "Taken back"),
        ],
        required=True,
        default="todo",
    )
    reason = fields.Char("Why", help="Why it was left out or failed, or what to know about it.")
    before = fields.Json(groups=fields.NO_ACCESS, help="What undoing needs: ids of records, no data of the person.")

    _todo_idx = models.Index("(run_id, id) WHERE state = 'todo'")

    def _settle(self, state, reason=False, **vals):
        if self:
            self.sudo().write({"state": state, "reason": reason, **vals})

    def _record(self):
        """Return what the lines are about, as the owner of the run; applications, people or pairs of people."""
        run = self.run_id
        records = self.env[run.res_model].with_user(run.sudo().user_id).with_context(active_test=False)
        return records.browse(self.sudo()[FIELD_OF[run.res_model]].ids)

    def action_open(self):
        """Open the application or the person."""
        self.ensure_one()
        record = self._record() if self.run_id.res_model != "ats.duplicate" else self.candidate_id
        return record.with_env(self.env).get_formview_action()

    @api.model
    def _by_record(self, lines):
        """Return the lines by the id of what they are about."""
        field = FIELD_OF.get(lines.run_id.res_model)
        return {line[field].id: line for line in lines.sudo()}
