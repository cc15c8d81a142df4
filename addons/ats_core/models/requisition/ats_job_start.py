from odoo import api, fields, models
from odoo.exceptions import UserError

from .ats_requisition import LIVE


class AtsJobStart(models.TransientModel):
    """A job from a template, for what was approved: the requisition fills in the rest."""

    _inherit = "ats.job.start"

    requisition_id = fields.Many2one("ats.requisition", readonly=True, ondelete="cascade")
    headcount = fields.Integer("Openings", related="requisition_id.headcount")
    range_text = fields.Char("Planned Range", compute="_compute_range_text")
    with_range = fields.Boolean(
        "Use It on the Job",
        default=True,
        help="Colleagues who open the job see it. Candidates see it only when you show it on the posting.",
    )

    @api.depends("requisition_id")
    def _compute_range_text(self):
        for start in self:
            start.range_text = start.requisition_id._pay_range_text() if start.requisition_id else False

    @api.depends("source_id", "requisition_id")
    def _compute_name(self):
        result = super()._compute_name()
        for start in self.filtered("requisition_id"):
            start.name = start.requisition_id.job_title
            start.department_id = start.requisition_id.department_id
            start.ats_hiring_manager_id = start.requisition_id.hiring_manager_id
        return result

    def _job_values(self):
        values = super()._job_values()
        if self.requisition_id:
            values |= self.requisition_id._job_values()
        if self.requisition_id and self.with_range and self.range_text:
            values |= self.requisition_id._range_values()
        return values

    def action_start(self):
        """Button: make the job of the approved request, as the template has it, and open it."""
        action = super().action_start()
        if self.requisition_id:
            self.requisition_id._take_job(self.env["hr.job"].browse(action["res_id"]))
        return action


class AtsRequisition(models.Model):
    _inherit = "ats.requisition"

    def action_start_job(self):
        """Button: a job from a template with what was approved: title, team, openings and range."""
        self.ensure_one()
        self._check_lacks_job()
        return {
            **self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_job_start_action"),
            "context": {"default_requisition_id": self.id, "default_kind": "template"},
        }

    def _job_values(self):
        """Return what a job gets from the request, whatever it is made from. No pay: what the company
        plans is not what it advertises."""
        return {
            "department_id": self.department_id.id,
            "company_id": self.company_id.id,
            "ats_hiring_manager_id": self.hiring_manager_id.id,
            "user_id": self.recruiter_id.id or self.env.uid,
        }

    def _range_values(self):
        """Return the planned range as the job's, hidden from candidates until the recruiter shows it."""
        return {
            "ats_pay_min": self.pay_min,
            "ats_pay_max": self.pay_max,
            "ats_pay_period": self.pay_period,
            "ats_pay_currency_id": self.currency_id.id,
            "ats_pay_shown": False,
        }

    def _check_lacks_job(self):
        self._check_recruits()
        if self.state not in LIVE:
            raise UserError(self._state_sentence())
        if self.job_id:
            raise UserError(self.env._("%s has its job already.", self.name))

    def _take_job(self, job):
        """Recruit on a job that was made for this request: its openings are the job's from now on."""
        self._check_lacks_job()
        self.job_id = job
        self.sudo()._openings_changed()
