from odoo import api, fields, models
from odoo.tools import SQL

from ...lib.ats_worktime import working_time
from .hr_recruitment_stage import STAGE_KINDS

SECONDS_PER_HOUR = 3600


class AtsStageLog(models.Model):
    """One row for each stay of an application in a stage."""

    _name = "ats.stage.log"
    _description = "Stay in a Stage"
    _order = "entered_at desc, id desc"
    _rec_name = "stage_id"

    applicant_id = fields.Many2one(
        "hr.applicant", "Application", required=True, readonly=True, ondelete="cascade", index=True
    )
    candidate_id = fields.Many2one(related="applicant_id.ats_candidate_id")
    job_id = fields.Many2one("hr.job", readonly=True, ondelete="set null", index="btree_not_null")
    department_id = fields.Many2one("hr.department", readonly=True, ondelete="set null", index="btree_not_null")
    company_id = fields.Many2one("res.company", readonly=True, ondelete="set null", index=True)
    stage_id = fields.Many2one("hr.recruitment.stage", readonly=True, ondelete="set null", index="btree_not_null")
    kind = fields.Selection(STAGE_KINDS, readonly=True, help="Kind of the stage at the time, kept through renames.")
    entered_at = fields.Datetime("Entered", required=True, readonly=True, default=fields.Datetime.now)
    left_at = fields.Datetime("Left", readonly=True)
    outcome = fields.Selection(
        [
            ("moved", "Moved on"),
            ("back", "Moved back"),
            ("refused", "Refused"),
            ("withdrawn", "Withdrawn"),
            ("archived", "Archived"),
        ],
        readonly=True,
        help="How the stay ended. Empty while it lasts.",
    )
    entered_by_id = fields.Many2one("res.users", "Moved By", readonly=True, ondelete="set null")
    stage_name = fields.Char("Former Stage", readonly=True, help="Name of the stage, when the stage is gone.")
    note = fields.Char(readonly=True)
    override_reason = fields.Char("Entered Despite", readonly=True, help="Why the entry requirements were set aside.")
    wall_hours = fields.Float("Hours", readonly=True, aggregator="avg")
    working_hours = fields.Float(readonly=True, aggregator="avg")
    wall_days = fields.Float("Days", compute="_compute_wall_days", store=True, aggregator="avg", readonly=True)

    _open_uniq = models.UniqueIndex("(applicant_id) WHERE left_at IS NULL", "An application is in one stage at a time.")
    _job_entered_idx = models.Index("(job_id, kind, entered_at)")

    @api.depends("wall_hours")
    def _compute_wall_days(self):
        for stay in self:
            stay.wall_days = stay.wall_hours / 24

    @api.model
    def _read_group_orderby(self, order, groupby_terms, query):
        """Show kinds in the order of the pipeline instead of the alphabet."""
        if "kind" not in groupby_terms:
            return super()._read_group_orderby(order, groupby_terms, query)
        terms = dict(groupby_terms)
        kinds = [kind for kind, _label in STAGE_KINDS]
        terms["kind"] = SQL("array_position(%s::varchar[], %s)", kinds, groupby_terms["kind"])
        sql_order = super()._read_group_orderby(order, terms, query)
        groupby_terms.update({key: term for key, term in terms.items() if key != "kind"})
        return sql_order

    @api.model
    def _enter(self, applicants, *, note=None, override_reason=None):
        """Begin the stay of each application in the stage it is in now."""
        return self.sudo().create(
            [
                {
                    "applicant_id": applicant.id,
                    "job_id": applicant.job_id.id,
                    "department_id": applicant.department_id.id,
                    "company_id": applicant.company_id.id,
                    "stage_id": applicant.stage_id.id,
                    "kind": applicant.stage_id.ats_kind,
                    "entered_by_id": self.env.uid,
                    "note": note,
                    "override_reason": override_reason,
                    "wall_days": 0.0,  # computed by an update of its own otherwise
                }
                for applicant in applicants
                if applicant.stage_id
            ]
        )

    @api.model
    def _leave(self, applicants, outcome):
        """End the running stays of the applications."""
        stays_sudo = self.sudo().search_fetch([("applicant_id", "in", applicants.ids), ("left_at", "=", False)])
        now = fields.Datetime.now()
        working_hours = stays_sudo._working_hours_until(now)
        for stay in stays_sudo:
            stay.write(
                {
                    "left_at": now,
                    "outcome": outcome,
                    "wall_hours": (now - stay.entered_at).total_seconds() / SECONDS_PER_HOUR,
                    "working_hours": working_hours[stay],
                }
            )
        # The next stay is inserted at once; the index must see that this one ended.
        stays_sudo.flush_recordset()
        return stays_sudo

    def _working_hours_until(self, end):
        """Return ``{stay: hours on the working calendar of its job from entry to end (UTC)}``."""
        calendars = {}
        hours = {}
        for stay in self:
            calendar = stay.job_id._ats_calendar(stay.company_id)
            if calendar not in calendars:
                calendars[calendar] = calendar and calendar._ats_work_calendar()
            passed = calendar and working_time(calendars[calendar], stay.entered_at, end)
            hours[stay] = passed.total_seconds() / SECONDS_PER_HOUR if passed else 0.0
        return hours
