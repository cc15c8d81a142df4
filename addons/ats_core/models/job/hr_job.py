from odoo import api, fields, models
from odoo.exceptions import UserError

# Google's JobPosting enumeration, which the job boards understand.
EMPLOYMENT_TYPES = [
    ("FULL_TIME", "Full time"),
    ("PART_TIME", "Part time"),
    ("CONTRACTOR", "Contractor"),
    ("TEMPORARY", "Temporary"),
    ("INTERN", "Internship"),
    ("VOLUNTEER", "Volunteer"),
    ("PER_DIEM", "Per day"),
    ("OTHER", "Other"),
]


class HrJob(models.Model):
    _inherit = "hr.job"

    ats_job_state = fields.Selection(
        [("draft", "Draft"), ("open", "Open"), ("on_hold", "On Hold"), ("closed", "Closed")],
        "Hiring State",
        default="draft",
        required=True,
        index=True,
        copy=False,
        tracking=True,
        help="Open takes applications. On hold keeps the page and stops applying. Closed ends it.",
    )
    ats_close_reason = fields.Selection(
        [("filled", "Filled"), ("cancelled", "Cancelled"), ("budget", "No budget"), ("other", "Other")],
        "Close Reason",
        copy=False,
        tracking=True,
    )
    ats_hiring_manager_id = fields.Many2one(
        "res.users",
        "Hiring Manager",
        domain="[('share', '=', False)]",
        index="btree_not_null",
        tracking=True,
    )
    ats_employment_type = fields.Selection(EMPLOYMENT_TYPES, "Advertised As")
    ats_workplace = fields.Selection([("onsite", "On site"), ("hybrid", "Hybrid"), ("remote", "Remote")], "Workplace")
    ats_pay_min = fields.Monetary("Pay From", currency_field="ats_pay_currency_id")
    ats_pay_max = fields.Monetary("Pay To", currency_field="ats_pay_currency_id")
    ats_pay_currency_id = fields.Many2one(
        "res.currency", "Pay Currency", default=lambda self: self.env.company.currency_id
    )
    ats_pay_period = fields.Selection(
        [("hour", "Hour"), ("day", "Day"), ("week", "Week"), ("month", "Month"), ("year", "Year")],
        "Pay Period",
        default="year",
    )
    ats_pay_shown = fields.Boolean("Show Pay to Candidates", default=True)
    ats_close_date = fields.Date("Apply Until")
    ats_restricted = fields.Boolean(
        "Confidential",
        tracking=True,
        help="Only the hiring team and recruitment administrators see this job's applications.",
    )
    ats_team_user_ids = fields.Many2many(
        "res.users",
        "ats_hr_job_team_rel",
        "job_id",
        "user_id",
        "Hiring Team",
        compute="_compute_ats_team_user_ids",
        store=True,
    )
    ats_publish_blockers = fields.Text(compute="_compute_ats_publish_blockers")

    _ats_pay_range = models.Constraint(
        "CHECK (COALESCE(ats_pay_max, 0) = 0 OR COALESCE(ats_pay_min, 0) <= ats_pay_max)",
        "The pay range starts above its end.",
    )

    @api.depends("user_id", "ats_hiring_manager_id", "interviewer_ids")
    def _compute_ats_team_user_ids(self):
        for job in self:
            job.ats_team_user_ids = job.user_id | job.ats_hiring_manager_id | job.interviewer_ids

    @api.depends(lambda self: self._ats_publish_fields())
    @api.depends_context("lang")
    def _compute_ats_publish_blockers(self):
        for job in self:
            job.ats_publish_blockers = "\n".join(job._ats_publish_blockers()) or False

    def _ats_publish_fields(self):
        """Fields that a publish blocker looks at; extend together with the hook."""
        return ["ats_job_state", "active", "ats_close_date", "name"]

    def _ats_publish_blockers(self):
        """Return the sentences that say why the job cannot be shown to candidates yet.

        Hook: other rooms add theirs to the list.

        :rtype: list[str]
        """
        self.ensure_one()
        blockers = []
        if not self.active:
            blockers.append(self.env._("The job is archived. Restore it first."))
        if self.ats_job_state != "open":
            blockers.append(self.env._("The job is not open. Press Open."))
        if self.ats_close_date and self.ats_close_date < fields.Date.context_today(self):
            blockers.append(self.env._("The closing date has passed. Move or clear it."))
        return blockers

    def _ats_template_children(self):
        """Hook: names of the fields whose records a new job takes over from a template.

        :rtype: list[str]
        """
        return []

    def _ats_accepts_applications(self):
        """Tell whether a candidate may apply now."""
        self.ensure_one()
        open_long_enough = not self.ats_close_date or self.ats_close_date >= fields.Date.today()
        return self.active and self.ats_job_state == "open" and open_long_enough

    def action_ats_open(self):
        """Open the jobs for applications."""
        self.write({"ats_job_state": "open", "ats_close_reason": False})

    def action_ats_hold(self):
        """Keep the page, stop applying."""
        self.write({"ats_job_state": "on_hold"})

    def action_ats_close(self):
        """End the search; ongoing applications stay as they are and are listed to be answered."""
        self.write({"ats_job_state": "closed"})
        waiting = self.env["hr.applicant"].search_count([("job_id", "in", self.ids), ("ats_state", "=", "ongoing")])
        if not waiting:
            return None
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning",
                "sticky": True,
                "message": self.env._("%(count)s candidates still wait for an answer on this job.", count=waiting),
            },
        }

    @api.ondelete(at_uninstall=False)
    def _unlink_except_with_applications(self):
        applications = self.env["hr.applicant"].sudo().with_context(active_test=False)
        if applications.search_count([("job_id", "in", self.ids)], limit=1):
            raise UserError(self.env._("People applied to this job. Close or archive it instead of deleting."))
