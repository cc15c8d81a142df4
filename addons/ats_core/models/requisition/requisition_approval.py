from odoo import fields, models
from odoo.fields import Command
from odoo.tools import LazyTranslate, format_amount, format_date

from .ats_requisition import TERMS

_lt = LazyTranslate(__name__)

LINE = _lt("Management")
HR = _lt("HR")


class AtsApproval(models.Model):
    _inherit = "ats.approval"

    kind = fields.Selection(selection_add=[("requisition", "Requisition")], ondelete={"requisition": "cascade"})


class AtsApprovalPolicy(models.Model):
    _inherit = "ats.approval.policy"

    kind = fields.Selection(selection_add=[("requisition", "Requisitions")], ondelete={"requisition": "cascade"})


class AtsRequisition(models.Model):
    """What a requisition says of itself to those who approve it."""

    _inherit = "ats.requisition"

    def _ats_approval_kind(self):
        return "requisition"

    def _ats_approval_terms(self):
        return TERMS

    def _ats_approval_barred(self):
        # Whoever asked, and whoever changed it while it waited.
        return self.requested_by_id | self.sudo().ats_approval_id.requested_by_id

    def _ats_approval_asker(self):
        return self.requested_by_id

    def _ats_approval_company(self):
        return self.company_id

    def _ats_approval_department(self):
        return self.department_id

    def _ats_approval_job(self):
        return self.job_id

    def _ats_approval_hiring_manager(self):
        return self.hiring_manager_id

    def _ats_approval_recruiter(self):
        return self.recruiter_id

    def _ats_approval_default_steps(self):
        return [
            (self.env._(LINE), ("line_manager", "department_manager"), 1),
            (self.env._(HR), ("hr", "administrator"), 1),
        ]

    def _ats_approval_summary(self):
        reasons = dict(self._fields["reason"]._description_selection(self.env))
        why = reasons[self.reason]
        if self.replaced_employee_id:
            why = f"{why}: {self.replaced_employee_id.name}"
        return [
            (self.env._("Position"), self.job_title),
            (self.env._("Department"), self.department_id.display_name),
            (self.env._("Openings"), self.headcount),
            (self.env._("Reason"), why),
            (self.env._("Pay"), self._pay_range_text()),
            (self.env._("Planned cost per year"), self._money(self.planned_cost)),
            (self.env._("Start wanted"), self._start_text()),
            (self.env._("Hiring manager"), self.hiring_manager_id.name),
            (self.env._("Requested by"), self.requested_by_id.name),
            (self.env._("Why"), self.justification),
        ]

    def _ats_approval_brief(self):
        start = self._start_text()
        facts = (
            self.env._("%s openings", self.headcount) if self.headcount > 1 else self.env._("1 opening"),
            self._pay_range_text(),
            start and self.env._("from %s", start),
        )
        return " · ".join(filter(None, facts))

    def _start_text(self):
        return self.target_start and format_date(self.env, self.target_start, date_format="d MMM y")

    def _money(self, amount):
        return format_amount(self.env, amount, self.currency_id, trailing_zeroes=False) if amount else ""

    def _pay_range_text(self):
        pays = [self._money(pay) for pay in (self.pay_min, self.pay_max) if pay]
        if not pays:
            return ""
        periods = dict(self._fields["pay_period"]._description_selection(self.env))
        return f"{' – '.join(pays)} {periods[self.pay_period]}"

    def _prepare_anew(self):
        """Suggest the approvers of the new department or manager, where nobody was asked yet."""
        for requisition in self:
            flows_sudo = requisition._ats_approval_flows_sudo()
            flows_sudo._write_by_verb({"job_id": requisition.job_id.id, "manager_id": requisition.hiring_manager_id.id})
        for requisition in self.filtered(lambda requisition: requisition.state == "draft"):
            flow_sudo = requisition.sudo().ats_approval_id
            if flow_sudo.state != "draft":
                continue
            sequential, suggestion = requisition._ats_approval_suggestion()
            flow_sudo.write(
                {
                    "sequential": sequential,
                    "step_ids": [
                        Command.clear(),
                        *requisition._ats_approval_step_commands(suggestion),
                    ],
                }
            )

    def _ats_approval_ended(self, outcome):
        if outcome == "approved":
            self._approved()
        elif outcome == "rejected":
            self._rejected()
