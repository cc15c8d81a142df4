from datetime import timedelta

from odoo import fields, models
from odoo.tools import format_date

from .hr_applicant_data import CONSENT_TEXT_VERSION

# In this order on the page; "processing" carries the application itself.
SHOWN = ("talent_pool", "job_alert", "retention", "sms", "ai")


class HrApplicant(models.Model):
    """Agreements on the candidate's page: given and taken back with the same one press."""

    _inherit = "hr.applicant"

    def _ats_consent_texts(self):
        """Return what is agreed to: purpose -> (title, the sentence that is kept with its version)."""
        company = self._ats_company().name
        return {
            "talent_pool": (
                self.env._("Other jobs"),
                self.env._("%s may keep my profile and write to me when another job fits.", company),
            ),
            "job_alert": (
                self.env._("New jobs by mail"),
                self.env._("%s may send me new jobs, at most once a week.", company),
            ),
            "retention": (
                self.env._("Keep my data"),
                self.env._("%s may keep my data for two years after this application has ended.", company),
            ),
            "sms": (
                self.env._("Text messages"),
                self.env._("%s may send text messages about my application to my phone.", company),
            ),
            "ai": (
                self.env._("Software reads my résumé"),
                self.env._("Software may read my résumé and fill in my profile. A person decides."),
            ),
        }

    def _ats_shown_text(self, purpose):
        """Return ``(sentence, elevated own text of the company or none)`` as the page shows it."""
        own_sudo = self.env["ats.consent.text"]._current(self._ats_company(), purpose, self.env.lang)
        return own_sudo.text or self._ats_consent_texts()[purpose][1], own_sudo

    def _ats_home_consents(self, tz):
        person, texts = self.ats_candidate_id, self._ats_consent_texts()
        newest = {}
        for consent in person.consent_ids.sorted("given_at"):
            newest[consent.purpose] = consent
        return [
            {
                "purpose": purpose,
                "title": texts[purpose][0],
                "text": self._ats_shown_text(purpose)[0],
                "holds": person._ats_has_consent(purpose),
                "ends": self._ats_consent_ends(purpose),
                "at": self._ats_consent_moment(newest.get(purpose), tz),
            }
            for purpose in SHOWN
        ]

    def _ats_consent_ends(self, purpose):
        """Return the day on which an agreement ends that can be given anew now, in words; else empty."""
        person = self.ats_candidate_id
        company = person.company_id
        until = person.retention_until
        if purpose != "retention" or not until or not person._ats_has_consent(purpose):
            return ""
        asks_from = until - timedelta(days=company.ats_retention_remind_days)
        return format_date(self.env, until, date_format="long") if fields.Date.today() >= asks_from else ""

    def _ats_consent_moment(self, consent, tz):
        if not consent:
            return ""
        if consent.withdrawn_at:
            return self.env._("taken back on %s", self._ats_moment(consent.withdrawn_at, tz))
        return self.env._("given on %s", self._ats_moment(consent.given_at, tz))

    def _ats_set_consent(self, purpose, give):
        """Give or take back an agreement; tell whether it is one that the page offers."""
        self.ensure_one()
        if purpose not in SHOWN or not self._ats_owns_person():
            return False
        if not give:
            self.ats_candidate_id._ats_withdraw_consent(purpose)
            return True
        sentence, own_sudo = self._ats_shown_text(purpose)
        given = {
            "text_version": own_sudo._version_name() if own_sudo else CONSENT_TEXT_VERSION,
            "proof": {**self._ats_consent_proof(), "text": sentence, "lang": self.env.lang},
            "text": own_sudo,
        }
        if self._ats_consent_ends(purpose):
            self.ats_candidate_id._ats_renew_consent(purpose, **given)
        else:
            self.ats_candidate_id._ats_give_consent(purpose, **given)
        return True
