from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .ats_approval import ENDED

STATES = [
    ("waiting", "Not asked yet"),
    ("open", "Asked"),
    ("approved", "Approved"),
    ("rejected", "Rejected"),
    ("not_needed", "Not needed"),
    ("elsewhere", "Counts in a group before"),
    ("own", "Own request"),
]
DECIDED = ("approved", "rejected")


class AtsApprovalApprover(models.Model):
    """One person of a group, and what was decided in that person's name."""

    _name = "ats.approval.approver"
    _description = "Approval Request"
    _inherit = ["mail.activity.mixin"]
    _order = "id"

    step_id = fields.Many2one("ats.approval.step", "Group", required=True, ondelete="cascade", index=True)
    approval_id = fields.Many2one(related="step_id.approval_id", store=True, index=True, precompute=True)
    company_id = fields.Many2one(related="approval_id.company_id")
    user_id = fields.Many2one("res.users", "Approver", required=True, ondelete="restrict", index=True)
    state = fields.Selection(STATES, required=True, readonly=True, default="waiting")
    asked_at = fields.Datetime("Asked", readonly=True)
    reminded_at = fields.Datetime("Reminded", readonly=True)
    told_user_ids = fields.Many2many(
        "res.users", "ats_approval_told_rel", "approver_id", "user_id", "Told", readonly=True
    )
    decided_at = fields.Datetime("Decided", readonly=True)
    decided_by_id = fields.Many2one("res.users", readonly=True, ondelete="restrict", index="btree_not_null")
    comment = fields.Text(readonly=True)
    door = fields.Selection([("screen", "In Odoo"), ("mail", "By the link in the mail")], readonly=True)
    requested_by_id = fields.Many2one(related="approval_id.requested_by_id")
    subject = fields.Char(related="approval_id.name")
    brief = fields.Char("In Short", compute="_compute_summary")
    summary = fields.Html(compute="_compute_summary")
    trail = fields.Html(compute="_compute_summary")
    waits_for_me = fields.Boolean(compute="_compute_waits_for_me", search="_search_waits_for_me", compute_sudo=True)

    _once_in_a_group_uniq = models.UniqueIndex("(step_id, user_id)", "This person is in the group already.")
    _one_vote_uniq = models.UniqueIndex(
        "(step_id, decided_by_id) WHERE decided_by_id IS NOT NULL",
        "You have decided in this group already. Somebody else has to decide here.",
    )
    _open_idx = models.Index("(user_id) WHERE state = 'open'")
    _decided_is_whole = models.Constraint(
        "CHECK ((state IN ('approved', 'rejected')) = (decided_at IS NOT NULL AND decided_by_id IS NOT NULL))",
        "A decision tells who made it and when.",
    )

    def init(self):  # pylint: disable=missing-return
        """Let PostgreSQL keep the decisions of an ended approval."""
        super().init()
        self.env.cr.execute(
            SQL(
                """
            CREATE SCHEMA IF NOT EXISTS ats;
            CREATE OR REPLACE FUNCTION ats.approval_keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS (SELECT FROM ats_approval WHERE id = OLD.approval_id AND state IN %(ended)s) THEN
                    RAISE check_violation USING
                        MESSAGE = 'Decisions of approval ' || OLD.approval_id || ' are kept',
                        TABLE = 'ats_approval_approver', CONSTRAINT = 'ats_approval_keep_decision';
                END IF;
                RETURN NEW;
            END $$;
            DROP TRIGGER IF EXISTS ats_approval_keep_decision ON ats_approval_approver;
            CREATE TRIGGER ats_approval_keep_decision BEFORE UPDATE ON ats_approval_approver
            FOR EACH ROW WHEN (
                (OLD.state, OLD.user_id, OLD.decided_at, OLD.decided_by_id, OLD.comment)
                IS DISTINCT FROM (NEW.state, NEW.user_id, NEW.decided_at, NEW.decided_by_id, NEW.comment)
            ) EXECUTE FUNCTION ats.approval_keep_decision()
        """,
                ended=ENDED,
            )
        )

    @api.depends("approval_id.name", "user_id.name")
    def _compute_display_name(self):
        for row in self:
            row.display_name = row.approval_id.sudo().name or row.user_id.name

    @api.depends("approval_id.approver_ids.state")
    def _compute_summary(self):
        for row in self:
            row.brief = row.summary = row.trail = False
            if row._may_be_read_in_full():
                approval_sudo = row.approval_id.sudo()
                document_sudo = approval_sudo._document()
                row.brief = document_sudo._ats_approval_brief()
                row.summary = approval_sudo._summary_html()
                row.trail = document_sudo._ats_approval_trail_html()

    def _may_be_read_in_full(self):
        """Pay is for who decides now, and for whoever may see the document anyway."""
        self.ensure_one()
        return self.waits_for_me or self.approval_id.sudo()._document().with_env(self.env).has_access("read")

    @api.depends("state", "user_id")
    @api.depends_context("uid")
    def _compute_waits_for_me(self):
        mine = self.env["ats.approval.delegate"]._acting_for(self.env.user)
        for row in self:
            row.waits_for_me = row.state == "open" and row.user_id in mine

    def _search_waits_for_me(self, operator, value):
        if operator != "in":
            return NotImplemented
        mine = self.env["ats.approval.delegate"]._acting_for(self.env.user)
        return [("state", "=", "open"), ("user_id", "in", mine.ids)]

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if vals.keys() - {"step_id", "user_id"}:
                raise UserError(self.env._("Name a group and a person; what is decided follows from the buttons."))
        with self.env["ats.approval.step"].browse({vals["step_id"] for vals in vals_list}).approval_id._edited():
            return super().create(vals_list)

    def _create_by_verb(self, vals_list):
        return super().create(vals_list)  # pylint: disable=super-method-mismatch

    def write(self, vals):
        """Decisions follow from the verbs; activities come and go with them."""
        if vals.keys() - {"user_id", "activity_ids"}:
            raise UserError(self.env._("A decision is made with the buttons, by the person who was asked."))
        if "user_id" not in vals:
            return super().write(vals)
        with self.approval_id._edited():
            return super().write(vals)

    def _write_by_verb(self, vals):
        return super().write(vals)  # pylint: disable=super-method-mismatch

    def message_subscribe(self, partner_ids=None, subtype_ids=None):
        """Nobody follows a request: it has no conversation, and its end is told by the document."""
        return True

    def unlink(self):
        with self.approval_id._edited():
            return super().unlink()
