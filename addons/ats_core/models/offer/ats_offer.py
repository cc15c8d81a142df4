from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

PREPARING = ("draft", "to_approve", "approved")
FINISHED = ("accepted", "declined", "expired", "withdrawn", "superseded")
STATES = [
    ("draft", "Draft"),
    ("to_approve", "To Approve"),
    ("approved", "Approved"),
    ("sent", "Sent"),
    ("accepted", "Accepted"),
    ("declined", "Declined"),
    ("expired", "Expired"),
    ("withdrawn", "Withdrawn"),
    ("superseded", "Replaced"),
]

# Who may see pay at all; record rules narrow it to the own companies and the own jobs.
PAY_GROUPS = "hr_recruitment.group_hr_recruitment_user,hr.group_hr_manager,ats_core.group_ats_hiring_manager"
ANSWER_GROUPS = "hr_recruitment.group_hr_recruitment_user,hr.group_hr_manager"

# What the candidate agrees to: editable in a draft, then only in a new version.
TERMS = frozenset(
    {
        "wage",
        "wage_period",
        "currency_id",
        "variable_pay",
        "benefits",
        "conditions",
        "start_date",
        "contract_type_id",
        "resource_calendar_id",
        "trial_months",
        "workplace",
        "expires_at",
        "introduction",
    }
)
# Written by the verbs alone.
KEPT_BY_VERBS = frozenset(
    {
        "name",
        "version",
        "state",
        "applicant_id",
        "author_id",
        "approved_by_id",
        "approved_at",
        "sent_at",
        "reminded_at",
        "letter_attachment_id",
        "letter_sha256",
        "signed_attachment_id",
        "answered_at",
        "answer_evidence",
        "decline_reason",
    }
)
NUMBERING = frozenset({"name", "version", "author_id", "applicant_id"})


class AtsOffer(models.Model):
    """One version of the terms offered to a candidate. Once sent it never changes; once ended it
    never ends again, which PostgreSQL watches over as well."""

    _name = "ats.offer"
    _description = "Job Offer"
    _inherit = ["mail.thread", "mail.activity.mixin", "ats.approval.mixin"]
    _order = "id desc"
    _rec_names_search = ["name", "applicant_id.partner_name"]

    name = fields.Char("Reference", required=True, readonly=True, copy=False, default="/")
    version = fields.Integer(required=True, readonly=True, copy=False, default=1)
    state = fields.Selection(
        STATES,
        required=True,
        readonly=True,
        copy=False,
        default="draft",
        index=True,
        tracking=True,
    )
    applicant_id = fields.Many2one(
        "hr.applicant",
        "Application",
        required=True,
        ondelete="cascade",
        index=True,
        context={"active_test": False},
    )
    candidate_id = fields.Many2one(related="applicant_id.ats_candidate_id", store=True, index="btree_not_null")
    job_id = fields.Many2one(related="applicant_id.job_id", store=True, index="btree_not_null")
    company_id = fields.Many2one(
        "res.company",
        compute="_compute_company_id",
        store=True,
        precompute=True,
        required=True,
        index=True,
    )
    author_id = fields.Many2one(
        "res.users",
        "Prepared By",
        readonly=True,
        copy=False,
        ondelete="set null",
        default=lambda self: self.env.user,
    )
    wage = fields.Monetary("Pay", groups=PAY_GROUPS)
    wage_period = fields.Selection(
        [("month", "per month"), ("year", "per year"), ("hour", "per hour")],
        "Period",
        required=True,
        compute="_compute_from_job",
        store=True,
        readonly=False,
        precompute=True,
        groups=PAY_GROUPS,
    )
    currency_id = fields.Many2one(
        "res.currency",
        required=True,
        compute="_compute_from_job",
        store=True,
        readonly=False,
        precompute=True,
    )
    variable_pay = fields.Text(groups=PAY_GROUPS)
    benefits = fields.Text(groups=PAY_GROUPS)
    conditions = fields.Text(
        help="What has to be fulfilled, for instance a work permit or references.",
        groups=PAY_GROUPS,
    )
    introduction = fields.Text(
        "Personal Words",
        help="Opens the letter instead of the usual first paragraph.",
        groups=PAY_GROUPS,
    )
    start_date = fields.Date("Start")
    contract_type_id = fields.Many2one(
        "hr.contract.type",
        compute="_compute_from_job",
        store=True,
        readonly=False,
        precompute=True,
    )
    resource_calendar_id = fields.Many2one(
        "resource.calendar",
        "Working Hours",
        compute="_compute_from_job",
        store=True,
        readonly=False,
        precompute=True,
        check_company=True,
    )
    trial_months = fields.Integer("Probation (months)")
    workplace = fields.Char(compute="_compute_from_job", store=True, readonly=False, precompute=True)
    expires_at = fields.Datetime("Answer By", default=lambda self: fields.Datetime.now() + timedelta(days=7))
    hr_responsible_id = fields.Many2one(
        "res.users",
        "HR Responsible",
        copy=False,
        domain=lambda self: [("share", "=", False), ("all_group_ids", "in", self.env.ref("hr.group_hr_user").id)],
        compute="_compute_hr_responsible_id",
        store=True,
        readonly=False,
        precompute=True,
        help="Who makes the employee once the offer is accepted.",
    )
    approved_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    approved_at = fields.Datetime(readonly=True, copy=False)
    sent_at = fields.Datetime(readonly=True, copy=False)
    reminded_at = fields.Datetime(readonly=True, copy=False)
    answered_at = fields.Datetime(readonly=True, copy=False)
    letter_attachment_id = fields.Many2one("ir.attachment", "Letter", readonly=True, copy=False, groups=PAY_GROUPS)
    letter_sha256 = fields.Char("Seal (SHA-256)", readonly=True, copy=False)
    signed_attachment_id = fields.Many2one(
        "ir.attachment", "Signed Letter", readonly=True, copy=False, groups=PAY_GROUPS
    )
    answer_evidence = fields.Json(readonly=True, copy=False, groups=ANSWER_GROUPS)
    answer_summary = fields.Text(compute="_compute_answer_summary", groups=ANSWER_GROUPS)
    decline_reason = fields.Text(readonly=True, copy=False)
    can_send = fields.Boolean(compute="_compute_can")
    can_approve = fields.Boolean(compute="_compute_can")
    is_finished = fields.Boolean(compute="_compute_is_finished")

    _version_uniq = models.UniqueIndex("(applicant_id, version)", "This application has an offer of the same version.")
    _one_sent_uniq = models.UniqueIndex(
        "(applicant_id) WHERE state = 'sent'",
        "Another offer waits for this candidate's answer. Withdraw or replace it first.",
    )
    _due_idx = models.Index("(expires_at) WHERE state = 'sent'")
    _pay_not_negative = models.Constraint("CHECK (wage >= 0)", "Pay is never negative.")
    _answer_is_whole = models.Constraint(
        "CHECK (state NOT IN ('accepted', 'declined') OR answered_at IS NOT NULL)",
        "An answered offer tells when it was answered.",
    )
    _sent_is_sealed = models.Constraint(
        "CHECK (state NOT IN ('sent', 'accepted', 'declined', 'expired')"
        " OR (sent_at IS NOT NULL AND letter_sha256 IS NOT NULL))",
        "An offer is sent with a sealed letter.",
    )

    def init(self):  # pylint: disable=missing-return
        """Let PostgreSQL refuse that an ended offer ends again or that sent terms change.

        The function lives in our own schema, which goes when the addon goes.
        """
        super().init()
        self.env.cr.execute(
            SQL(
                """
            CREATE SCHEMA IF NOT EXISTS ats;
            CREATE OR REPLACE FUNCTION ats.offer_keep_end() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE check_violation USING
                    MESSAGE = 'Offer ' || OLD.id || ': what was sent or ended is never changed',
                    TABLE = 'ats_offer', CONSTRAINT = 'ats_offer_keep_end';
            END $$;
            DROP TRIGGER IF EXISTS ats_offer_keep_end ON ats_offer;
            CREATE TRIGGER ats_offer_keep_end BEFORE UPDATE ON ats_offer FOR EACH ROW WHEN (
                OLD.state IN %(finished)s AND (OLD.state, OLD.answered_at, OLD.answer_evidence)
                    IS DISTINCT FROM (NEW.state, NEW.answered_at, CASE
                        -- Erasing the person takes the name and address out of the evidence.
                        WHEN NEW.answer_evidence IS NULL
                         AND current_setting('ats.erasing', true) = OLD.candidate_id::text
                        THEN OLD.answer_evidence ELSE NEW.answer_evidence END)
                OR OLD.letter_sha256 IS NOT NULL AND (
                        OLD.letter_sha256, OLD.version, OLD.wage, OLD.wage_period,
                        OLD.currency_id, OLD.start_date, OLD.expires_at)
                    IS DISTINCT FROM (
                        NEW.letter_sha256, NEW.version, NEW.wage, NEW.wage_period,
                        NEW.currency_id, NEW.start_date, NEW.expires_at)
            ) EXECUTE FUNCTION ats.offer_keep_end()
        """,
                finished=FINISHED,
            )
        )

    @api.depends("applicant_id")
    def _compute_company_id(self):
        for offer in self:
            applicant = offer.applicant_id
            offer.company_id = applicant.company_id or applicant.job_id.company_id or self.env.company

    @api.depends("applicant_id")
    def _compute_from_job(self):
        periods = {period for period, _label in self._fields["wage_period"].selection}
        for offer in self:
            job, company = offer.applicant_id.job_id, offer.company_id or self.env.company
            offer.wage_period = job.ats_pay_period if job.ats_pay_period in periods else "month"
            offer.currency_id = job.ats_pay_currency_id or company.currency_id
            offer.contract_type_id = job.contract_type_id
            offer.resource_calendar_id = company.resource_calendar_id
            offer.workplace = job.address_id.city or company.city

    @api.depends("name", "version", "applicant_id.partner_name")
    def _compute_display_name(self):
        for offer in self:
            offer.display_name = self.env._(
                "%(reference)s version %(version)s · %(person)s",
                reference=offer.name,
                version=offer.version,
                person=offer.applicant_id.partner_name or "",
            )

    @api.depends("state")
    def _compute_is_finished(self):
        for offer in self:
            offer.is_finished = offer.state in FINISHED

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_can(self):
        for offer in self:
            offer.can_send = offer.state in offer._sendable_states() and offer.has_access("write")
            offer.can_approve = offer.state == "to_approve" and offer._may_approve()

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_starts_as_draft(vals)
        offers = self.browse()
        for vals in vals_list:
            # One by one: the version follows from the offers made before.
            offers += super().create([{**vals, **self._numbering(vals)}])
        for offer in offers:
            self.env["ats.event"]._record(
                "offer.created",
                applicant=offer.applicant_id,
                res=offer,
                payload={"version": offer.version},
            )
        return offers

    def _check_starts_as_draft(self, vals):
        """An offer begins as a draft: nobody creates an accepted one."""
        given = {field for field in KEPT_BY_VERBS - NUMBERING if vals.get(field)}
        if vals.get("state", "draft") == "draft":
            given.discard("state")
        if given:
            raise UserError(self.env._("An offer starts as a draft. Fill in the terms and send it."))

    def _numbering(self, vals):
        """Values that nobody chooses: reference, version and who prepared it."""
        applicant_id = vals.get("applicant_id") or self.env.context.get("default_applicant_id")
        earlier = self.sudo().search([("applicant_id", "=", applicant_id)], order="version desc", limit=1)
        sequence = self.env["ir.sequence"].sudo()
        return {
            "name": earlier.name or sequence.next_by_code("ats.offer"),
            "version": earlier.version + 1,
            "author_id": self.env.uid,
        }

    def write(self, vals):
        """Let terms change in a draft only, and states by the verbs only, whoever writes."""
        if KEPT_BY_VERBS & vals.keys():
            raise UserError(
                self.env._("State, letter and answer of an offer follow from its buttons: they are not typed.")
            )
        if TERMS & vals.keys() and any(offer.state != "draft" for offer in self):
            raise UserError(
                self.env._("These terms were handed in or sent already. Make a new version to change them.")
            )
        if "hr_responsible_id" in vals and any(offer.is_finished for offer in self):
            raise UserError(self.env._("This offer has ended. Nothing in it changes any more."))
        return super().write(vals)

    def _write_by_verb(self, vals):
        """The one way around the guard of :meth:`write`; private, so no client reaches it."""
        return super().write(vals)  # pylint: disable=super-method-mismatch

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        if any(offer.sent_at for offer in self):
            raise UserError(
                self.env._("This offer was sent to the candidate and is kept as a record. Withdraw it instead.")
            )
