from odoo import fields, models

# What a candidate may take back without ending the application.
OPTIONAL_PURPOSES = ("retention", "talent_pool", "job_alert", "ai", "sms")


class AtsConsent(models.Model):
    _inherit = "ats.consent"

    purpose = fields.Selection(
        selection_add=[("job_alert", "Send new jobs"), ("sms", "Send text messages")],
        ondelete={"job_alert": "cascade", "sms": "cascade"},
    )


class AtsCandidate(models.Model):
    """Giving a consent and taking it back: one step each, both written down."""

    _inherit = "ats.candidate"

    def _ats_has_consent(self, purpose):
        """Tell whether a consent to a purpose holds now."""
        self.ensure_one()
        return bool(
            self.sudo().consent_ids.filtered(lambda consent: consent.purpose == purpose and not consent.withdrawn_at)
        )

    def _ats_give_consent(self, purpose, *, text_version, proof, text=None):
        """Write down a consent; one that holds already is not written twice.

        :param str text_version: version of the words that were agreed to
        :param dict proof: how it was given, without the address itself
        :param text: the company's own ``ats.consent.text``, when it had one
        """
        self.ensure_one()
        if self._ats_has_consent(purpose):
            return
        self.env["ats.consent"].sudo().create(
            {
                "candidate_id": self.id,
                "purpose": purpose,
                "text_version": text_version,
                "text_id": text.id if text else False,
                "proof": proof,
            }
        )
        self.env["ats.event"]._record("consent.given", candidate=self, payload={"purpose": purpose})
        self._ats_consent_given(purpose)

    def _ats_withdraw_consent(self, purpose):
        """Take a consent back, at once and without a reason."""
        self.ensure_one()
        holding = self.sudo().consent_ids.filtered(
            lambda consent: consent.purpose == purpose and not consent.withdrawn_at
        )
        if holding:
            holding.withdrawn_at = fields.Datetime.now()
            self.env["ats.event"]._record("consent.withdrawn", candidate=self, payload={"purpose": purpose})
            self._ats_consent_withdrawn(purpose)

    def _ats_consent_given(self, purpose):
        """Hook: what follows from a consent."""
        if purpose in ("talent_pool", "job_alert"):
            self.env["ats.message.preference"]._resume(self.email, purpose, self.company_id)

    def _ats_consent_withdrawn(self, purpose):
        """Hook: what ends with a consent."""
        if purpose == "talent_pool":
            self.sudo()._pool_remove(self.sudo().talent_pool_ids)
        if purpose in ("talent_pool", "job_alert"):
            self.env["ats.message.preference"]._stop(self.email, purpose, self.company_id)
