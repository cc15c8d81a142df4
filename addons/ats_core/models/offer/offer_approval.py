from odoo import fields, models
from odoo.tools import LazyTranslate, format_amount, format_date

from ..requisition.ats_requisition import PER_YEAR
from .ats_offer import TERMS

_lt = LazyTranslate(__name__)

MANAGER = _lt("Hiring manager")


class AtsApproval(models.Model):
    _inherit = "ats.approval"

    kind = fields.Selection(selection_add=[("offer", "Offer")], ondelete={"offer": "cascade"})


class AtsApprovalPolicy(models.Model):
    _inherit = "ats.approval.policy"

    kind = fields.Selection(selection_add=[("offer", "Offers")], ondelete={"offer": "cascade"})


class AtsOffer(models.Model):
    """What an offer says of itself to those who approve it."""

    _inherit = "ats.offer"

    def _needs_approval(self):
        """With an approval rule for offers, none leaves without its approval."""
        offer_sudo = self.sudo()
        policies = self.env["ats.approval.policy"]
        return bool(policies._find("offer", offer_sudo.company_id, offer_sudo._ats_approval_department()))

    def _ats_approval_kind(self):
        return "offer"

    def _ats_approval_terms(self):
        return TERMS

    def _ats_approval_barred(self):
        return self.author_id

    def _ats_approval_asker(self):
        return self.author_id

    def _ats_approval_company(self):
        return self.company_id

    def _ats_approval_department(self):
        return self.applicant_id.department_id or self.job_id.department_id

    def _ats_approval_job(self):
        return self.job_id

    def _ats_approval_hiring_manager(self):
        return self.job_id.ats_hiring_manager_id

    def _ats_approval_recruiter(self):
        return self.applicant_id.user_id or self.job_id.user_id

    def _ats_approval_default_steps(self):
        return [(self.env._(MANAGER), ("hiring_manager", "administrator"), 1)]

    def _ats_approval_title(self):
        return self.env._("Offer for %s", self.applicant_id.partner_name or self.name)

    def _ats_approval_brief(self):
        start = self.start_date and self.env._("from %s", format_date(self.env, self.start_date, date_format="d MMM y"))
        return " · ".join(filter(None, (self.job_id.name, self._wage_text(), start)))

    def _wage_text(self):
        periods = dict(self._fields["wage_period"]._description_selection(self.env))
        wage = format_amount(self.env, self.wage, self.currency_id, trailing_zeroes=False)
        return f"{wage} {periods[self.wage_period]}"

    def _ats_approval_summary(self):
        return [
            (self.env._("Candidate"), self.applicant_id.partner_name),
            (self.env._("Position"), self.job_id.name),
            (self.env._("Pay"), self._wage_text()),
            (self.env._("Variable pay"), self.variable_pay),
            (self.env._("Benefits"), self.benefits),
            (self.env._("Start"), self.start_date and format_date(self.env, self.start_date)),
            (self.env._("Contract"), self.contract_type_id.name),
            (self.env._("Probation (months)"), self.trial_months),
            (self.env._("Prepared by"), self.author_id.name),
        ]

    def _ats_approval_ended(self, outcome):
        if outcome == "approved":
            self._turn(("to_approve",), "approved", approved_by_id=self.env.uid, approved_at=fields.Datetime.now())
        elif outcome == "rejected":
            self._turn(("to_approve",), "draft")
            self._tell_author_of_rejection()

    def _tell_author_of_rejection(self):
        row = self.ats_approval_id.approver_ids.filtered(lambda row: row.state == "rejected")[:1]
        self.message_post(
            body=self.env._(
                "%(person)s did not approve %(offer)s: “%(comment)s” Change it and ask again.",
                person=row.decided_by_id.name,
                offer=self._short_name(),
                comment=row.comment,
            ),
            partner_ids=self.author_id.filtered("active").partner_id.ids,
            subtype_xmlid="mail.mt_note",
        )


class AtsRequisition(models.Model):
    _inherit = "ats.requisition"

    def _agreed_yearly_pay(self):
        """The yearly pay of accepted offers, in the currency of each requisition."""
        agreed = super()._agreed_yearly_pay()
        offers = (
            self.env["ats.offer"]
            .sudo()
            .search([("applicant_id.ats_requisition_id", "in", self.ids), ("state", "=", "accepted")])
        )
        today = fields.Date.context_today(self)
        for offer in offers:
            requisition = offer.applicant_id.ats_requisition_id
            yearly = offer.wage * PER_YEAR[offer.wage_period]
            converted = offer.currency_id._convert(yearly, requisition.currency_id, offer.company_id, today)
            agreed[requisition.id] = agreed.get(requisition.id, 0) + converted
        return agreed
