from odoo import api, models


class ResPartner(models.Model):
    _inherit = "res.partner"

    def _ats_released_to(self, employee):
        """Return those of these contacts that become a colleague's with the hire.

        A contact with the private address stays a candidate's, out of sight of the colleagues: the
        employee has a work contact of their own.
        """
        employee_sudo = employee.sudo()
        own = employee_sudo.work_contact_id | employee_sudo.user_id.partner_id
        return self.filtered("ats_candidate_partner") & own


class HrEmployee(models.Model):
    """HR may make a candidate's contact the work contact later on; then everybody may see it."""

    _inherit = "hr.employee"

    @api.model_create_multi
    def create(self, vals_list):
        employees = super().create(vals_list)
        employees._ats_release_contact()
        return employees

    def write(self, vals):
        result = super().write(vals)
        if {"work_contact_id", "user_id"} & vals.keys():
            self._ats_release_contact()
        return result

    def _ats_release_contact(self):
        for employee in self:
            employee_sudo = employee.sudo()
            contacts_sudo = employee_sudo.work_contact_id | employee_sudo.user_id.partner_id
            contacts_sudo._ats_released_to(employee).ats_candidate_partner = False
