from odoo import api, fields, models
from odoo.tools import SQL

from ...lib.ats_worktime import moment_after

# What a plan writes, and the PostgreSQL type of each.
_PLANNED = {
    "ats_sla_from": "timestamp",
    "ats_sla_amber_at": "timestamp",
    "ats_sla_deadline": "timestamp",
    "ats_sla_state": "varchar",
}


class HrApplicant(models.Model):
    """When an application has to be answered, in working time of the job's calendar."""

    _inherit = "hr.applicant"

    ats_sla_from = fields.Datetime("Answer Time Counts From", readonly=True, copy=False)
    ats_sla_amber_at = fields.Datetime("Yellow From", readonly=True, copy=False)
    ats_sla_deadline = fields.Datetime("Answer Due", readonly=True, copy=False, index="btree_not_null")
    ats_sla_state = fields.Selection(
        [("green", "On time"), ("amber", "Due soon"), ("red", "Late"), ("paused", "Waiting for candidate")],
        "Answer",
        readonly=True,
        copy=False,
        help="Kept up to date every few minutes. Empty: the stage has no limit.",
    )
    ats_pace = fields.Selection(
        [("on_time", "On time"), ("due", "Due soon"), ("late", "Late")],
        "Pace",
        compute="_compute_ats_pace",
    )

    _ats_sla_turning_idx = models.Index(
        "(ats_sla_amber_at, ats_sla_deadline) WHERE ats_sla_state IN ('green', 'amber')"
    )
    _ats_sla_late_idx = models.Index("(job_id, user_id, ats_sla_state) WHERE ats_sla_state IN ('amber', 'red')")

    @api.depends("ats_state", "ats_sla_state", "ats_sla_amber_at", "ats_sla_deadline")
    def _compute_ats_pace(self):
        """To the second, where the stored state may be some minutes behind."""
        now = fields.Datetime.now()
        for applicant in self:
            if applicant.ats_state != "ongoing" or applicant.ats_sla_state in (False, "paused"):
                applicant.ats_pace = False
            elif applicant.ats_sla_deadline and applicant.ats_sla_deadline <= now:
                applicant.ats_pace = "late"
            else:
                amber_at = applicant.ats_sla_amber_at
                applicant.ats_pace = "due" if amber_at and amber_at <= now else "on_time"

    def _ats_set_deadline(self):
        """A stay began: its answer time counts from now."""
        self._ats_plan_sla(start=fields.Datetime.now())
        return super()._ats_set_deadline()

    def _ats_plan_sla(self, start=None):
        """Set when the applications turn yellow and red; all of them in a handful of queries.

        :param datetime start: a stay that began then (UTC); by default the running clocks go on, and
            a stage that had no limit so far counts from now
        """
        calendars, plans = {}, []
        pauses = {} if start else self._ats_pauses()
        for applicant in self.sudo():
            plan = applicant._ats_sla_plan(start, pauses.get(applicant.id, ()), calendars)
            if any(plan[name] != applicant[name] for name in plan):
                plans.append((applicant.id, *plan.values()))
        self._ats_store_plans(plans)

    def _ats_pauses(self):
        """Return ``{application id: [(start, end), …]}``."""
        spans = {}
        for pause in self.env["ats.sla.pause"].sudo().search([("applicant_id", "in", self.ids)], order="id"):
            spans.setdefault(pause.applicant_id.id, []).extend(pause._spans())
        return spans

    def _ats_sla_plan(self, start, pauses, calendars):
        """Return the planned values of one application; ``calendars`` is filled on the way."""
        plan = dict.fromkeys(_PLANNED, False)
        stage = self.stage_id
        days = stage.ats_sla_days
        source = days > 0 and self.ats_state == "ongoing" and self.job_id._ats_calendar(self.company_id)
        if not source:
            return plan
        if source not in calendars:
            calendars[source] = (source._ats_work_calendar(), source._ats_day_length())
        calendar, day = calendars[source]
        now = fields.Datetime.now()
        begin = start or self.ats_sla_from or now
        ideal = stage.ats_sla_ideal_days
        ideal = ideal if 0 < ideal < days else max(days - 1, 0.5)
        plan["ats_sla_from"] = begin
        plan["ats_sla_amber_at"] = moment_after(calendar, begin, ideal * day, pauses) or False
        plan["ats_sla_deadline"] = moment_after(calendar, begin, days * day, pauses) or False
        plan["ats_sla_state"] = self._ats_sla_state_at(now, plan["ats_sla_amber_at"], plan["ats_sla_deadline"], pauses)
        return plan

    @api.model
    def _ats_sla_state_at(self, now, amber_at, deadline, pauses):
        if any(end is None for _start, end in pauses):
            return "paused"
        if deadline and deadline <= now:
            return "red"
        return "amber" if amber_at and amber_at <= now else "green"

    @api.model
    def _ats_store_plans(self, plans):
        """Write the planned values with one statement; they are nobody's input and track nothing."""
        if not plans:
            return
        applicants = self.browse([plan[0] for plan in plans])
        applicants.flush_recordset(list(_PLANNED))
        rows = SQL(", ").join(
            SQL("(%s, %s)", plan[0], SQL(", ").join(SQL("%s", value or None) for value in plan[1:])) for plan in plans
        )
        assignments = SQL(", ").join(
            SQL("%s = plan.%s::%s", SQL.identifier(name), SQL.identifier(name), SQL(kind))
            for name, kind in _PLANNED.items()
        )
        self.env.cr.execute(
            SQL(
                "UPDATE hr_applicant SET %s FROM (VALUES %s) AS plan (id, %s) WHERE hr_applicant.id = plan.id::int",
                assignments,
                rows,
                SQL(", ").join(SQL.identifier(name) for name in _PLANNED),
            )
        )
        applicants.invalidate_recordset([*_PLANNED, "ats_pace"], flush=False)
