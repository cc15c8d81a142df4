from odoo import fields, models


class HrApplicant(models.Model):
    """A refusal is told by its mail. Until that leaves, the candidate's page says what it said before."""

    _inherit = "hr.applicant"

    def _ats_told_state(self):
        state = super()._ats_told_state()
        return "ongoing" if state == "refused" and self._ats_refusal_mail_waits() else state

    def _ats_refusal_mail_waits(self):
        self.ensure_one()
        waiting = [
            ("model", "=", self._name),
            ("res_id", "=", self.id),
            ("state", "=", "outgoing"),
            ("scheduled_date", ">", fields.Datetime.now()),
        ]
        return bool(self.env["mail.mail"].sudo().search_count(waiting, limit=1))
