from dateutil.relativedelta import relativedelta

from odoo import fields, models
from odoo.tools import clean_context


class HrApplicant(models.Model):
    """How the accepted terms reach the employee's version."""

    _inherit = "hr.applicant"

    def _ats_make_employee(self, offer_sudo):
        """Create the employee with the user's own rights, then write the terms."""
        # Read elevated: an HR officer may lack rights on parts of the application.
        vals = self.sudo()._get_employee_create_vals()
        company = self.env["res.company"].browse(vals["company_id"])
        employees = self.env["hr.employee"].with_context(clean_context(self.env.context))
        employee = employees.with_company(company).create(vals)
        self._ats_write_terms(employee.version_id, offer_sudo)
        return employee.with_env(self.env)

    def _ats_update_employee(self, employee, offer_sudo):
        """Give an existing employee the new position from the start date on."""
        applicant_sudo = self.sudo()
        version = employee.create_version(
            {
                "date_version": offer_sudo.start_date or fields.Date.context_today(self),
            }
        )
        version.write(
            {
                "job_id": applicant_sudo.job_id.id,
                "department_id": applicant_sudo.department_id.id,
            }
        )
        self._ats_write_terms(version, offer_sudo, new_contract=False)

    def _ats_write_terms(self, version, offer_sudo, new_contract=True):
        """Write pay and contract of the accepted offer.

        The one elevated write of hiring: these fields ask for an HR manager, while the terms were
        agreed and sealed in the offer before and the HR officer who hires never chooses them.
        """
        terms = self._ats_version_terms(offer_sudo, version, new_contract)
        if terms:
            version.sudo().write(terms)

    def _ats_version_terms(self, offer_sudo, version, new_contract):
        if not offer_sudo:
            return {}
        start = offer_sudo.start_date
        terms = {
            "contract_type_id": offer_sudo.contract_type_id.id,
            "resource_calendar_id": offer_sudo.resource_calendar_id.id,
            "hr_responsible_id": offer_sudo.hr_responsible_id.id,
        }
        if new_contract and start:
            terms["contract_date_start"] = start
            if offer_sudo.trial_months:
                terms["trial_date_end"] = start + relativedelta(months=offer_sudo.trial_months, days=-1)
        wage = offer_sudo._monthly_wage()
        # The version is paid by the month in the company's currency: other pay is left to HR.
        if wage and offer_sudo.currency_id == version.company_id.currency_id:
            terms["wage"] = wage
        return {name: value for name, value in terms.items() if value}
