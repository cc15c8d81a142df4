from odoo import fields, models
from odoo.exceptions import UserError


class AtsHire(models.Model):
    """That an application became an employee. Rows are made by ``_ats_hire`` alone."""

    _name = "ats.hire"
    _description = "Hire"
    _order = "id desc"
    _rec_name = "employee_id"

    applicant_id = fields.Many2one(
        "hr.applicant", "Application", required=True, readonly=True, ondelete="cascade", index=True
    )
    employee_id = fields.Many2one("hr.employee", required=True, readonly=True, ondelete="cascade", index=True)
    offer_id = fields.Many2one("ats.offer", readonly=True, ondelete="set null", index="btree_not_null")
    company_id = fields.Many2one("res.company", required=True, readonly=True, index=True)
    contact_released = fields.Boolean(
        "Contact No Longer a Candidate's",
        readonly=True,
        help="The candidate's contact lost its mark with this hire; undoing gives it back.",
    )
    undone_at = fields.Datetime(readonly=True)
    undone_by_id = fields.Many2one("res.users", readonly=True)

    _one_employee_uniq = models.UniqueIndex(
        "(applicant_id) WHERE undone_at IS NULL",
        "This application has an employee already.",
    )

    def _undo(self):
        """Take the hire back: the application may be hired again. The employee stays as it is,
        archived or kept by HR as the case demands."""
        for hire in self:
            hire.applicant_id._ats_check_may_hire()
            hire.applicant_id._ats_lock_for_hire()
            hire.invalidate_recordset()
            if hire.undone_at:
                raise UserError(self.env._("This hire was undone already."))
            hire._undo_one()

    def _undo_one(self):
        hire_sudo = self.sudo()
        hire_sudo.write({"undone_at": fields.Datetime.now(), "undone_by_id": self.env.uid})
        applicant_sudo = hire_sudo.applicant_id
        applicant_sudo.employee_id = False
        if hire_sudo.contact_released:
            applicant_sudo.partner_id.ats_candidate_partner = True
        applicant_sudo._message_log(
            body=self.env._("The hire was undone. The employee record of %s was kept.", applicant_sudo.partner_name)
        )

    def action_undo(self):
        self._undo()
