"""What the tests of offers and of hiring share."""

from datetime import date, timedelta

from odoo import fields
from odoo.tests import new_test_user

from .common import AtsCase, AtsMixin

EVIDENCE = {"name": "Ana García", "ip": "203.0.113.7", "user_agent": "Firefox", "door": "portal"}
START = date(2027, 1, 4)


class OfferMixin(AtsMixin):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The weakest user who makes an employee: no recruitment group, no HR manager.
        cls.hr_user = new_test_user(cls.env, "ats_hr_user", groups="hr.group_hr_user", email="hr@company.example")
        cls.env.company.write({"email": "info@company.example", "phone": "+32 2 555 00 00"})

    def make_offer(self, applicant=None, user=None, **terms):
        """Return a draft made by the recruiter (or the given user), complete enough to be sent."""
        applicant = applicant or self.apply(tz="Europe/Brussels")
        return (
            self.env["ats.offer"]
            .with_user(user or self.recruiter)
            .create(
                {
                    "applicant_id": applicant.id,
                    "wage": 4200,
                    "wage_period": "month",
                    "start_date": START,
                    "expires_at": fields.Datetime.now() + timedelta(days=7),
                    "hr_responsible_id": self.hr_user.id,
                    **terms,
                }
            )
        )

    def sent_offer(self, applicant=None, **terms):
        """Return an offer that waits for its answer, as the candidate's gate hands it over."""
        offer = self.make_offer(applicant, **terms)
        offer._send()
        return offer.sudo()

    def accepted_offer(self, applicant=None, **terms):
        """Return an accepted offer, elevated."""
        offer_sudo = self.sent_offer(applicant, **terms)
        offer_sudo._answer(True, evidence=EVIDENCE)
        return offer_sudo

    def events(self, applicant):
        """Return the types of the application's events, oldest first."""
        rows = self.env["ats.event"].sudo().search([("applicant_id", "=", applicant.id)], order="id")
        return rows.mapped("type")


class OfferCase(OfferMixin, AtsCase):
    pass
