from odoo import api, fields, models
from odoo.exceptions import UserError

STATES = [
    ("draft", "Draft"),
    ("to_approve", "To Approve"),
    ("approved", "Approved"),
    ("open", "Recruiting"),
    ("frozen", "Frozen"),
    ("closed", "Closed"),
]
# In these a hire may fill an opening.
LIVE = ("approved", "open")
CLOSE_REASONS = [
    ("filled", "Filled"),
    ("cancelled", "No longer needed"),
    ("budget", "No budget"),
    ("other", "Other"),
]

# Who may see pay at all; record rules narrow it to the own companies and the own jobs.
PAY_GROUPS = "hr_recruitment.group_hr_recruitment_user,hr.group_hr_manager,ats_core.group_ats_hiring_manager"

# What is approved: a change begins the approval anew, and after it a new approval is needed.
TERMS = frozenset(
    {
        "headcount",
        "reason",
        "replaced_employee_id",
        "pay_min",
        "pay_max",
        "pay_period",
        "currency_id",
        "planned_cost",
        "department_id",
        "company_id",
    }
)
KEPT_BY_VERBS = frozenset(
    {"name", "state", "requested_by_id", "approved_at", "closed_at", "close_reason", "frozen_reason", "frozen_from"}
)
# How often a period is paid in a year, for the plan: an estimate, not payroll.
PER_YEAR = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}


class AtsRequisition(models.Model):
    """The permission to hire a number of people: why, how many, for how much, approved by whom."""

    _name = "ats.requisition"
    _description = "Requisition"
    _inherit = ["mail.thread", "mail.activity.mixin", "ats.approval.mixin"]
    _order = "id desc"
    _rec_names_search = ["name", "job_title"]

    name = fields.Char("Reference", required=True, readonly=True, copy=False, default="/", index="trigram")
    state = fields.Selection(
        STATES,
        required=True,
        readonly=True,
        copy=False,
        default="draft",
        index=True,
        tracking=True,
        group_expand="_group_expand_state",
    )
    job_id = fields.Many2one(
        "hr.job", index="btree_not_null", check_company=True, tracking=True, help="Empty for a new position."
    )
    job_title = fields.Char(
        "Position", required=True, compute="_compute_from_job", store=True, readonly=False, precompute=True
    )
    department_id = fields.Many2one(
        "hr.department",
        compute="_compute_from_job",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        check_company=True,
        tracking=True,
    )
    company_id = fields.Many2one("res.company", required=True, index=True, default=lambda self: self.env.company)
    reason = fields.Selection(
        [("new", "New position"), ("backfill", "Somebody leaves")], required=True, default="new", tracking=True
    )
    replaced_employee_id = fields.Many2one(
        "hr.employee", "Who Leaves", index="btree_not_null", check_company=True, ondelete="set null"
    )
    justification = fields.Text("Why", help="What the approvers should know.")
    headcount = fields.Integer("Openings", default=1, required=True, tracking=True)
    pay_min = fields.Monetary("Pay From", groups=PAY_GROUPS)
    pay_max = fields.Monetary("Pay To", groups=PAY_GROUPS)
    pay_period = fields.Selection(
        [("hour", "per hour"), ("day", "per day"), ("week", "per week"), ("month", "per month"), ("year", "per year")],
        required=True,
        default="year",
        groups=PAY_GROUPS,
    )
    currency_id = fields.Many2one("res.currency", required=True, default=lambda self: self.env.company.currency_id)
    planned_cost = fields.Monetary(
        "Planned Cost per Year",
        compute="_compute_planned_cost",
        store=True,
        readonly=False,
        groups=PAY_GROUPS,
        help="The middle of the range times the openings, in a year. Change it if you know better.",
    )
    target_start = fields.Date("Start Wanted", tracking=True)
    hiring_manager_id = fields.Many2one(
        "res.users",
        compute="_compute_from_job",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        index=True,
        domain="[('share', '=', False)]",
        tracking=True,
    )
    recruiter_id = fields.Many2one(
        "res.users",
        compute="_compute_from_job",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        domain="[('share', '=', False)]",
        tracking=True,
    )
    requested_by_id = fields.Many2one(
        "res.users",
        readonly=True,
        copy=False,
        index="btree_not_null",
        default=lambda self: self.env.user,
    )
    approved_at = fields.Datetime("Approved", readonly=True, copy=False)
    closed_at = fields.Datetime("Closed", readonly=True, copy=False)
    close_reason = fields.Selection(CLOSE_REASONS, readonly=True, copy=False, tracking=True)
    frozen_from = fields.Selection(STATES, readonly=True, copy=False)
    frozen_reason = fields.Char("Why Frozen", readonly=True, copy=False, tracking=True)
    opening_ids = fields.One2many("ats.opening", "requisition_id", "Opening Rows", readonly=True, copy=False)

    _name_uniq = models.UniqueIndex("(name) WHERE name != '/'", "This reference is taken.")
    _headcount_positive = models.Constraint("CHECK (headcount > 0)", "A requisition asks for one opening at least.")
    _pay_range = models.Constraint(
        "CHECK (COALESCE(pay_min, 0) >= 0 AND (COALESCE(pay_max, 0) = 0 OR COALESCE(pay_min, 0) <= pay_max))",
        "The pay range starts above its end.",
    )
    _closed_tells_why = models.Constraint(
        "CHECK ((state = 'closed') = (closed_at IS NOT NULL))", "A closed requisition tells when it was closed."
    )

    @api.depends("job_id")
    def _compute_from_job(self):
        for requisition in self:
            job = requisition.job_id
            requisition.job_title = requisition.job_title or job.name
            if requisition.state in ("draft", "to_approve") or not requisition.department_id:
                # Afterwards it is what was approved.
                requisition.department_id = (
                    job.department_id or requisition.department_id or requisition._department_of_asker()
                )
            requisition.hiring_manager_id = (
                job.ats_hiring_manager_id or requisition.hiring_manager_id or requisition.env.user
            )
            requisition.recruiter_id = job.user_id or requisition.recruiter_id

    def _department_of_asker(self):
        """Who asks mostly asks for the own department; who approves depends on it."""
        employee_sudo = self.env.user.sudo().with_company(self.company_id).employee_id
        return employee_sudo.department_id.with_env(self.env)

    @api.depends("pay_min", "pay_max", "pay_period", "headcount")
    def _compute_planned_cost(self):
        for requisition in self:
            pays = [pay for pay in (requisition.pay_min, requisition.pay_max) if pay]
            yearly = sum(pays) / len(pays) * PER_YEAR[requisition.pay_period or "year"] if pays else 0
            requisition.planned_cost = yearly * requisition.headcount

    @api.depends("name", "job_title")
    def _compute_display_name(self):
        for requisition in self:
            reference = requisition.name if requisition.name != "/" else self.env._("New")
            requisition.display_name = " · ".join(filter(None, (reference, requisition.job_title)))

    @api.model
    def _group_expand_state(self, states, _domain):
        """The columns of the board in the order of the way; an empty one only takes space, nothing is dragged."""
        return [state for state, _label in STATES if state in states]

    @api.constrains("reason", "replaced_employee_id")
    def _check_backfill(self):
        for requisition in self:
            if requisition.reason == "backfill" and not requisition.replaced_employee_id:
                raise UserError(self.env._("Name the person who leaves, or choose “New position”."))

    @api.model_create_multi
    def create(self, vals_list):
        sequence = self.env["ir.sequence"].sudo()
        for vals in vals_list:
            given = {name for name in KEPT_BY_VERBS - {"name", "requested_by_id"} if vals.get(name)}
            if given - {"state"} or vals.get("state", "draft") != "draft":
                raise UserError(self.env._("A requisition starts as a draft. Fill it in and ask for approval."))
            company = vals.get("company_id") or self.env.company.id
            vals["name"] = sequence.with_company(company).next_by_code("ats.requisition")
            vals["requested_by_id"] = self.env.uid
        requisitions = super().create(vals_list)
        for requisition in requisitions:
            requisition._ats_approval_prepare()
            requisition._record("requisition.created")
        return requisitions

    def write(self, vals):
        """Let terms change before the approval only, and states by the verbs only."""
        if KEPT_BY_VERBS & vals.keys():
            raise UserError(self.env._("The state of a requisition follows from its buttons: it is not typed."))
        if TERMS & vals.keys() and any(requisition.state not in ("draft", "to_approve") for requisition in self):
            raise UserError(
                self.env._("This was approved as it is. Press “Change Terms” first: it needs a new approval then.")
            )
        if "job_id" in vals:
            self._check_job_may_change(vals["job_id"])
        result = super().write(vals)
        if {"job_id", "hiring_manager_id", "department_id"} & vals.keys():
            self._prepare_anew()
        return result

    def _check_job_may_change(self, job_id):
        for requisition in self:
            filled = requisition.opening_ids.filtered(lambda opening: opening.state == "filled")
            if requisition.job_id.id != job_id and (filled or requisition.state == "closed"):
                raise UserError(self.env._("Somebody was hired on this requisition: its job stays."))

    def _write_by_verb(self, vals):
        """The one way around the guard of :meth:`write`; private, so no client reaches it."""
        return super().write(vals)  # pylint: disable=super-method-mismatch

    @api.ondelete(at_uninstall=False)
    def _unlink_except_asked(self):
        if any(requisition.state != "draft" or requisition.opening_ids for requisition in self):
            raise UserError(self.env._("This requisition was handed in and is kept as a record. Close it instead."))

    def _record(self, event_type, **payload):
        return self.env["ats.event"]._record(event_type, job=self.job_id, res=self, payload=payload)
