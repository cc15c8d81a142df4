from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...lib.ats_worktime import WorkCalendar, reading_hours

# All that is sent here rests on one agreement, and one press at the foot of a mail ends it.
KIND = "talent_pool"
WEEKDAYS = {"weekdays": range(5), "all": range(7)}
FIGURES = {
    "sent_count": "__count",
    "opened_count": "opened_at:count",
    "clicked_count": "clicked_at:count",
    "replied_count": "replied_at:count",
}


class AtsSequence(models.Model):
    """Mails and to-dos to people we want to keep in touch with, one after the other until they answer."""

    _name = "ats.sequence"
    _description = "Nurture Sequence"
    _inherit = ["mail.thread"]
    _order = "name, id"

    name = fields.Char(required=True, translate=True)
    active = fields.Boolean(default=True)
    state = fields.Selection(
        [("draft", "Draft"), ("running", "Running"), ("paused", "Paused")],
        required=True,
        readonly=True,
        default="draft",
        copy=False,
        tracking=True,
    )
    started_at = fields.Datetime("Started", readonly=True, copy=False)
    company_id = fields.Many2one("res.company", required=True, index=True, default=lambda self: self.env.company)
    pool_id = fields.Many2one(
        "hr.talent.pool",
        "Talent Pool",
        ondelete="set null",
        index="btree_not_null",
        tracking=True,
        help="Only people of this pool are in the sequence; who leaves the pool leaves it too. "
        "Empty: whoever agreed to hear from you.",
    )
    user_id = fields.Many2one(
        "res.users",
        "Sender",
        ondelete="set null",
        default=lambda self: self.env.user,
        domain="[('share', '=', False)]",
        tracking=True,
        help="The mails come from this colleague, who also gets the answers on My Day.",
    )
    hour_from = fields.Float("From", default=9.0, required=True)
    hour_to = fields.Float("Until", default=17.0, required=True)
    send_days = fields.Selection(
        [("weekdays", "Monday to Friday"), ("all", "every day")], "On", required=True, default="weekdays"
    )
    step_ids = fields.One2many("ats.sequence.step", "sequence_id", "Steps", copy=True)
    enrolment_ids = fields.One2many("ats.sequence.enrolment", "sequence_id", "People")
    summary = fields.Char("In Words", compute="_compute_summary")
    active_count = fields.Integer("In It Now", compute="_compute_enrolment_counts")
    finished_count = fields.Integer("Finished", compute="_compute_enrolment_counts")
    stopped_count = fields.Integer("Stopped", compute="_compute_enrolment_counts")
    enrolment_count = fields.Integer("People", compute="_compute_enrolment_counts")
    sent_count = fields.Integer("Mails", compute="_compute_figures")
    opened_count = fields.Integer("Opened", compute="_compute_figures")
    clicked_count = fields.Integer("Clicked", compute="_compute_figures")
    replied_count = fields.Integer("Answered", compute="_compute_figures")
    counts_reading = fields.Boolean(compute="_compute_counts_reading")
    running_notice = fields.Char(compute="_compute_running_notice")

    _hours_in_order = models.Constraint(
        "CHECK (hour_from >= 0 AND hour_to <= 24 AND hour_from < hour_to)",
        "Mails leave between two hours of one day: the first has to be the earlier one.",
    )

    @api.depends("step_ids.sentence", "step_ids.sequence", "step_ids.delay_days")
    def _compute_summary(self):
        for sequence in self:
            sequence.summary = " · ".join(
                f"{step._when_in_words(is_first=not number)}: {step.sentence}"
                for number, step in enumerate(sequence._steps())
            )

    def _compute_enrolment_counts(self):
        groups = self.env["ats.sequence.enrolment"]._read_group(
            [("sequence_id", "in", self.ids)], ["sequence_id", "state"], ["__count"]
        )
        counts = {(sequence.id, state): count for sequence, state, count in groups}
        for sequence in self:
            by_state = {state: counts.get((sequence.id, state), 0) for state in ("active", "finished", "stopped")}
            sequence.active_count = by_state["active"]
            sequence.finished_count = by_state["finished"]
            sequence.stopped_count = by_state["stopped"]
            sequence.enrolment_count = sum(by_state.values())

    def _compute_figures(self):
        groups = self.env["ats.sequence.send"]._read_group(
            [("sequence_id", "in", self.ids), ("kind", "=", "mail"), ("is_sent", "=", True)],
            ["sequence_id"],
            list(FIGURES.values()),
        )
        counts = {sequence.id: figures for sequence, *figures in groups}
        for sequence in self:
            figures = counts.get(sequence.id, (0,) * len(FIGURES))
            for name, figure in zip(FIGURES, figures, strict=True):
                sequence[name] = figure

    @api.depends("company_id.ats_count_reading")
    def _compute_counts_reading(self):
        for sequence in self:
            sequence.counts_reading = sequence.company_id.sudo().ats_count_reading

    @api.depends("state", "active_count")
    def _compute_running_notice(self):
        for sequence in self:
            count = sequence.active_count if sequence.state != "draft" else 0
            sequence.running_notice = count and self.env._(
                "%s people are in it. What you change holds for them from their next step on: a new text is what they "
                "get, a new delay counts from their last step, an added step reaches those who are not past it, "
                "a removed one is skipped. What was sent stays as it was.",
                count,
            )

    @api.constrains("company_id")
    def _check_company_kept(self):
        for sequence in self:
            others = sequence.sudo().enrolment_ids.candidate_id.company_id - sequence.company_id.root_id
            if others:
                raise ValidationError(self.env._("There are people of another group of companies in this sequence."))

    def write(self, vals):
        result = super().write(vals)
        if {"hour_from", "hour_to", "send_days", "company_id"} & vals.keys():
            self._plan_anew()
        return result

    def copy_data(self, default=None):
        return [
            {**vals, "name": self.env._("%s (copy)", sequence.name)}
            for sequence, vals in zip(self, super().copy_data(default), strict=True)
        ]

    # ------------------------------------------------------------
    # Plain values of a sequence
    # ------------------------------------------------------------

    def _steps(self):
        """Return the steps in their order."""
        self.ensure_one()
        # A step that is being typed comes after those that are kept.
        return self.step_ids.sorted(lambda step: (step.sequence, step._origin.id or float("inf")))

    def _calendar(self):
        """Return the sender's working days as plain values."""
        calendar = self.sudo().company_id.resource_calendar_id
        return calendar._ats_work_calendar() if calendar else WorkCalendar("UTC", (((),) * 7,))

    def _reading_hours(self, zone):
        """Return the hours in which a reader of a time zone gets the mails."""
        self.ensure_one()
        return reading_hours(zone or self._calendar().zone, self.hour_from, self.hour_to, WEEKDAYS[self.send_days])

    # ------------------------------------------------------------
    # Starting and pausing
    # ------------------------------------------------------------

    def _start(self):
        """Let the sequence run: from now on it writes to who is in it."""
        for sequence in self:
            sequence.check_access("write")
            sequence._demand_complete()
            sequence.write({"state": "running", "started_at": sequence.started_at or fields.Datetime.now()})
            sequence._plan_anew()
            sequence._wake_runner()

    def _demand_complete(self):
        if not self.step_ids:
            raise UserError(self.env._("Add a step first: what people get, and when."))
        if not self.user_id.email:
            raise UserError(self.env._("Choose a sender who has an e-mail address."))
        self.step_ids._demand_complete()

    def _pause(self):
        """Send nothing until it is started again. People stay where they are; answers still stop it for them."""
        self.check_access("write")
        self.filtered(lambda sequence: sequence.state == "running").write({"state": "paused"})

    def action_start(self):
        """Button: start."""
        self._start()

    def action_pause(self):
        """Button: pause."""
        self._pause()

    def action_add_people(self):
        """Button: choose who is to be in it."""
        self.ensure_one()
        return self.env["ats.sequence.enrol"]._open(sequence=self, pool=self.pool_id)

    def action_open_enrolments(self):
        """Show who is in it."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_sequence_enrolment_action")
        return {
            **action,
            "domain": [("sequence_id", "=", self.id)],
            "context": {"search_default_active": 1, "hide_sequence": True},
        }
