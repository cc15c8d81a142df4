import binascii
from datetime import datetime, timezone

from odoo import api, fields, models
from odoo.tools.misc import hash_sign, verify_hash_signed

SCOPE = "ats_portal.touches"
KEPT = 10
HOURS = 24 * 31 * 24  # two years: the company's months decide when a touch is too old


class AtsReferralLink(models.Model):
    """The touches that a browser keeps: plain lists ``[kind, id, job id, seconds]``, signed in the cookie."""

    _inherit = "ats.referral.link"

    @api.model
    def _sign_touches(self, touches):
        return hash_sign(self.env(su=True), SCOPE, touches, expiration_hours=HOURS)

    @api.model
    def _read_touches(self, kept, cookie):
        """Return the touches of the session and of the cookie, each link with its first one, oldest first."""
        first = {}
        for kind, id_, job_id, at in sorted([*(kept or []), *self._verified(cookie)], key=lambda touch: touch[3]):
            first.setdefault((kind, id_), [kind, id_, job_id, at])
        return list(first.values())

    @api.model
    def _verified(self, cookie):
        try:
            return verify_hash_signed(self.env(su=True), SCOPE, cookie or "") or []
        except (ValueError, TypeError, binascii.Error):
            return []

    @api.model
    def _touches_with(self, kept, cookie, source):
        """Return the touches of a browser that opens a link or an invitation now."""
        kind = "link" if source._name == self._name else "invitation"
        now = int(fields.Datetime.now().replace(tzinfo=timezone.utc).timestamp())
        touches = self._read_touches([*(kept or []), [kind, source.id, source.job_id.id, now]], cookie)
        # The first touch of this job counts longest; of all the others the newest stay.
        own = [touch for touch in touches if touch[2] == source.job_id.id]
        others = [touch for touch in touches if touch[2] != source.job_id.id]
        room = max(0, KEPT - len(own[:KEPT]))
        return [*(others[-room:] if room else []), *own[:KEPT]]

    @api.model
    def _touches_without(self, job, kept, cookie):
        return [touch for touch in self._read_touches(kept, cookie) if touch[2] != job.id]

    @api.model
    def _touches_of(self, job, kept, cookie):
        """Return ``(elevated link or invitation, moment in UTC)`` of the touches of a job, oldest first."""
        models_of = {"link": self.sudo(), "invitation": self.env["ats.referral"].sudo()}
        found = [
            (models_of[kind].browse(id_).exists(), _moment(at))
            for kind, id_, job_id, at in self._read_touches(kept, cookie)
            if job_id == job.id and kind in models_of
        ]
        return [(source, at) for source, at in found if source]


def _moment(seconds):
    return datetime.fromtimestamp(seconds, tz=timezone.utc).replace(tzinfo=None)
