from odoo import api, fields, models

from .ats_requisition import LIVE


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_requisition_id = fields.Many2one(
        "ats.requisition",
        "Requisition",
        copy=False,
        ondelete="set null",
        index="btree_not_null",
        groups="hr_recruitment.group_hr_recruitment_user,hr.group_hr_user,ats_core.group_ats_hiring_manager",
        domain="[('job_id', '=', job_id)]",
        help="The permission to hire that this application is meant for; the one of its opening once hired.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        applicants = super().create(vals_list)
        applicants._ats_assign_requisition()
        return applicants

    def _ats_assign_requisition(self):
        """Meant for the requisition of the job, where there is one only."""
        live = dict(
            self.env["ats.requisition"]
            .sudo()
            ._read_group([("job_id", "in", self.job_id.ids), ("state", "in", LIVE)], ["job_id"], ["id:recordset"])
        )
        for job, applicants in self.sudo().filtered(lambda row: not row.ats_requisition_id).grouped("job_id").items():
            requisitions = live.get(job)
            if requisitions and len(requisitions) == 1:
                applicants.ats_requisition_id = requisitions
