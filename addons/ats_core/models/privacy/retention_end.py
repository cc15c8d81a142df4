from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.tools import format_date

from .retention import AGREED_MONTHS

BATCH = 200


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_retention_remind_days = fields.Integer(
        "Ask Before the End (days)",
        default=30,
        help="Candidates who agreed are asked this many days before the end whether they agree anew.",
    )
    ats_retention_end = fields.Selection(
        [("flag", "Put the person on the list of requests"), ("erase", "Erase the person")],
        "When It Has Ended",
        required=True,
        default="flag",
    )


class AtsCandidate(models.Model):
    """The question before the time to keep a person ends, and what happens then; see :meth:`_kept_until`."""

    _inherit = "ats.candidate"

    ats_renewal_asked_for = fields.Date("Asked to Agree Anew Before", readonly=True, copy=False)

    def _kept_until(self):
        """An agreement that was given anew holds from then."""
        until = super()._kept_until()
        given = max(self._holding_consents("retention").mapped("given_at"), default=None)
        return max(until, given.date() + relativedelta(months=AGREED_MONTHS)) if until and given else until

    def _holding_consents(self, purpose):
        return self.sudo().consent_ids.filtered(lambda consent: consent.purpose == purpose and not consent.withdrawn_at)

    @api.model
    def _cron_retention(self):
        """Ask those whose agreement ends soon, and end what is over."""
        for company in self.env["res.company"].search([("parent_id", "=", False)]):
            self._ask_renewals(company)
            self._end_retention(company)

    @api.model
    def _ask_renewals(self, company):
        """Mail those whose agreement ends soon, once for each end."""
        today = fields.Date.today()
        ends = today + timedelta(days=company.ats_retention_remind_days)
        people = self.search(
            [
                ("company_id", "=", company.id),
                ("legal_hold", "=", False),
                ("retention_until", ">=", today),
                ("retention_until", "<=", ends),
                ("do_not_contact", "=", False),
                ("consent_ids", "any", [("purpose", "=", "retention"), ("withdrawn_at", "=", False)]),
            ]
        )
        for person in people.filtered(lambda person: person.ats_renewal_asked_for != person.retention_until):
            person._ask_renewal()

    def _ask_renewal(self):
        self.ensure_one()
        self.ats_renewal_asked_for = self.retention_until
        application = self._newest_proven_application()
        if application:
            lang = application._ats_mail_lang()
            until = format_date(self.with_context(lang=lang).env, self.retention_until, date_format="long")
            template_sudo = self.env.ref("ats_core.mail_template_privacy_renewal").sudo()
            application._ats_mail(template_sudo.with_context(ats_keep_until=until))

    def _newest_proven_application(self):
        """Return the newest application whose proven address is the person's own."""
        return (
            self.with_context(active_test=False)
            .application_ids.filtered(
                lambda each: each.job_id and each.ats_address_proven and each.email_normalized == self.email_normalized
            )
            .sorted("id")[-1:]
        )

    @api.model
    def _end_retention(self, company):
        """Do with people whose time is over what the company has chosen, some at a time."""
        over = self.search(
            [
                ("company_id", "=", company.id),
                ("legal_hold", "=", False),
                ("retention_until", "<", fields.Date.today()),
                ("erased_at", "=", False),
                ("merged_into_id", "=", False),
            ]
        )
        # Whom somebody chose to keep is left alone; what waits is tried again where nobody has to look.
        settled = ["refused"] if company.ats_retention_end == "erase" else ["refused", "new", "working"]
        requests_sudo = self.env["ats.privacy.request"].sudo()
        over -= requests_sudo.search([("kind", "=", "retention"), ("state", "in", settled)]).candidate_id
        self.env["ir.cron"]._commit_progress(remaining=len(over))
        for number in range(0, len(over), BATCH):
            for person in over[number : number + BATCH]:
                person._end_of_retention(company.ats_retention_end)
            if not self.env["ir.cron"]._commit_progress(len(over[number : number + BATCH])):
                break

    def _end_of_retention(self, policy):
        """Erase the person, or put it on the list when the company wants to look or something stands against it."""
        self.ensure_one()
        request = self.env["ats.privacy.request"]._open_retention(self)
        if policy == "erase" and not self.sudo()._erase_blockers():
            request._close("done", self.sudo()._erase(request=request))

    # ------------------------------------------------------------
    # Agreeing anew
    # ------------------------------------------------------------

    def _ats_renew_consent(self, purpose, *, text_version, proof, text=None):
        """Write an agreement down once more, so that it holds from now on; the earlier row stays as proof."""
        self.ensure_one()
        self._holding_consents(purpose).withdrawn_at = fields.Datetime.now()
        self._ats_give_consent(purpose, text_version=text_version, proof={**proof, "renewed": True}, text=text)


class AtsPrivacyRequest(models.Model):
    _inherit = "ats.privacy.request"

    kind = fields.Selection(selection_add=[("retention", "Time to keep is over")], ondelete={"retention": "cascade"})

    @api.model
    def _open_retention(self, candidate):
        """Put a person whose time is over on the list, once."""
        requests_sudo = self.sudo()
        known = requests_sudo.search([("candidate_id", "=", candidate.id), ("kind", "=", "retention")], limit=1)
        company = candidate.sudo().company_id
        applicant = candidate.sudo().with_context(active_test=False).application_ids.filtered("job_id")[:1]
        return known or requests_sudo.with_context(mail_create_nosubscribe=True).create(
            {
                "candidate_id": candidate.id,
                "applicant_id": applicant.id,
                "company_id": company.id,
                "kind": "retention",
                "due_at": fields.Datetime.now() + timedelta(days=company.ats_privacy_due_days or 30),
                "handled_by_id": requests_sudo._in_charge(applicant, "retention", company).id,
            }
        )
