from odoo import fields, models
from odoo.exceptions import UserError

from .verb import as_verb


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_refuse(self, reason, *, template=None, send_at=None, rule=None):
        """End the applications with a refusal.

        :param reason: ``hr.applicant.refuse.reason``
        :param template: ``mail.template`` for the candidate; none sends nothing
        :param datetime send_at: when the mail leaves (UTC); after the undo time by default
        :param rule: the rule that a person confirmed, if one proposed it
        :raise UserError: an application is hired
        """
        reason.ensure_one()
        ending = self.filtered(lambda applicant: applicant.ats_state not in ("refused", False))
        if not ending:
            return
        ending._ats_check_decides()
        ending._ats_check_not_hired()
        ending._ats_end(
            "refused",
            {
                "refuse_reason_id": reason.id,
                "refuse_date": fields.Datetime.now(),
            },
            payload={"reason": reason.id, "rule": rule and rule.id},
        )
        if template:
            ending._ats_mail(template, send_at=send_at or self._ats_undo_until())

    def _ats_archive(self):
        """Put the applications away without a decision the candidate would hear of."""
        ending = self.filtered("active")
        if ending:
            ending._ats_check_decides()
            ending._ats_end("archived", {})

    def _ats_end(self, outcome, vals, payload=None):
        """Close the running stays, archive, and write the event: what all endings share."""
        applications = self.filtered("ats_state")
        self.env["ats.stage.log"]._leave(applications, outcome)
        as_verb(self).write(
            {
                **vals,
                "active": False,
                "ats_last_activity": fields.Datetime.now(),
            }
        )
        self.env["ats.event"]._record_many(
            [
                {"type": f"application.{outcome}", "applicant": applicant, "payload": payload}
                for applicant in applications
            ]
        )

    def _ats_check_not_hired(self):
        for applicant in self:
            if applicant.ats_state == "hired":
                raise UserError(
                    self.env._(
                        "%(name)s has been hired. Move the card out of the hired stage first.",
                        name=applicant.partner_name,
                    )
                )
