from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

from ..day.day_group import DayGroup, DayVerb

DECIDE_WITHIN = timedelta(days=2)


class AtsDay(models.AbstractModel):
    """Refusals that a rule proposed and a person has to confirm."""

    _inherit = "ats.day"

    @api.model
    def _ats_day_groups(self, scope):
        return [
            *super()._ats_day_groups(scope),
            DayGroup(
                key="refusals",
                sequence=10,
                title=self.env._("Confirm refusals"),
                model="ats.refusal.proposal",
                domain=self._ats_day_applications(scope) & Domain("state", "=", "proposed"),
                since="create_date",
                order="create_date, id",
                late=("create_date", fields.Datetime.now() - DECIDE_WITHIN),
                rows=self._ats_day_refusal_rows,
                verbs=(
                    DayVerb(
                        "confirm",
                        self.env._("Refuse"),
                        lambda one: one._confirm_in_day(),
                        undo=lambda one: one._undo(),
                        bulk=True,
                    ),
                    DayVerb("keep", self.env._("Keep"), lambda one: one._dismiss()),
                ),
            ),
        ]

    @api.model
    def _ats_day_refusal_rows(self, proposals):
        return {
            proposal.id: self._ats_day_application_row(
                proposal.applicant_id,
                self.env._(
                    "%(reason)s: %(why)s",
                    reason=proposal.reason_id.name,
                    why=proposal.origin or self.env._("proposed by a rule"),
                ),
                ["confirm", "keep"],
            )
            for proposal in proposals
        }


class AtsRefusalProposal(models.Model):
    _inherit = "ats.refusal.proposal"

    def _confirm_in_day(self):
        """Confirm one and say what follows.

        :raise UserError: why it cannot be confirmed
        """
        self._lock_waiting()._confirm_one()
        name = self.applicant_id.partner_name or ""
        if self.template_id:
            return self.env._("%s is refused; the mail leaves in a minute.", name)
        return self.env._("%s is refused; no mail is sent.", name)
