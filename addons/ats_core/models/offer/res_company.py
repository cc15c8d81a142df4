from odoo import api, fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_hr_responsible_id = fields.Many2one(
        "res.users",
        "HR Responsible for Hires",
        domain=lambda self: [("share", "=", False), ("all_group_ids", "in", self.env.ref("hr.group_hr_user").id)],
        help="Makes the employee when an offer is accepted, unless the offer names somebody else.",
    )

    def _ats_hr_responsible(self, department=None):
        """Return who makes the employee in this company: the one the company named, else the
        department's manager if that is an HR officer, else the HR officer who is there longest.

        :param department: elevated ``hr.department`` of the job
        :rtype: res.users
        """
        self.ensure_one()
        company_sudo = self.sudo()
        officers = self._ats_hr_officers_sudo()
        manager = department.manager_id.user_id if department else officers.browse()
        return (company_sudo.ats_hr_responsible_id & officers) or (manager & officers) or officers[:1]

    def _ats_hr_officers_sudo(self):
        """Active HR officers of this company, those who are no administrators first."""
        group = self.env.ref("hr.group_hr_user").sudo()
        officers = group.all_user_ids.filtered(lambda user: user.active and not user.share and self in user.company_ids)
        return officers.sorted(lambda user: (user.has_group("base.group_system"), user.id))


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    ats_hr_responsible_id = fields.Many2one(related="company_id.ats_hr_responsible_id", readonly=False)


class AtsOffer(models.Model):
    _inherit = "ats.offer"

    @api.depends("applicant_id")
    def _compute_hr_responsible_id(self):
        """Whoever prepares the offer if that is an HR officer, else the company's."""
        author = self.env.user
        for offer in self:
            if author.has_group("hr.group_hr_user"):
                offer.hr_responsible_id = author
            elif offer.applicant_id:
                department = offer.applicant_id.sudo().job_id.department_id
                offer.hr_responsible_id = offer.company_id._ats_hr_responsible(department)
