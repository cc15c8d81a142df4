from datetime import timedelta

from odoo import api, fields, models

from ..day.day_group import DayGroup, DayVerb

DECIDE_WITHIN = timedelta(days=3)


class AtsDay(models.AbstractModel):
    """Approvals that wait for the user, or for somebody the user stands in for."""

    _inherit = "ats.day"

    @api.model
    def _ats_day_groups(self, scope):
        return [
            *super()._ats_day_groups(scope),
            DayGroup(
                key="approvals",
                sequence=30,
                title=self.env._("Approvals"),
                model="ats.approval.approver",
                # Nobody approves for the team: only who is asked, or stands in.
                domain=[("waits_for_me", "=", True)],
                since="asked_at",
                order="asked_at, id",
                late=("asked_at", fields.Datetime.now() - DECIDE_WITHIN),
                rows=self._ats_day_approval_rows,
                verbs=(
                    DayVerb("approve", self.env._("Approve"), lambda one: one._approve_in_day()),
                    DayVerb("look", self.env._("Look"), lambda one: one.get_formview_action(), opens=True),
                ),
            ),
        ]

    @api.model
    def _ats_day_approval_rows(self, approvers):
        rows = {}
        for approver in approvers:
            approval_sudo = approver.approval_id.sudo()
            asker = approval_sudo.requested_by_id.name or self.env._("Somebody")
            why = self.env._("%s asks for your approval.", asker)
            if approver.user_id != self.env.user:
                why = self.env._(
                    "%(asker)s asks %(name)s, for whom you stand in.", asker=asker, name=approver.user_id.name
                )
            rows[approver.id] = {
                # Its name tells the job. Pay stays out: the same rows leave by mail in the morning.
                "name": approval_sudo.name or "",
                "job": "",
                "why": why,
                "verbs": ["approve", "look"],
                "open": ("ats.approval.approver", approver.id),
            }
        return rows


class AtsApprovalApprover(models.Model):
    _inherit = "ats.approval.approver"

    def _approve_in_day(self):
        """Approve, and say what."""
        self.ensure_one()
        self._decide(True)
        return self.env._("Approved: %s", self.sudo().approval_id.name or "")
