from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

from ..day.day_group import DayGroup, DayVerb

SOON = timedelta(days=3)
LAST_DAY = timedelta(days=1)


class AtsDay(models.AbstractModel):
    """Offers whose time to answer ends soon."""

    _inherit = "ats.day"

    @api.model
    def _ats_day_groups(self, scope):
        now = fields.Datetime.now()
        return [
            *super()._ats_day_groups(scope),
            DayGroup(
                key="offers",
                sequence=70,
                title=self.env._("Offers that end soon"),
                model="ats.offer",
                domain=self._ats_day_applications(scope, "applicant_id.")
                & Domain("state", "=", "sent")
                & Domain("expires_at", ">", now)
                & Domain("expires_at", "<", now + SOON),
                since="sent_at",
                order="expires_at, id",
                late=("expires_at", now + LAST_DAY),
                rows=self._ats_day_offer_rows,
                verbs=(
                    DayVerb("remind", self.env._("Remind"), lambda one: one._remind_in_day()),
                    DayVerb(
                        "write",
                        self.env._("Write"),
                        lambda one: one.applicant_id.action_ats_write_to_candidate(),
                        opens=True,
                    ),
                ),
            ),
        ]

    @api.model
    def _ats_day_offer_rows(self, offers):
        may_remind = offers.has_access("write")
        return {
            offer.id: {
                **self._ats_day_application_row(
                    offer.applicant_id,
                    self.env._("No answer yet; it ends %s.", offer._candidate_time(offer.expires_at)),
                    ["remind", "write"] if may_remind and not offer.reminded_at else ["write"],
                ),
                "open": ("ats.offer", offer.id),
            }
            for offer in offers
        }


class AtsOffer(models.Model):
    _inherit = "ats.offer"

    def _remind_in_day(self):
        """Remind the candidate, and let the row rest until tomorrow."""
        self.check_access("write")
        self._remind()
        day = self.env["ats.day"]
        self.env["ats.day.snooze"]._put_off("offers", self, day._ats_day_until("tomorrow"))
        return self.env._("%s is reminded.", self.applicant_id.partner_name or "")
