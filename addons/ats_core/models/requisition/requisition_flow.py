from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from .ats_requisition import LIVE


class AtsRequisition(models.Model):
    """From the wish to the last opening. Freezing stops for a while, closing ends."""

    _inherit = "ats.requisition"

    def _turn(self, allowed, state, **vals):
        """Change the state of one requisition if it is in one of the allowed ones.

        :raise UserError: a sentence that tells what it is now
        """
        self.ensure_one()
        self.flush_recordset()
        self.env.cr.execute(SQL("SELECT id FROM ats_requisition WHERE id = %s FOR NO KEY UPDATE", self.id))
        self.invalidate_recordset(["state"], flush=False)
        if self.state not in allowed:
            raise UserError(self._state_sentence())
        self._write_by_verb({"state": state, **vals})

    def _state_sentence(self):
        return {
            "draft": self.env._("%s is a draft. Ask for approval first.", self.name),
            "to_approve": self.env._("%s waits for approval.", self.name),
            "approved": self.env._("%s is approved already.", self.name),
            "open": self.env._("%s is approved, and recruiting has begun.", self.name),
            "frozen": self.env._("%s is frozen. Unfreeze it first.", self.name),
            "closed": self.env._("%s is closed. Make a new requisition.", self.name),
        }[self.state]

    def _check_recruits(self):
        """Freezing, unfreezing and giving up openings are for recruiters and HR."""
        self.check_access("read")
        user = self.env.user
        groups = ("hr_recruitment.group_hr_recruitment_user", "hr.group_hr_manager")
        if not self.env.su and not any(user.has_group(group) for group in groups):
            raise AccessError(self.env._("Recruiters and HR do this. Ask one of them."))

    # Approval ------------------------------------------------------------------------------

    def _submit(self):
        """Hand the request in: the approvers are asked."""
        for requisition in self:
            requisition.check_access("write")
            requisition._ats_approval_check()
            requisition._turn(("draft",), "to_approve")
            requisition._record("requisition.submitted")
            requisition._ats_approval_start()

    def _rework(self):
        """Back to draft, to change the terms. What was approved counts for nothing from here on;
        openings that are there stay, and nobody is hired on them until it is approved again."""
        for requisition in self:
            requisition.check_access("write")
            requisition._turn(("to_approve", *LIVE), "draft", approved_at=False)
            requisition._ats_approval_stop(self.env._("Taken back to draft."))
            requisition._ats_approval_prepare()
            requisition._record("requisition.reworked")
            requisition.sudo()._stopped()

    def _approved(self):
        self._turn(("to_approve",), "approved", approved_at=fields.Datetime.now())
        self._make_openings()
        self._record("requisition.approved")
        self._tell(self.env._("%s is approved.", self.display_name))
        if self.job_id.ats_job_state == "open":
            self._open()
        self._openings_changed()

    def _rejected(self):
        self._turn(("to_approve",), "draft")
        self._record("requisition.rejected")
        row = self.ats_approval_id.approver_ids.filtered(lambda row: row.state == "rejected")[:1]
        self._tell(
            self.env._(
                "%(requisition)s was rejected by %(person)s: “%(comment)s” Change it and ask again.",
                requisition=self.display_name,
                person=row.decided_by_id.name,
                comment=row.comment,
            )
        )

    def _tell(self, sentence):
        """Note it, and tell who asked and who recruits."""
        people = self.requested_by_id | self.hiring_manager_id | self.recruiter_id
        readers = people.filtered(lambda user: user != self.env.user and user.active)
        self.message_post(body=sentence, partner_ids=readers.partner_id.ids, subtype_xmlid="mail.mt_note")

    # Openings ------------------------------------------------------------------------------

    def _make_openings(self):
        """Bring the openings to the approved number: add what is missing, give up what is too much."""
        rows = self.opening_ids.filtered(lambda opening: opening.state != "closed")
        last = max(self.opening_ids.mapped("number"), default=0)
        self.env["ats.opening"].create(
            [
                {"requisition_id": self.id, "number": number, "name": f"{self.name}-{number}"}
                for number in range(last + 1, last + 1 + self.headcount - len(rows))
            ]
        )
        surplus = len(rows) - self.headcount
        if surplus > 0:
            rows.filtered(lambda opening: opening.state == "open").sorted("number")[-surplus:]._close("cancelled")

    def _opening_filled(self, opening):
        """An opening was filled; with the last one the requisition is done. Called elevated."""
        if self.state == "approved":
            self._turn(("approved",), "open")
        self._record("opening.filled", opening=opening.id)
        self._openings_changed()

    def _may_take_back(self):
        """Whether a released opening is open again: not when people closed the requisition."""
        return self.state != "closed" or self.close_reason == "filled"

    def _opening_released(self, opening):
        if self.state == "closed" and self.close_reason == "filled":
            self._turn(("closed",), "open", closed_at=False, close_reason=False)
        self._record("opening.reopened" if opening.state == "open" else "opening.closed", opening=opening.id)
        self._openings_changed()
        self._resumed()

    def _openings_changed(self):
        """Close what has no open opening left, and tell the job how many there are."""
        for requisition in self:
            states = set(requisition.opening_ids.mapped("state"))
            if requisition.state in LIVE and "open" not in states and states:
                reason = "filled"
                if reason not in states:
                    reason = requisition.opening_ids.sorted("closed_at")[-1].close_reason or "cancelled"
                requisition._turn(LIVE, "closed", closed_at=fields.Datetime.now(), close_reason=reason)
                requisition._record("requisition.closed", reason=reason)
                requisition._stopped()
        self.job_id._ats_count_openings()

    # Recruiting ----------------------------------------------------------------------------

    def _open(self):
        """Recruiting begins. Follows from opening the job, or from the first hire."""
        for requisition in self:
            requisition._turn(("approved",), "open")
            requisition._record("requisition.opened")

    def _freeze(self, reason=None):
        """Stop hiring for a while: nothing is lost, nobody is hired, the job is on hold."""
        for requisition in self:
            requisition._check_recruits()
            requisition = requisition.sudo()
            was = requisition.state
            requisition._turn(LIVE, "frozen", frozen_from=was, frozen_reason=reason)
            requisition._record("requisition.frozen")
            requisition._stopped()
            requisition.job_id._ats_count_openings()

    def _unfreeze(self):
        """Go on where it was frozen."""
        for requisition in self:
            requisition._check_recruits()
            requisition = requisition.sudo()
            requisition._turn(
                ("frozen",), requisition.frozen_from or "approved", frozen_from=False, frozen_reason=False
            )
            requisition._record("requisition.unfrozen")
            requisition._resumed()
            requisition.job_id._ats_count_openings()

    def _close(self, reason="cancelled"):
        """End it: open openings are given up, those that are filled stay filled."""
        for requisition in self:
            requisition.check_access("write")
            requisition._ats_approval_stop(self.env._("The requisition was closed."))
            requisition = requisition.sudo()
            was = requisition.state
            requisition._turn(
                ("draft", "to_approve", *LIVE, "frozen"), "closed", closed_at=fields.Datetime.now(), close_reason=reason
            )
            requisition.opening_ids._close(reason)
            requisition._record("requisition.closed", reason=reason)
            if was in LIVE:
                requisition._stopped()
            requisition.job_id._ats_count_openings()

    def _stopped(self):
        """A job whose last permission went waits with it. Called elevated."""
        self.job_id._ats_hold_without_requisition()

    def _resumed(self):
        self.job_id._ats_resume_with_requisition()

    # Buttons -------------------------------------------------------------------------------

    def action_submit(self):
        self._submit()

    def action_rework(self):
        self._rework()

    def action_unfreeze(self):
        self._unfreeze()

    def action_open_job(self):
        """Open the job of the requisition; make it first if the position is new."""
        self.ensure_one()
        if not self.job_id:
            self._make_job()
        return self.job_id.get_formview_action()

    def action_openings(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_opening_action")
        return {**action, "domain": [("requisition_id", "=", self.id)], "context": {}}

    def action_applications(self):
        """The applications of the requisition's job."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_recruitment.action_hr_job_applications")
        return {
            **action,
            "domain": [("job_id", "=", self.job_id.id)],
            "context": {"default_job_id": self.job_id.id, "search_default_ongoing": 1},
        }

    def _make_job(self):
        """Make an empty job of an approved request for a new position."""
        self._check_lacks_job()
        self._take_job(self.env["hr.job"].create({"name": self.job_title, **self._job_values()}))
