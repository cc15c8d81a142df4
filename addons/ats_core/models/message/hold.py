from odoo import models

HOLD = "ats_hold"


class Hold:
    """Mails made under it wait for a moment that is set when all are made, so that many can be
    taken back together. An object, not a value: no client can put it into a context."""

    def __init__(self, until):
        self.until = until
        self._mails = []

    def add(self, mails):
        """Remember the ids of mails by the ids of their applications."""
        self._mails += mails.items()

    def take(self):
        """Return the ids of mails made since the last call, by application."""
        by_application = {}
        for applicant_id, mail_id in self._mails:
            by_application.setdefault(applicant_id, []).append(mail_id)
        self._mails = []
        return by_application


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_hold(self):
        """Return the hold that mails wait under, None when there is none."""
        hold = self.env.context.get(HOLD)
        return hold if isinstance(hold, Hold) else None
