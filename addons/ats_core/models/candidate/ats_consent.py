from odoo import fields, models


class AtsConsent(models.Model):
    _name = "ats.consent"
    _description = "Consent of a Candidate"
    _order = "given_at desc, id desc"
    _rec_name = "purpose"

    candidate_id = fields.Many2one("ats.candidate", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="candidate_id.company_id", store=True, index=True)
    purpose = fields.Selection(
        [
            ("processing", "Handle the application"),
            ("retention", "Keep the data after it ended"),
            ("talent_pool", "Be told about other jobs"),
            ("ai", "Let software read the résumé"),
        ],
        required=True,
    )
    text_version = fields.Char("Version of the Text", required=True)
    given_at = fields.Datetime(required=True, default=fields.Datetime.now)
    withdrawn_at = fields.Datetime()
    proof = fields.Json(help="How it was given: door, address, time.")


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _ats_consents(self, purpose):
        """Tell whether the person's consent to a purpose was given and not withdrawn since.

        :param str purpose: one of the values of ``ats.consent.purpose``
        """
        return any(consent.purpose == purpose and not consent.withdrawn_at for consent in self.sudo().consent_ids)
