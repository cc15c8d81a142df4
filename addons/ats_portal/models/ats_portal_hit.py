from datetime import timedelta
from ipaddress import ip_address, ip_network

from odoo import api, fields, models
from odoo.tools import SQL
from odoo.tools.misc import hmac


class AtsPortalHit(models.Model):
    """One row per counted try of a visitor: the rate limit that all workers share.

    Rows are only ever added and counted, never updated, so parallel requests do not wait for each
    other. The subject (an address, a network) is stored as a keyed hash.
    """

    _name = "ats.portal.hit"
    _description = "Counted Try of a Visitor"
    _log_access = False
    _rec_name = "key"

    key = fields.Char(required=True, readonly=True)
    tried_at = fields.Datetime(required=True, readonly=True)

    _key_time_idx = models.Index("(key, tried_at)")
    _time_idx = models.Index("(tried_at)")

    @api.model
    def _is_over(self, scope, subject, *, limit, seconds):
        """Count a try and tell whether ``subject`` has now used more than ``limit`` of them.

        Runs in a transaction of its own: a request that fails afterwards stays counted, and other
        workers see the try at once.

        :param str scope: what is limited, for instance ``apply.ip``
        :param str subject: who, in the clear; only its keyed hash is kept
        """
        key = hmac(self.env(su=True), f"ats_portal.{scope}", subject)
        now = fields.Datetime.now()
        since = now - timedelta(seconds=seconds)
        with self.env.registry.cursor() as cr:
            if self._count(cr, key, since) >= limit:
                return True
            cr.execute(SQL("INSERT INTO ats_portal_hit (key, tried_at) VALUES (%s, %s)", key, now))
            cr.commit()  # pylint: disable=invalid-commit
            return self._count(cr, key, since) > limit

    @api.model
    def _count(self, cr, key, since):
        cr.execute(SQL("SELECT count(*) FROM ats_portal_hit WHERE key = %s AND tried_at > %s", key, since))
        return cr.fetchone()[0]

    @api.model
    def _network(self, address):
        """Return what counts as one visitor: the address, or the /64 that an IPv6 line has."""
        try:
            parsed = ip_address(address or "")
        except ValueError:
            return "unknown"
        if parsed.version == 6:
            mapped = parsed.ipv4_mapped
            return str(mapped or ip_network((parsed, 64), strict=False))
        return str(parsed)

    @api.model
    def _mailbox(self, address):
        """Return the mailbox behind an address: case and plus tags make no second person."""
        local, _at, domain = (address or "").strip().casefold().rpartition("@")
        return f"{local.partition('+')[0]}@{domain}"

    @api.autovacuum
    def _gc_hits(self):
        before = fields.Datetime.now() - timedelta(hours=2)
        self.env.cr.execute(SQL("DELETE FROM ats_portal_hit WHERE tried_at < %s", before))
