"""What the tests of approvals, requisitions and openings share."""

from odoo.fields import Command
from odoo.tests import new_test_user

from .offer_common import OfferMixin


class RequisitionMixin(OfferMixin):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()

        def colleague(login, groups="base.group_user"):
            return new_test_user(
                cls.env, login, groups=groups, email=f"{login}@company.example", name=login.replace("_", " ").title()
            )

        # Approvers with no more than an employee login.
        cls.line_manager = colleague("ats_line")
        cls.finance, cls.finance_2, cls.finance_3 = (colleague(f"ats_finance_{n}") for n in "abc")
        cls.stand_in = colleague("ats_stand_in")
        employees = cls.env["hr.employee"].create(
            [
                {"name": "Line Manager", "user_id": cls.line_manager.id},
                {"name": "Hiring Manager", "user_id": cls.hiring_manager.id},
            ]
        )
        employees[1].parent_id = employees[0]

    @classmethod
    def groups(cls, *groups):
        """Return the commands of groups given as ``(name, needed, users)``."""
        return [
            Command.clear(),
            *(
                Command.create(
                    {"name": name, "required": needed, "sequence": number, "user_ids": [Command.set(users.ids)]}
                )
                for number, (name, needed, users) in enumerate(groups)
            ),
        ]

    def request(self, *groups, user=None, sequential=True, submit=True, **values):
        """Return a requisition of the hiring manager, handed in by default; groups are optional."""
        requisition = (
            self.env["ats.requisition"]
            .with_user(user or self.hiring_manager)
            .create({"job_id": self.job.id, "pay_min": 40000, "pay_max": 50000, **values})
        )
        if groups:
            requisition.sudo().write(
                {"ats_approval_step_ids": self.groups(*groups), "ats_approval_sequential": sequential}
            )
        if submit:
            requisition._submit()
        return requisition

    def approved(self, **values):
        """Return an approved requisition of the test job, as the recruiter sees it."""
        requisition = self.request(("Line", 1, self.line_manager), **values)
        self.decide(requisition, self.line_manager)
        return requisition.with_user(self.recruiter)

    def decide(self, document, user, approve=True, comment=None):
        """Decide as a colleague who may have no right on the document at all."""
        rows = self.env["ats.approval.approver"].with_user(user)
        row = rows.search([("approval_id", "=", document.sudo().ats_approval_id.id), ("waits_for_me", "=", True)])
        self.assertTrue(row, f"{user.login} is asked")
        row[0]._decide(approve, comment)

    def asked(self, document):
        """Logins of those who may decide now."""
        rows = document.sudo().ats_approval_id.approver_ids.filtered(lambda row: row.state == "open")
        return set(rows.user_id.mapped("login"))

    def types(self, document):
        """Types of the events about a document, oldest first."""
        events = self.env["ats.event"].sudo()
        rows = events.search([("res_model", "=", document._name), ("res_id", "=", document.id)], order="id")
        return rows.mapped("type")
