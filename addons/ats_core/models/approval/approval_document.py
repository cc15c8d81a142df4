from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from .ats_approval import STATES


class AtsApprovalMixin(models.AbstractModel):
    """A document that colleagues approve.

    The document keeps its own states; the mixin asks, counts and tells it how it ended
    (:meth:`_ats_approval_ended`). While a flow runs, a change of the groups or of one of
    :meth:`_ats_approval_terms` begins it anew.
    """

    _name = "ats.approval.mixin"
    _description = "Document to Approve"
    _inherit = ["ats.approval.trail"]

    ats_approval_id = fields.Many2one(
        "ats.approval", "Approval", readonly=True, copy=False, ondelete="set null", index="btree_not_null"
    )
    ats_approval_state = fields.Selection(STATES, "Approval State", compute="_compute_ats_approval_state")
    ats_approval_sequential = fields.Boolean(related="ats_approval_id.sequential", readonly=False)
    ats_approval_step_ids = fields.One2many(related="ats_approval_id.step_ids", readonly=False)
    ats_approval_trail = fields.Html(compute="_compute_ats_approval_trail")
    ats_approval_waiting = fields.Char("Waits For", compute="_compute_ats_approval_state")
    ats_waits_for_me = fields.Boolean(
        "Waiting for Me", compute="_compute_ats_waits_for_me", search="_search_ats_waits_for_me"
    )
    ats_may_choose_approvers = fields.Boolean(compute="_compute_ats_waits_for_me")

    # What a document says of itself ----------------------------------------------------------

    def _ats_approval_kind(self):
        """Which kind of policy holds; one of the values of ``ats.approval.policy.kind``."""
        raise NotImplementedError()

    def _ats_approval_title(self):
        """What approvers read first, without pay. In the language of the environment."""
        return self.display_name

    def _ats_approval_summary(self):
        """``[(label, value), ...]`` that an approver has to know. Called elevated, read by approvers."""
        return []

    def _ats_approval_brief(self):
        """The one line of facts that an approver reads in a list; shown to whom the summary is shown."""
        return ""

    def _ats_approval_terms(self):
        """Names of the fields whose change makes earlier approvals worthless."""
        return frozenset()

    def _ats_approval_barred(self):
        """Users who never approve this document: it is their own request."""
        return self.env["res.users"]

    def _ats_approval_asker(self):
        """Who asks; once it is handed in, whoever did that."""
        return self.env.user

    def _ats_approval_ended(self, outcome):
        """Hook: the flow ended ``approved``, ``rejected`` or ``void``. Called elevated."""

    def _ats_approval_may_edit(self):
        """Whether the current user may choose who approves: recruiters and HR, never by asking alone."""
        user = self.env.user
        groups = ("hr_recruitment.group_hr_recruitment_user", "hr.group_hr_manager")
        return any(user.has_group(group) for group in groups) and self.has_access("write")

    def _ats_approval_company(self):
        return self.company_id or self.env.company

    def _ats_approval_department(self):
        return self.env["hr.department"]

    def _ats_approval_job(self):
        return self.env["hr.job"]

    def _ats_approval_hiring_manager(self):
        return self.env["res.users"]

    def _ats_approval_recruiter(self):
        return self.env["res.users"]

    # What is shown ---------------------------------------------------------------------------

    @api.depends("ats_approval_id.state", "ats_approval_id.approver_ids.state")
    @api.depends_context("lang")
    def _compute_ats_approval_state(self):
        for document in self:
            approval_sudo = document.sudo().ats_approval_id
            document.ats_approval_state = approval_sudo.state
            document.ats_approval_waiting = approval_sudo.state == "running" and approval_sudo._waiting_sentence()

    @api.depends("ats_approval_id.approver_ids.state")
    @api.depends_context("uid")
    def _compute_ats_waits_for_me(self):
        for document in self:
            document.ats_waits_for_me = document.sudo().ats_approval_id.waits_for_me
            document.ats_may_choose_approvers = document._ats_approval_may_edit()

    def _search_ats_waits_for_me(self, operator, value):
        if operator != "in":
            return NotImplemented
        waiting = self.env["ats.approval"].sudo()._search([("waits_for_me", operator, value)])
        return [("ats_approval_id", "in", waiting)]

    @api.depends("ats_approval_id.state", "ats_approval_id.approver_ids.state")
    @api.depends_context("lang", "tz")
    def _compute_ats_approval_trail(self):
        for document in self:
            document.ats_approval_trail = document._ats_approval_trail_html()

    def _ats_approval_trail_html(self):
        self.ensure_one()
        flows_sudo = self._ats_approval_flows_sudo().filtered(lambda flow: flow.state != "draft")
        current = self.sudo().ats_approval_id
        waiting = current.state == "running" and current._waiting_sentence()
        return self._trail_html(flows_sudo._trail(), waiting)

    def _ats_approval_flows_sudo(self):
        flows = self.env["ats.approval"].sudo()
        return flows.search([("res_model", "=", self._name), ("res_id", "in", self.ids)], order="id")

    # Verbs -----------------------------------------------------------------------------------

    def _ats_approval_prepare(self):
        """Return the flow whose groups may still be chosen, with those of the policy at first.

        After a rejection or a change of approved terms the same people are suggested again.
        """
        self.ensure_one()
        approval_sudo = self.sudo().ats_approval_id
        if approval_sudo.state in ("draft", "running"):
            return approval_sudo
        steps = approval_sudo.step_ids._copied() if approval_sudo else None
        sequential = approval_sudo.sequential
        if not steps:
            sequential, suggestion = self._ats_approval_suggestion()
            steps = self._ats_approval_step_commands(suggestion)
        document_sudo = self.sudo()
        new = (
            self.env["ats.approval"]
            .sudo()
            .create(
                {
                    "kind": self._ats_approval_kind(),
                    "name": document_sudo._ats_approval_title(),
                    "res_model": self._name,
                    "res_id": self.id,
                    "sequential": sequential,
                    "company_id": document_sudo._ats_approval_company().id,
                    "job_id": document_sudo._ats_approval_job().id,
                    "manager_id": document_sudo._ats_approval_hiring_manager().id,
                    "requested_by_id": document_sudo._ats_approval_asker().id,
                    "step_ids": steps,
                }
            )
        )
        document_sudo._ats_approval_attach(new)
        return new

    @staticmethod
    def _ats_approval_step_commands(suggestion):
        return [
            Command.create(
                {
                    "name": name,
                    "required": required,
                    "sequence": 10 * number,
                    "user_ids": [Command.set(users.ids)],
                }
            )
            for number, (name, required, users) in enumerate(suggestion, start=1)
        ]

    def _ats_approval_attach(self, approval):
        self._write_field_of_verb({"ats_approval_id": approval.id})

    def _write_field_of_verb(self, vals):
        """Past the guards that a document has in its :meth:`write`."""
        return models.BaseModel.write(self, vals)

    def _ats_approval_check(self):
        """Refuse what could never be approved, before anything changes.

        :raise UserError: which group is too small
        """
        self._ats_approval_prepare()._check_enough()

    def _ats_approval_start(self):
        """Ask for the approval of one document; those who decide are told."""
        self._ats_approval_prepare()._start()

    def _ats_approval_stop(self, reason):
        """Call off a running approval, or forget one that was given: the document is free again."""
        for document in self.sudo():
            approval = document.ats_approval_id
            if approval.state == "running":
                approval._void(reason)

    def _ats_approval_row(self):
        """The request of this document that waits for the current user, elevated; may be empty."""
        self.ensure_one()
        rows_sudo = self.sudo().ats_approval_id.approver_ids
        return rows_sudo.filtered(lambda row: row.state == "open" and row.waits_for_me)[:1]

    def _ats_approval_decide(self, approve, comment=None, door="screen"):
        """Approve or reject in the name of the current user or of whom they stand in for.

        :raise AccessError: nobody asked this user
        """
        for document in self:
            row_sudo = document._ats_approval_row()
            if not row_sudo:
                document._ats_approval_not_asked()
            row_sudo.approval_id._decide(row_sudo, approve, comment, door)

    def _ats_approval_not_asked(self):
        approval_sudo = self.sudo().ats_approval_id
        mine = self.env["ats.approval.delegate"]._acting_for(self.env.user)
        row_sudo = approval_sudo.approver_ids.filtered(lambda row: row.user_id in mine)[:1]
        if row_sudo and approval_sudo.state != "draft":
            raise UserError(approval_sudo._ended_sentence(row_sudo))
        raise AccessError(self.env._("Nobody asked you to approve this: it waits for somebody else."))

    def write(self, vals):
        """Begin a running flow anew when its groups or what it approves change."""
        terms = self._ats_approval_terms() & vals.keys()
        groups = {"ats_approval_step_ids", "ats_approval_sequential"} & vals.keys()
        if not (terms or groups) or self.env.context.get("ats_approval_batch"):
            return super().write(vals)
        running = self.sudo().ats_approval_id.filtered(lambda flow: flow.state == "running")
        shapes = {flow: flow._shape() for flow in running}
        before = {document.id: document._ats_approval_snapshot(terms) for document in self}
        result = super(AtsApprovalMixin, self.with_context(ats_approval_batch=True)).write(vals)
        for document in self:
            flow = document.sudo().ats_approval_id
            if flow not in running:
                continue
            if document._ats_approval_snapshot(terms) != before[document.id]:
                flow._restart(self.env._("What is to be approved was changed."))
            elif flow._shape() != shapes[flow]:
                flow._restart(self.env._("The approvers were changed."))
        return result

    def _ats_approval_snapshot(self, names):
        return {name: self.sudo()[name] for name in names}

    def unlink(self):
        flows_sudo = self._ats_approval_flows_sudo()
        result = super().unlink()
        flows_sudo.unlink()
        return result

    # Buttons ---------------------------------------------------------------------------------

    def action_ats_approve(self):
        self._ats_approval_decide(True)

    def action_ats_reject(self):
        """Ask why first; the dialog calls the verb."""
        return self._ats_approval_dialog()

    def action_ats_approve_with_comment(self):
        return self._ats_approval_dialog(approve=True)

    def _ats_approval_dialog(self, approve=False):
        self.ensure_one()
        row_sudo = self._ats_approval_row()
        if not row_sudo:
            self._ats_approval_not_asked()
        return row_sudo._dialog(approve)

    def action_ats_choose_approvers(self):
        """Put the approvers of the policy onto the document, to be changed before asking."""
        self.ensure_one()
        if not self._ats_approval_may_edit():
            raise AccessError(self.env._("Recruiters and HR choose who approves. Ask one of them."))
        self._ats_approval_prepare()
