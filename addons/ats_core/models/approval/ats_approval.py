from contextlib import contextmanager

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

STATES = [
    ("draft", "Not asked yet"),
    ("running", "Waiting"),
    ("approved", "Approved"),
    ("rejected", "Rejected"),
    ("void", "Void"),
]
ENDED = ("approved", "rejected", "void")


class AtsApproval(models.Model):
    """One run of approving one document: ordered groups, each k of n.

    Rows are made and moved by the verbs of the document (``ats.approval.mixin``). What has ended
    never changes again, which PostgreSQL watches over as well.
    """

    _name = "ats.approval"
    _description = "Approval"
    _order = "id desc"

    name = fields.Char(readonly=True, help="What is to be approved.")
    kind = fields.Selection([], readonly=True, required=True)
    res_model = fields.Char("Document Model", required=True, readonly=True)
    res_id = fields.Many2oneReference("Document", model_field="res_model", required=True, readonly=True)
    state = fields.Selection(STATES, required=True, readonly=True, default="draft", index=True)
    sequential = fields.Boolean(
        "One After the Other",
        default=True,
        help="A group is asked when those before it have approved. Otherwise all are asked at once.",
    )
    step_ids = fields.One2many("ats.approval.step", "approval_id", "Groups")
    approver_ids = fields.One2many("ats.approval.approver", "approval_id", "Approvers", readonly=True)
    requested_by_id = fields.Many2one(
        "res.users", "Asked By", readonly=True, ondelete="set null", index="btree_not_null"
    )
    started_at = fields.Datetime("Asked", readonly=True)
    ended_at = fields.Datetime("Ended", readonly=True)
    void_reason = fields.Char("Why Void", readonly=True)
    turn = fields.Integer(
        readonly=True, help="Counts what happened, so that two decisions at one moment see each other."
    )
    company_id = fields.Many2one("res.company", required=True, readonly=True, index=True)
    job_id = fields.Many2one("hr.job", readonly=True, ondelete="set null", index="btree_not_null")
    manager_id = fields.Many2one(
        "res.users", "Hiring Manager", readonly=True, ondelete="set null", index="btree_not_null"
    )
    waits_for_me = fields.Boolean(compute="_compute_waits_for_me", search="_search_waits_for_me", compute_sudo=True)

    _document_idx = models.Index("(res_model, res_id)")
    _one_live_uniq = models.UniqueIndex(
        "(res_model, res_id) WHERE state IN ('draft', 'running')",
        "This document is being approved already.",
    )
    _ended_tells_when = models.Constraint(
        "CHECK (state NOT IN ('approved', 'rejected', 'void') OR ended_at IS NOT NULL)",
        "An approval that has ended tells when.",
    )

    def init(self):  # pylint: disable=missing-return
        """Let PostgreSQL refuse that an ended approval changes. The function lives in our schema."""
        super().init()
        self.env.cr.execute(
            SQL(
                """
            CREATE SCHEMA IF NOT EXISTS ats;
            CREATE OR REPLACE FUNCTION ats.approval_keep_end() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE check_violation USING
                    MESSAGE = 'Approval ' || OLD.id || ' has ended and never changes',
                    TABLE = 'ats_approval', CONSTRAINT = 'ats_approval_keep_end';
            END $$;
            DROP TRIGGER IF EXISTS ats_approval_keep_end ON ats_approval;
            CREATE TRIGGER ats_approval_keep_end BEFORE UPDATE ON ats_approval FOR EACH ROW WHEN (
                OLD.state IN %(ended)s AND (OLD.state, OLD.ended_at, OLD.started_at, OLD.sequential, OLD.res_id)
                    IS DISTINCT FROM (NEW.state, NEW.ended_at, NEW.started_at, NEW.sequential, NEW.res_id)
            ) EXECUTE FUNCTION ats.approval_keep_end()
        """,
                ended=ENDED,
            )
        )

    @api.depends("name", "res_model")
    def _compute_display_name(self):
        for approval in self:
            approval.display_name = approval.name or self.env._("Approval")

    @api.depends("approver_ids.state", "approver_ids.user_id")
    @api.depends_context("uid")
    def _compute_waits_for_me(self):
        for approval in self:
            approval.waits_for_me = any(approval.approver_ids.mapped("waits_for_me"))

    def _search_waits_for_me(self, operator, value):
        if operator != "in":
            return NotImplemented
        return [("approver_ids.waits_for_me", "in", value)]

    def _document(self):
        """The record that is approved."""
        self.ensure_one()
        return self.env[self.res_model].browse(self.res_id)

    def _lock(self):
        """Hold the row until the end of the transaction and read everything anew. Whoever comes
        second waits here, starts again, and sees what the first one did."""
        self.env.flush_all()
        self.env.cr.execute(
            SQL("SELECT id FROM ats_approval WHERE id IN %s ORDER BY id FOR NO KEY UPDATE", tuple(self.ids) or (0,))
        )
        self.invalidate_recordset(flush=False)
        self.approver_ids.invalidate_recordset(flush=False)

    # Editing ---------------------------------------------------------------------------------

    def write(self, vals):
        """Let people choose the order; everything else follows from the verbs."""
        if vals.keys() - {"sequential", "step_ids"}:
            raise UserError(self.env._("An approval follows from its buttons: it is not typed."))
        with self._edited():
            return super().write(vals)

    def _write_by_verb(self, vals):
        """The one way around the guard of :meth:`write`; private, so no client reaches it."""
        return super().write(vals)  # pylint: disable=super-method-mismatch

    @contextmanager
    def _edited(self):
        """Watch over a change of groups: by whom, when, and that a running flow starts anew."""
        self._check_editable()
        batched = self.env.context.get("ats_approval_batch")
        before = {} if batched else {approval: approval._shape() for approval in self}
        yield
        for approval, shape in before.items():
            if approval.state == "running" and approval._shape() != shape:
                approval.sudo()._restart(self.env._("The approvers were changed."))

    def _check_editable(self):
        for approval in self.sudo():
            if approval.state in ENDED:
                raise UserError(
                    self.env._(
                        "This approval has ended and is kept as it is. A change of the document begins a new one."
                    )
                )
            document = approval._document().with_env(self.env)
            if not self.env.su and not document._ats_approval_may_edit():
                raise AccessError(
                    self.env._("Recruiters and HR choose who approves. Ask one of them to change the approvers.")
                )

    def _shape(self):
        """What an edit may change: order, groups, how many, who."""
        self.ensure_one()
        steps = [(step.id, step.required, step._people()) for step in self.step_ids.sorted()]
        return self.sequential, steps
