from odoo import fields, models
from odoo.tools import email_normalize

from ...lib.ats_referral import Applicant, Touch, credited, judge


class HrApplicant(models.Model):
    """Whom a new application is credited to."""

    _inherit = "hr.applicant"

    ats_referral_ids = fields.One2many("ats.referral", "applicant_id", "Recommended by")

    def _ats_credit_referral(self, touches):
        """Give the credit for this new application to the first valid touch.

        The rules are those of ``lib/ats_referral``. Why a touch got none stands in the journal.

        :param touches: list of ``(link or invitation, moment in UTC)``, both of the application's job
        :return: the elevated ``ats.referral``, empty when nobody gets the credit
        """
        self.ensure_one()
        application_sudo = self.sudo()
        known = [(source.sudo(), at) for source, at in touches if source.sudo().job_id == application_sudo.job_id]
        verdicts = judge(
            [
                Touch(source, at, source._is_live(), application_sudo._ats_is_own(source.user_id))
                for source, at in known
            ],
            Applicant(fields.Datetime.now(), application_sudo._ats_known_since()),
            application_sudo._ats_company().ats_referral_months,
        )
        touch = credited(verdicts)
        for verdict in verdicts:
            if verdict.outcome != "credited":
                self._ats_record_touch("referral.not_credited", verdict.touch, verdict.outcome)
        if not touch:
            return self.env["ats.referral"].sudo()
        self._ats_record_touch("referral.credited", touch, "first")
        return application_sudo._ats_credit(touch)

    def _ats_credit(self, touch):
        now = fields.Datetime.now()
        vals = {"state": "applied", "applicant_id": self.id, "touched_at": touch.at, "applied_at": now}
        referral = touch.key
        if referral._name == "ats.referral":
            # The address stands on the application from now on.
            referral.write({**vals, "email": False, "code": False})
        else:
            referral = self.env["ats.referral"].create(
                {
                    **vals,
                    "kind": "link",
                    "link_id": touch.key.id,
                    "user_id": touch.key.user_id.id,
                    "job_id": self.job_id.id,
                    "company_id": self._ats_company().id,
                }
            )
        self.write(
            {
                "ats_source": "referral",
                "source_id": self.env["utm.mixin"]._find_or_create_record("utm.source", "Employee Referral").id,
            }
        )
        return referral

    def _ats_is_own(self, user):
        """Tell whether the application is that of the user themselves: by address, or as the employee."""
        employees = user.with_context(active_test=False).employee_ids
        addresses = {user.login, user.email, user.partner_id.email}
        addresses |= {*employees.mapped("work_email"), *employees.mapped("private_email")}
        own = {email_normalize(address) for address in addresses if address} - {False}
        if self.email_normalized in own or self.ats_candidate_id.email_normalized in own:
            return True
        hires = self.env["ats.hire"].search([("employee_id", "in", employees.ids), ("undone_at", "=", False)])
        return self.ats_candidate_id in hires.applicant_id.ats_candidate_id

    def _ats_known_since(self):
        """Return since when the person has had another open application, or ``None``."""
        other = self.search(
            [
                ("ats_candidate_id", "=", self.ats_candidate_id.id),
                ("ats_state", "=", "ongoing"),
                ("id", "!=", self.id),
            ],
            order="create_date, id",
            limit=1,
        )
        return other.create_date or None

    def _ats_record_touch(self, event_type, touch, outcome):
        payload = {"outcome": outcome, "kind": touch.key._name, "id": touch.key.id, "user": touch.key.user_id.id}
        self.env["ats.event"]._record(event_type, applicant=self, payload=payload)
