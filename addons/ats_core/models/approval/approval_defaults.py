from odoo import models


class AtsApprovalMixin(models.AbstractModel):
    """Whom a document asks when nobody chose: the policy of the department, else a sensible rest."""

    _inherit = "ats.approval.mixin"

    def _ats_approval_default_steps(self):
        """Hook: the groups without a policy, as ``[(name, sources, needed), ...]``; the first source
        that finds enough people is taken."""
        return []

    def _ats_approval_suggestion(self):
        """Return ``(sequential, [(name, needed, users), ...])`` from the policy or the defaults.

        A group of the defaults that finds too few people is left out; one of a policy stays, so
        that somebody sees that the policy cannot be kept.
        """
        self.ensure_one()
        document = self.sudo()
        policy = self.env["ats.approval.policy"]._find(
            self._ats_approval_kind(), document._ats_approval_company(), document._ats_approval_department()
        )
        if policy:
            return policy.sequential, [
                (step.name, step.required, document._ats_approval_people(step.source, step.user_ids))
                for step in policy.step_ids
            ]
        return True, document._ats_approval_without_policy()

    def _ats_approval_without_policy(self):
        steps, seen = [], self._ats_approval_barred()
        for name, sources, required in self._ats_approval_default_steps():
            found = (self._ats_approval_people(source) - seen for source in sources)
            people = next((users for users in found if len(users) >= required), None)
            if people:
                steps.append((name, required, people))
                seen |= people
        return steps

    def _ats_approval_people(self, source, users=None):
        """Return the colleagues behind one of the ``SOURCES``; those who asked are left out."""
        manager = self._ats_approval_hiring_manager()
        company = self._ats_approval_company()
        people = {
            "people": lambda: users,
            "hiring_manager": lambda: manager,
            "line_manager": lambda: manager.with_company(company).employee_id.parent_id.user_id,
            "department_manager": lambda: self._ats_approval_department().manager_id.user_id,
            "recruiter": self._ats_approval_recruiter,
            "hr": lambda: self._ats_approval_group("hr.group_hr_manager"),
            "administrator": lambda: self._ats_approval_group("hr_recruitment.group_hr_recruitment_manager"),
        }[source]()
        barred = self._ats_approval_barred()
        return (people or self.env["res.users"]).filtered(lambda user: user.active and not user.share) - barred

    def _ats_approval_group(self, xmlid):
        company = self._ats_approval_company()
        return (
            self.env.ref(xmlid)
            .sudo()
            .all_user_ids.filtered(
                lambda user: company in user.company_ids and user.id != self.env.ref("base.user_root").id
            )
        )
