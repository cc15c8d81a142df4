from odoo import fields, models


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
    made_employee = fields.Boolean(
        readonly=True, help="The employee record was made by this hire, and did not exist before."
    )
    undone_at = fields.Datetime(readonly=True)
    undone_by_id = fields.Many2one("res.users", readonly=True)

    _one_employee_uniq = models.UniqueIndex(
        "(applicant_id) WHERE undone_at IS NULL",
        "This application has an employee already.",
    )
