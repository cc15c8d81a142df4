import hashlib

from odoo import api, models

TEXT_VERSION = "apply-2026-11"


class AtsApplyForm(models.AbstractModel):
    """What a visitor may agree to on the application form: one box for each purpose, none ticked."""

    _inherit = "ats.apply.form"

    @api.model
    def _consents(self, job=None):
        """Return the boxes in order: dicts with name, purpose, text, why, required and version.

        The version names the wording: a sentence that is changed or translated has another one.
        """
        company_sudo = (job and job.sudo().company_id) or self.env.company.sudo()
        texts = self._consent_texts(company_sudo.name or "")
        return [
            {
                "name": "consent" if purpose == "processing" else f"consent_{purpose}",
                "purpose": purpose,
                "text": text,
                "why": why,
                "required": purpose == "processing",
                "version": f"{TEXT_VERSION}-{hashlib.sha256(text.encode()).hexdigest()[:8]}",
            }
            for purpose, (text, why) in texts.items()
        ]

    @api.model
    def _consent_texts(self, company):
        return {
            "processing": (
                self.env._("%s may use what I send here to decide about this application.", company),
                self.env._("Why: without it nobody may read your application. You can withdraw at any time."),
            ),
            "retention": (
                self.env._("%s may keep my data for two years after this application has ended.", company),
                self.env._("Why: so that you need not send everything again."),
            ),
            "talent_pool": (
                self.env._("%s may write to me when another job fits.", company),
                self.env._("Why: jobs that are filled quickly are often not advertised."),
            ),
            "ai": (
                self.env._("Software may read my résumé and compare it with the job."),
                self.env._("Why: it points people to what fits. A person decides, also when you do not agree."),
            ),
        }
