from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import LazyTranslate

_lt = LazyTranslate(__name__)

EXPIRED = _lt("%(offer)s expired.")
EXPIRED_TODO = _lt("The offer to %(person)s expired without an answer")
REMIND_BEFORE = timedelta(days=2)
LEAVE_ALONE = timedelta(days=1)


class AtsOffer(models.Model):
    """What time does to an offer. Each cron can be stopped anywhere and goes on next time."""

    _inherit = "ats.offer"

    def _expire(self):
        """End the offers whose time is over; others stay as they are."""
        now = fields.Datetime.now()
        for offer in self:
            offer._lock()
            if offer.state != "sent" or offer.expires_at > now:
                continue
            offer._turn(("sent",), "expired")
            offer._tell("offer.expired", EXPIRED)
            offer._leave_activity(offer._recruiter(), EXPIRED_TODO)

    def _remind(self):
        """Mail the candidate once that the offer ends soon."""
        for offer in self.filtered(lambda offer: offer.state == "sent" and not offer.reminded_at):
            offer._write_by_verb({"reminded_at": fields.Datetime.now()})
            offer.applicant_id._ats_mail(self.env.ref("ats_core.mail_template_offer_reminder"))

    @api.model
    def _expiry_domain(self):
        return [("state", "=", "sent"), ("expires_at", "<=", fields.Datetime.now())]

    @api.model
    def _reminder_domain(self):
        now = fields.Datetime.now()
        return [
            ("state", "=", "sent"),
            ("reminded_at", "=", False),
            ("expires_at", ">", now),
            ("expires_at", "<=", now + REMIND_BEFORE),
            ("sent_at", "<=", now - LEAVE_ALONE),
        ]

    @api.model
    def _cron_expire(self, limit=500):
        """End what nobody answered in time."""
        self._each_due(self._expiry_domain(), limit, "_expire")

    @api.model
    def _cron_remind(self, limit=500):
        """Remind who has two days left."""
        self._each_due(self._reminder_domain(), limit, "_remind")

    @api.model
    def _each_due(self, domain, limit, verb):
        """Call a verb on each due offer, committing after each one."""
        cron = self.env["ir.cron"]
        due = self.search(domain, order="expires_at", limit=limit)
        cron._commit_progress(remaining=self.search_count(domain))
        for offer in due:
            locked = offer.try_lock_for_update(allow_referencing=True)
            if locked.filtered_domain(domain):
                getattr(locked, verb)()
            if not cron._commit_progress(1):
                break
