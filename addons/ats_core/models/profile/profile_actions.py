from odoo import models
from odoo.exceptions import UserError


class AtsCandidate(models.Model):
    """The buttons above a profile. Each opens what does the work."""

    _inherit = "ats.candidate"

    def action_add_to_job(self):
        """Open Odoo's dialog with the person's newest row."""
        return self._native_dialog("job.add.applicants", self.env._("Add to a Job"))

    def action_add_to_pool(self):
        """Open Odoo's dialog; it finds the one talent row of the person by itself."""
        return self._native_dialog("talent.pool.add.applicants", self.env._("Add to a Pool"))

    def action_write(self):
        """Write to the person, in the newest application that the user may write in."""
        rows = self._readable_applications().filtered("job_id")
        row = (rows.filtered(lambda row: row.ats_state == "ongoing") or rows)[:1]
        if not row:
            raise UserError(self.env._("This person has no application to write in. Add them to a job first."))
        return row.action_ats_write_to_candidate()

    def action_ask_erasure(self):
        """Open a privacy request: the privacy officer erases, with what stands against it in sight."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Privacy Request"),
            "res_model": "ats.privacy.request",
            "view_mode": "list,form",
            "domain": [("candidate_id", "=", self.id)],
            "context": {"default_candidate_id": self.id, "default_kind": "erasure"},
        }

    def _native_dialog(self, model, title):
        self.ensure_one()
        row = self._readable_applications()[:1]
        if not row:
            raise UserError(self.env._("Nothing of this person can be copied yet: there is no application."))
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": {"default_applicant_ids": row.ids},
        }
