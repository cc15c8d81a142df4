from psycopg2.errors import UniqueViolation

from odoo import api, fields, models
from odoo.exceptions import AccessError, ConcurrencyError, UserError
from odoo.tools import SQL


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_hire_ids = fields.One2many("ats.hire", "applicant_id", "Hires", copy=False, groups="hr.group_hr_user")

    ats_has_accepted_offer = fields.Boolean(compute="_compute_ats_has_accepted_offer", compute_sudo=True)

    @api.depends("ats_offer_ids.state")
    def _compute_ats_has_accepted_offer(self):
        for applicant in self:
            applicant.ats_has_accepted_offer = "accepted" in applicant.ats_offer_ids.mapped("state")

    def _ats_hire(self, *, opening=None, employee=None):
        """Make the employee of this application, once, with everything the file knows.

        A second call returns the same employee. Two at the same moment: the second one waits for
        the first, starts again and finds the employee.

        :param opening: the ``ats.opening`` it fills; by default any open one of a job that has
            openings; ``False`` to hire without one
        :param employee: an existing ``hr.employee`` who takes the position, instead of a new one
        :return: the ``hr.employee``
        :raise AccessError: the user does not administer employees
        :raise UserError: the application ended without a hire, or no opening of the job is open
        """
        self.ensure_one()
        self._ats_check_may_hire()
        self._ats_lock_for_hire()
        hire_sudo = self._ats_current_hire_sudo()
        if hire_sudo:
            return hire_sudo.employee_id.with_env(self.env)
        self._ats_check_can_be_hired()
        opening = self._ats_claim_opening(opening)
        offer_sudo = self._ats_accepted_offer_sudo()
        made = not employee
        if employee:
            self._ats_update_employee(employee, offer_sudo)
        else:
            employee = self._ats_make_employee(offer_sudo)
        self._ats_carry_over(employee)
        self._ats_note_hire(employee, offer_sudo, opening, made=made)
        self._ats_after_hire(employee)
        return employee

    def _ats_check_may_hire(self):
        """Hiring makes an employee record, so it takes the right to administer employees."""
        self.check_access("read")
        if not self.env.su and not self.env.user.has_group("hr.group_hr_user"):
            raise AccessError(
                self.env._("Making an employee takes the rights of an HR officer. Ask HR to press Create Employee.")
            )

    def _ats_lock_for_hire(self):
        """Hold the application's row. Whoever waited for another hire starts again after it."""
        self.flush_recordset()
        self.env.cr.execute(SQL("SELECT id FROM hr_applicant WHERE id = %s FOR NO KEY UPDATE", self.id))

    def _ats_current_hire_sudo(self):
        return self.env["ats.hire"].sudo().search([("applicant_id", "=", self.id), ("undone_at", "=", False)])

    def _ats_check_can_be_hired(self):
        applicant_sudo = self.sudo()
        if applicant_sudo.ats_state not in ("ongoing", "hired"):
            raise UserError(self.env._("This application has ended or belongs to a talent. Reopen it before hiring."))
        if applicant_sudo.employee_id:
            # Hired before these addons came: there is an employee and no second one is made.
            raise UserError(
                self.env._(
                    "%(person)s is linked to the employee %(employee)s already.",
                    person=applicant_sudo.partner_name,
                    employee=applicant_sudo.employee_id.name,
                )
            )
        if not (applicant_sudo.partner_name or applicant_sudo.partner_id):
            raise UserError(self.env._("Please provide an applicant name."))

    def _ats_accepted_offer_sudo(self):
        """The newest accepted offer. Elevated: an HR officer hires without seeing pay."""
        return (
            self.env["ats.offer"]
            .sudo()
            .search(
                [("applicant_id", "=", self.id), ("state", "=", "accepted")],
                order="version desc",
                limit=1,
            )
        )

    def _ats_claim_opening(self, opening):
        """Hook: return the opening that this hire fills, or refuse when there is none."""
        return opening

    def _ats_note_hire(self, employee, offer_sudo, opening, made=True):
        """Write the row that makes a second employee impossible, whatever code runs."""
        company = employee.company_id or self.sudo().company_id or self.env.company
        partner_sudo = self.sudo().partner_id
        vals = {
            "applicant_id": self.id,
            "employee_id": employee.id,
            "offer_id": offer_sudo.id,
            "company_id": company.id,
            "contact_released": bool(partner_sudo._ats_released_to(employee)),
            "made_employee": made,
            **self._ats_hire_vals(opening),
        }
        try:
            with self.env.cr.savepoint():
                self.env["ats.hire"].sudo().create(vals).flush_recordset()
        except UniqueViolation as error:
            raise ConcurrencyError("This application was hired a moment ago.") from error
        self.sudo().employee_id = employee
        partner_sudo._ats_released_to(employee).ats_candidate_partner = False

    def _ats_hire_vals(self, opening):
        """Hook: values of the hire that follow from the opening it fills."""
        return {}

    def _ats_after_hire(self, employee):
        """Tell everybody: stage, journal, chatter."""
        applicant_sudo = self.sudo()
        if not applicant_sudo.stage_id.hired_stage:
            applicant_sudo._ats_move(applicant_sudo._ats_hired_stage())
        self.env["ats.event"]._record("application.hired", applicant=self, payload={"employee": employee.id})
        applicant_sudo._message_log_with_view(
            "hr_recruitment.applicant_hired_template", render_values={"applicant": applicant_sudo}
        )

    def _ats_hired_stage(self):
        """The hired stage of the job's own pipeline, else the common one."""
        stages = self.env["hr.recruitment.stage"].search(
            [
                ("hired_stage", "=", True),
                "|",
                ("job_ids", "=", False),
                ("job_ids", "in", self.job_id.ids),
            ]
        )
        stage = stages.filtered("job_ids")[:1] or stages[:1]
        if not stage:
            raise UserError(
                self.env._("The pipeline has no stage for hired candidates. Mark one in the configuration.")
            )
        return stage

    @api.model
    def get_view(self, view_id=None, view_type="form", **options):
        """An HR officer outside recruitment gets a form of what hiring needs."""
        user = self.env.user
        recruits = user.has_group("hr_recruitment.group_hr_recruitment_interviewer")
        if view_type == "form" and user.has_group("hr.group_hr_user") and not recruits:
            view_id = self.env.ref("ats_core.hr_applicant_view_form_hr_officer").id
        return super().get_view(view_id, view_type, **options)

    # Doors ---------------------------------------------------------------------------------

    def create_employee_from_applicant(self):
        """The native button: the same verb, the native action. Replaces the native method, which
        makes an employee on each call and writes the company's address to the candidate."""
        self.ensure_one()
        employee = self._ats_hire()
        action = self.env["ir.actions.act_window"]._for_xml_id("hr.open_view_employee_list")
        return {**action, "res_id": employee.id}
