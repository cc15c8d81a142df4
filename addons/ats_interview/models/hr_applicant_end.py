from odoo import fields, models

from .verb import as_verb


class HrApplicant(models.Model):
    """When an application ends, nobody keeps sitting in a room for it."""

    _inherit = "hr.applicant"

    def _ats_end(self, outcome, vals, payload=None):
        result = super()._ats_end(outcome, vals, payload)
        self._ats_cancel_interviews()
        return result

    def _ats_cancel_interviews(self):
        """Cancel what is still ahead. Elevated: who may end the application may do this."""
        self.env["ats.interview"].sudo().search(
            [
                ("applicant_id", "in", self.ids),
                ("state", "=", "planned"),
                ("start", ">", fields.Datetime.now()),
            ]
        )._cancel(self.env._("The application ended."))

    def unlink(self):
        """The interviews go with the application, so their calendar events must go as well."""
        events = as_verb(
            self.env["ats.interview"]
            .sudo()
            .search([("applicant_id", "in", self.ids), ("state", "=", "planned")])
            .calendar_event_id
        )
        result = super().unlink()
        events.unlink()
        return result
