from odoo import api, fields, models
from odoo.exceptions import ValidationError


class HrJob(models.Model):
    """Templates are archived jobs: no list, counter, picker or page natively shows one."""

    _inherit = "hr.job"

    ats_is_template = fields.Boolean("Template", readonly=True, copy=False, index="btree_not_null")
    ats_copied_from_id = fields.Many2one(
        "hr.job", "Made From", readonly=True, copy=False, ondelete="set null", index="btree_not_null"
    )

    _ats_template_archived = models.Constraint(
        "CHECK (NOT (ats_is_template AND active))", "A template is not a job. Make a job from it."
    )

    @api.constrains("ats_is_template", "active", "ats_job_state")
    def _check_template(self):
        for job in self:
            if job.ats_is_template and (job.active or job.ats_job_state != "draft"):
                raise ValidationError(self.env._("A template is not a job. Make a job from it."))

    def _ats_publish_blockers(self):
        blockers = super()._ats_publish_blockers()
        if self.ats_is_template:
            blockers.insert(0, self.env._("This is a template. Make a job from it."))
        return blockers

    def _ats_template_fields(self):
        """Return the names of the fields that a new job takes over from a template or a past job.

        Hook: rooms and addons add theirs; rows of their own go into :meth:`_ats_template_children`.
        Dates, state, publication, requisition and figures never belong here.

        :rtype: list[str]
        """
        return [
            "description",
            "requirements",
            "department_id",
            "company_id",
            "address_id",
            "contract_type_id",
            "industry_id",
            "expected_degree",
            "user_id",
            "ats_hiring_manager_id",
            "interviewer_ids",
            "ats_employment_type",
            "ats_workplace",
            "ats_pay_min",
            "ats_pay_max",
            "ats_pay_currency_id",
            "ats_pay_period",
            "ats_pay_shown",
            "ats_restricted",
            "ats_calendar_id",
            "applicant_properties_definition",
        ]

    def _ats_template_children(self):
        return [*super()._ats_template_children(), "job_skill_ids"]

    def _ats_free_name(self, name):
        """Return the name, numbered when the company has a job of that name in the department."""
        self.ensure_one()
        taken = set(
            self.sudo()
            .with_context(active_test=False)
            .search(
                [
                    ("name", "=like", f"{name}%"),
                    ("company_id", "=", self.company_id.id),
                    ("department_id", "=", self.department_id.id),
                ]
            )
            .mapped("name")
        )
        number, free = 2, name
        while free in taken:
            free, number = f"{name} {number}", number + 1
        return free
