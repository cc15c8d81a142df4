import hashlib

from odoo import api, models

TEXT_VERSION = "apply-2026-11"


class AtsApplyForm(models.AbstractModel):
    """What a visitor may agree to on the application form: one box for each purpose, none ticked."""

    _inherit = "ats.apply.form"

    @api.model
    def _consents(self, job=None):
        """Return the boxes in order: dicts with name, purpose, text, why, required, version and own.

        The company's own text wins over ours. The version names the wording: a sentence that is changed or
        translated has another one.
        """
        company_sudo = (job and job.sudo().company_id) or self.env.company.sudo()
        own = self.env["ats.consent.text"]._all_current(company_sudo, self.env.lang)
        consents = []
        for purpose, (text, why) in self._consent_texts(company_sudo).items():
            text_sudo = own.get(purpose)
            consents.append(
                {
                    "name": "consent" if purpose == "processing" else f"consent_{purpose}",
                    "purpose": purpose,
                    "text": text_sudo.text if text_sudo else text,
                    "why": text_sudo.why or "" if text_sudo else why,
                    "required": purpose == "processing",
                    "version": text_sudo._version_name() if text_sudo else f"{TEXT_VERSION}-{_fingerprint(text)}",
                    "own": text_sudo,
                }
            )
        return consents

    @api.model
    def _sends_sms(self, company):
        """Tell whether a stage of the company sends text messages: only then we ask for the agreement."""
        rules_sudo = self.env["ats.stage.rule"].sudo()
        return bool(rules_sudo.search_count([("action", "=", "sms"), ("sms_template_id", "!=", False)], limit=1))

    @api.model
    def _consent_texts(self, company_sudo):
        company = company_sudo.name or ""
        texts = {
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
        if self._sends_sms(company_sudo):
            texts["sms"] = (
                self.env._("%s may send text messages about my application to my phone.", company),
                self.env._("Why: a change of your interview then reaches you at once. Stop them on your page."),
            )
        return texts


def _fingerprint(text):
    return hashlib.sha256(text.encode()).hexdigest()[:8]
