from odoo import api, fields, models
from odoo.tools import consteq, email_normalize
from odoo.tools.misc import hmac

SCOPE = "ats_core.unsubscribe"


class AtsMessagePreference(models.Model):
    """What an address does not want to be written about. Mails about an application the person
    has made always go; what we send on our own account asks here first."""

    _name = "ats.message.preference"
    _description = "Mail a Candidate Does not Want"
    _order = "id desc"
    _rec_name = "email_normalized"

    company_id = fields.Many2one(
        "res.company", required=True, index=True, ondelete="cascade", default=lambda self: self.env.company.root_id
    )
    email_normalized = fields.Char("Address", required=True)
    kind = fields.Selection(
        [
            ("job_alert", "New jobs"),
            ("talent_pool", "Talent pool"),
            ("survey", "Questions about the experience"),
            ("marketing", "Invitations and news"),
        ],
        required=True,
    )
    stopped_at = fields.Datetime("Unsubscribed", required=True, default=fields.Datetime.now)

    _address_uniq = models.UniqueIndex("(company_id, email_normalized, kind)", "This address has unsubscribed already.")

    @api.model
    def _allows(self, email, kind, company):
        """Tell whether mails of a kind may be sent to an address.

        :param str kind: one of the kinds of this model
        """
        address = email_normalize(email or "")
        return bool(address) and not self._stopped({(company.root_id.id, address)}, kind)

    @api.model
    def _stopped(self, addresses, kind):
        """Return those of the addresses that want no mails of a kind; one query.

        :param addresses: set of ``(id of the head of the group of companies, normalised address)``
        :param str kind: one of the kinds of this model; without one nobody has unsubscribed
        """
        if not kind or not addresses:
            return set()
        rows = self.sudo().search_fetch(
            [
                ("company_id", "in", list({company for company, _address in addresses})),
                ("email_normalized", "in", [address for _company, address in addresses if address]),
                ("kind", "=", kind),
            ],
            ["company_id", "email_normalized"],
        )
        return {(row.company_id.id, row.email_normalized) for row in rows} & set(addresses)

    @api.model
    def _stop(self, email, kind, company):
        """Remember that an address does not want mails of a kind. Again changes nothing."""
        address = email_normalize(email or "")
        if address and self._allows(address, kind, company):
            self.sudo().create({"company_id": company.root_id.id, "email_normalized": address, "kind": kind})

    @api.model
    def _resume(self, email, kind, company):
        """Forget that an address did not want mails of a kind, because the person asked for them."""
        self.sudo().search(
            [
                ("company_id", "=", company.root_id.id),
                ("email_normalized", "=", email_normalize(email or "")),
                ("kind", "=", kind),
            ]
        ).unlink()

    # ------------------------------------------------------------
    # The link at the foot of a mail: it needs no login and no row until it is used
    # ------------------------------------------------------------

    @api.model
    def _signature(self, applicant_id, kind):
        return hmac(self.env(su=True), SCOPE, f"{int(applicant_id)}:{kind}")

    @api.model
    def _unsubscribe_path(self, applicant, kind):
        """Return the local address at which one press stops mails of a kind."""
        return f"/my/application/unsubscribe/{applicant.id}/{kind}/{self._signature(applicant.id, kind)}"

    @api.model
    def _signed_applicant(self, applicant_id, kind, signature):
        """Return the elevated application of an unsubscribe link, empty when it is forged."""
        applicants_sudo = self.env["hr.applicant"].sudo().with_context(active_test=False)
        known = kind in dict(self._fields["kind"].selection)
        if not known or not consteq(self._signature(applicant_id, kind), signature or ""):
            return applicants_sudo.browse()
        return applicants_sudo.browse(applicant_id).exists()
