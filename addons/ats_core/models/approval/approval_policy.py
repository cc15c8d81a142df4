from odoo import api, fields, models

SOURCES = [
    ("people", "These people"),
    ("hiring_manager", "The hiring manager"),
    ("line_manager", "The hiring manager's manager"),
    ("department_manager", "The head of the department"),
    ("recruiter", "The recruiter"),
    ("hr", "HR managers"),
    ("administrator", "Recruitment administrators"),
]


class AtsApprovalPolicy(models.Model):
    """Which groups approve a kind of document, for a company or one of its departments."""

    _name = "ats.approval.policy"
    _description = "Approval Rule"
    _order = "kind, company_id, department_id, id"

    name = fields.Char(required=True, translate=True)
    active = fields.Boolean(default=True)
    kind = fields.Selection([], "For", required=True)
    company_id = fields.Many2one("res.company", required=True, index=True, default=lambda self: self.env.company)
    department_id = fields.Many2one(
        "hr.department", help="Empty for all departments that have no rule of their own.", index="btree_not_null"
    )
    sequential = fields.Boolean("One After the Other", default=True)
    step_ids = fields.One2many("ats.approval.policy.step", "policy_id", "Groups", copy=True)

    _one_for_a_department_uniq = models.UniqueIndex(
        "(kind, company_id, COALESCE(department_id, 0)) WHERE active",
        "There is an approval rule for this department already. Change that one.",
    )

    @api.model
    def _find(self, kind, company, department):
        """Return the policy of the department, else of those above it, else of the company."""
        policies = self.sudo().search([("kind", "=", kind), ("company_id", "=", company.id)])
        by_department = {policy.department_id.id: policy for policy in policies}
        while department:
            if department.id in by_department:
                return by_department[department.id]
            department = department.parent_id
        return by_department.get(False, self.browse())


class AtsApprovalPolicyStep(models.Model):
    _name = "ats.approval.policy.step"
    _description = "Group of an Approval Rule"
    _order = "sequence, id"

    policy_id = fields.Many2one("ats.approval.policy", required=True, ondelete="cascade", index=True)
    sequence = fields.Integer(default=10)
    name = fields.Char("Group", required=True, translate=True)
    source = fields.Selection(SOURCES, "Who", required=True, default="people")
    user_ids = fields.Many2many("res.users", string="People", domain="[('share', '=', False)]")
    required = fields.Integer("Needed", default=1, required=True)

    _required_positive = models.Constraint("CHECK (required > 0)", "At least one approver of a group has to approve.")
