from odoo import fields, models
from odoo.exceptions import UserError

from .ats_review_task import FORWARD


class AtsReviewTask(models.Model):
    """The decision of a person, carried out by the verbs of the application with that person's rights."""

    _inherit = "ats.review.task"

    def action_decide(self, decision, *, refuse_reason_id=None, note=None):
        """Decide the task in the user's hand.

        :param str decision: ``advance``, ``invite``, ``tag``, ``ask``, ``hold`` or ``refuse``
        :param int refuse_reason_id: why, needed to refuse
        """
        self.ensure_one()
        task_sudo = self._held_by_me()
        applicant = task_sudo.applicant_id.with_env(self.env)
        if decision == "refuse":
            reason = self.env["hr.applicant.refuse.reason"].browse(refuse_reason_id or ()).exists()
            if not reason:
                raise UserError(self.env._("Choose the reason of the refusal."))
            applicant._ats_refuse(reason)
        elif decision != "hold":
            applicant._ats_do(decision)
        task_sudo._done(decision, by=self.env.user, note=note)

    def _done(self, decision, *, by=None, note=None):
        """Close the task and keep whether the person agreed with the score."""
        self.ensure_one()
        now = fields.Datetime.now()
        self.write(
            {
                "state": "done",
                "decision": decision,
                "decided_at": now,
                "decided_by_id": by.id if by else False,
                "automatic": not by,
                "minutes": (now - self.queued_at).total_seconds() / 60,
                "agreement": self._agreement(decision) if by else False,
                "note": note or self.note,
                "reviewer_id": False,
                "deadline": False,
                "warn_at": False,
                "paused_at": False,
            }
        )
        self._tell_board()
        self.env["ats.event"]._record(
            "review.decided",
            applicant=self.applicant_id,
            payload={"decision": decision, "automatic": not by, "version": self.formula_version or None},
        )
        if by:
            self._assign_soon()

    def _agreement(self, decision):
        """Tell whether a decision is what the score says; a question says neither."""
        self.ensure_one()
        if not self.scored or decision == "ask":
            return False
        return "agreed" if (self.score >= self.threshold) == (decision in FORWARD) else "overrode"


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_review_task_ids = fields.One2many("ats.review.task", "applicant_id", "Reviews")

    def _ats_do(self, action):
        """Carry out one of the actions that a score may propose. None of them ends an application.

        :param str action: ``advance``, ``invite``, ``tag`` or ``ask``
        :raises UserError: when the job's settings lack what the action needs
        """
        self.ensure_one()
        job_sudo = self.sudo().job_id
        if action in ("advance", "invite"):
            stage = job_sudo._ats_stage_for(action, self.sudo().stage_id)
            if not stage:
                raise UserError(self.env._("There is no further stage. Move the application by hand."))
            self._ats_move(stage.with_env(self.env))
        elif action == "tag":
            tag = job_sudo.ats_auto_tag_id
            if not tag:
                raise UserError(self.env._("Choose the tag on the job's page Matching first."))
            self.categ_ids += tag.with_env(self.env)
        elif action == "ask":
            if not job_sudo.ats_auto_template_id:
                raise UserError(self.env._("Choose the mail on the job's page Matching first."))
            self._ats_mail(job_sudo.ats_auto_template_id)
        else:
            raise UserError(self.env._("This is for a person to do."))

    def action_ats_request_review(self):
        """Have a reviewer look at these applications."""
        self._ats_check_decides()
        for applicant in self.filtered(lambda applicant: applicant.ats_state == "ongoing" and applicant.job_id):
            row = applicant.sudo().ats_match_ids.filtered(lambda row, job=applicant.job_id: row.job_id == job)
            self.env["ats.review.task"]._queue(applicant.sudo(), reason="manual", row=row)
