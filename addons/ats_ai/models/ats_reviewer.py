from datetime import timedelta

import pytz

from odoo import api, fields, models
from odoo.exceptions import AccessError

_SEEN_WITHIN = timedelta(minutes=5)
WARNED_AT, LOCKED_AT = 3, 4


class AtsReviewer(models.Model):
    """Somebody who decides about doubtful applications, while at work and at the desk."""

    _name = "ats.reviewer"
    _description = "Reviewer"
    _order = "user_id"
    _rec_name = "user_id"

    user_id = fields.Many2one(
        "res.users", required=True, ondelete="cascade", index=True, domain="[('share', '=', False)]"
    )
    active = fields.Boolean(default=True)
    state = fields.Selection(
        [("available", "Takes Tasks"), ("paused", "Paused"), ("vacation", "On Vacation"), ("locked", "Under Review")],
        required=True,
        default="available",
    )
    away_until = fields.Datetime(help="Takes tasks again from then on.")
    max_open = fields.Integer("At Most at Once", required=True, default=2)
    job_ids = fields.Many2many("hr.job", string="Jobs", help="Empty: all jobs that the reviewer sees.")
    skill_ids = fields.Many2many("hr.skill", string="Knows", help="Jobs that ask for these come here first.")
    last_assigned_at = fields.Datetime(readonly=True)
    strike_ids = fields.One2many("ats.review.strike", "reviewer_id", "Missed Tasks")
    strike_count = fields.Integer("Missed", compute="_compute_strike_count")

    _user_uniq = models.UniqueIndex("(user_id)", "This person is a reviewer already.")
    _max_open_range = models.Constraint("CHECK (max_open > 0)", "A reviewer takes at least one task.")

    @api.depends("strike_ids.waived")
    def _compute_strike_count(self):
        counts = dict(
            self.env["ats.review.strike"]._read_group(
                [("reviewer_id", "in", self.ids), ("waived", "=", False)], ["reviewer_id"], ["__count"]
            )
        )
        for reviewer in self:
            reviewer.strike_count = counts.get(reviewer, 0)

    def _calendar(self):
        """Return the working hours of the reviewer; empty when there are none and every hour counts."""
        self.ensure_one()
        user_sudo = self.user_id.sudo()
        return user_sudo.employee_id.resource_calendar_id or user_sudo.company_id.resource_calendar_id

    def _resource(self):
        self.ensure_one()
        return self.user_id.sudo().employee_id.resource_id

    def _after_working(self, minutes, now):
        """Return the moment when so many minutes of work have passed (UTC)."""
        calendar = self._calendar()
        end = calendar and calendar.plan_hours(
            minutes / 60, pytz.utc.localize(now), compute_leaves=True, resource=self._resource()
        )
        return end.astimezone(pytz.utc).replace(tzinfo=None) if end else now + timedelta(minutes=minutes)

    def _working_seconds(self, start, stop):
        """Return the seconds of work between two moments (UTC)."""
        if stop <= start:
            return 0
        calendar = self._calendar()
        if not calendar:
            return int((stop - start).total_seconds())
        first, last = pytz.utc.localize(start), pytz.utc.localize(stop)
        resource = self._resource()
        intervals = calendar._work_intervals_batch(first, last, resources=resource)[resource.id or False]
        return int(sum((end - begin).total_seconds() for begin, end, _attendance in intervals))

    def _is_at_desk(self, now):
        """Tell whether the reviewer is online and in working hours, by Odoo's own presence."""
        self.ensure_one()
        presence = self.user_id.sudo().presence_ids
        online = presence.status == "online" and presence.last_poll and presence.last_poll >= now - _SEEN_WITHIN
        return bool(online) and self._working_seconds(now, now + timedelta(minutes=1)) > 0

    def _may_review(self, task):
        """Tell whether the person may decide about the application at all."""
        self.ensure_one()
        if self.job_ids and task.job_id not in self.job_ids:
            return False
        applicant = task.applicant_id.with_user(self.user_id).with_context(
            allowed_company_ids=self.user_id.sudo().company_ids.ids
        )
        return applicant.has_access("read") and applicant.has_access("write") and applicant._ats_decides()

    def _struck(self):
        """Say so at three missed tasks; at the fourth the administrator looks at the account."""
        self.ensure_one()
        if self.strike_count >= LOCKED_AT and self.state != "locked":
            self.state = "locked"
            for user in self._administrators():
                self._tell(user, self.env._("%s missed four tasks. Look at the account.", self.user_id.name))
        elif self.strike_count >= WARNED_AT:
            self._tell(
                self.user_id,
                self.env._("You missed three tasks. Pause when you cannot review; at the fourth nothing comes here."),
            )

    def _administrators(self):
        return self.env.ref("hr_recruitment.group_hr_recruitment_manager").user_ids.filtered(
            lambda user: user.active and self.user_id.company_id in user.company_ids
        )

    def _tell(self, user, message):
        user.sudo()._bus_send("simple_notification", {"type": "warning", "sticky": True, "message": message})
        user.sudo().partner_id.message_notify(
            partner_ids=user.sudo().partner_id.ids, body=message, subject=self.env._("Reviews")
        )

    def _back_from_vacation(self, now):
        """Let those take tasks again whose time away is over."""
        self.search([("state", "in", ("vacation", "paused")), ("away_until", "<=", now)]).write(
            {"state": "available", "away_until": False}
        )

    def write(self, vals):
        """Who goes away gives the open tasks back, without a miss."""
        result = super().write(vals)
        if vals.get("state", "available") != "available" or vals.get("active") is False:
            self.env["ats.review.task"].sudo().search(
                [("state", "=", "working"), ("reviewer_id", "in", self.ids)]
            )._requeue()
        return result

    @api.model
    def _mine(self):
        return self.search([("user_id", "=", self.env.uid)])

    @api.model
    def set_my_state(self, state, until=None):
        """Pause, go on vacation, or take tasks again.

        :param str state: ``available``, ``paused`` or ``vacation``
        :param until: moment from which tasks come again (UTC), or nothing
        """
        mine_sudo = self._mine().sudo()
        if not mine_sudo or state not in ("available", "paused", "vacation"):
            raise AccessError(self.env._("You are not a reviewer. Ask the recruitment administrator."))
        if mine_sudo.state == "locked":
            raise AccessError(self.env._("The administrator looks at your account first."))
        mine_sudo.write({"state": state, "away_until": until or False})
        if state == "available":
            self.env["ats.review.task"]._assign_soon()

    def action_clear(self):
        """Waive the misses and let the reviewer take tasks again."""
        self.check_access("write")
        self.strike_ids.sudo().write({"waived": True})
        self.write({"state": "available"})
