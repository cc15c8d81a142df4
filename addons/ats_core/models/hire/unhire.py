from odoo import fields, models
from odoo.exceptions import UserError


class AtsHire(models.Model):
    """Taking a hire back."""

    _inherit = "ats.hire"

    def _undo(self):
        """Take the hire back: its opening is open again, and the application goes on.

        An employee record that this hire made and that nobody has used yet is archived; any other
        stays as it is, for HR to decide.

        :raise AccessError: the user does not administer employees
        :raise UserError: it was undone before
        """
        for hire in self:
            hire.applicant_id._ats_check_may_hire()
            hire.applicant_id._ats_lock_for_hire()
            hire.invalidate_recordset()
            if hire.undone_at:
                raise UserError(self.env._("This hire was undone already."))
            hire._undo_one()

    def _undo_one(self):
        hire_sudo = self.sudo()
        applicant_sudo = hire_sudo.applicant_id
        archived = hire_sudo._archive_untouched_employee()
        hire_sudo.write({"undone_at": fields.Datetime.now(), "undone_by_id": self.env.uid})
        applicant_sudo.employee_id = False
        if hire_sudo.contact_released:
            applicant_sudo.partner_id.ats_candidate_partner = True
        hire_sudo.opening_id._release()
        applicant_sudo._ats_back_from_hired()
        self.env["ats.event"]._record(
            "application.hire_undone", applicant=applicant_sudo, payload={"employee": hire_sudo.employee_id.id}
        )
        applicant_sudo._message_log(
            body=self.env._("The hire was undone. The employee record was archived.")
            if archived
            else self.env._("The hire was undone. The employee record was kept.")
        )

    def _archive_untouched_employee(self):
        """Archive the employee if nothing has happened with it; tell whether it was."""
        if not self._employee_is_untouched():
            return False
        self.employee_id.active = False
        return True

    def _employee_is_untouched(self):
        """Made by this hire, not begun, without a login, and leading nobody."""
        employee = self.employee_id
        start = employee.version_id.contract_date_start
        begun = start and start <= fields.Date.context_today(self)
        leads = employee.child_ids or self.env["hr.department"].search_count(
            [("manager_id", "=", employee.id)], limit=1
        )
        return self.made_employee and employee.active and not (begun or leads or employee.user_id)

    def action_undo(self):
        self._undo()


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_unhire(self):
        """Take back the hire of an application: the other end of ``_ats_hire``."""
        self.ensure_one()
        hire_sudo = self._ats_current_hire_sudo()
        if not hire_sudo:
            raise UserError(self.env._("Nobody was hired on this application, so there is nothing to undo."))
        hire_sudo.with_env(self.env)._undo()

    def _ats_back_from_hired(self):
        """Put the card back where it was before it was hired, unless it cannot go on there."""
        if not self.stage_id.hired_stage or self.ats_state != "hired":
            return
        stays = self.env["ats.stage.log"].search(
            [("applicant_id", "=", self.id), ("stage_id.hired_stage", "=", False)], order="id desc", limit=1
        )
        other = self._ats_open_application(self.ats_candidate_id, self.job_id) - self
        if stays.stage_id and not other:
            self.with_context(ats_no_stage_mail=True)._ats_move(stays.stage_id)

    def action_ats_unhire(self):
        self._ats_unhire()
