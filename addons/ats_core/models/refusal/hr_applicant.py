from odoo import fields, models

from ...insert_rows import insert_rows


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_refusal_proposal_ids = fields.One2many("ats.refusal.proposal", "applicant_id", "Proposed Refusals")

    def _ats_propose_refusal(self, reason, *, template=None, rule=None, send_at=None, origin=None, because=None):
        """Ask a person to refuse the applications; nothing happens to them before that.

        The first proposal stands: while one waits, another for the same application is not made.

        :param reason: ``hr.applicant.refuse.reason``
        :param template: ``mail.template`` that the candidate gets once confirmed
        :param rule: the rule that proposes, with its ``version`` if it has one
        :param datetime send_at: the mail leaves not before (UTC)
        :param str origin: why, in a sentence; the rule's name by default
        :param dict because: what was found, by the id of the application; follows the origin
        :return: the new ``ats.refusal.proposal``
        """
        reason.ensure_one()
        proposals_sudo = self.env["ats.refusal.proposal"].sudo()
        waiting = proposals_sudo.search([("applicant_id", "in", self.ids), ("state", "=", "proposed")])
        found = because or {}
        proposed = insert_rows(
            proposals_sudo,
            [
                proposals_sudo._prepare_vals(
                    applicant,
                    reason,
                    template=template,
                    rule=rule,
                    send_at=send_at,
                    origin=": ".join(filter(None, (origin, found.get(applicant.id)))),
                )
                for applicant in self - waiting.applicant_id
                if applicant.ats_state == "ongoing"
            ],
        )
        proposed._record("refusal.proposed")
        return proposed.with_env(self.env)

    def _ats_end(self, outcome, vals, payload=None):
        """An application that ended needs no decision any more."""
        self._ats_void_refusals()
        return super()._ats_end(outcome, vals, payload=payload)

    def _ats_stage_entered(self, previous_stage):
        """Nobody refuses by mistake somebody who was hired meanwhile."""
        if self.stage_id.sudo().ats_kind == "hired":
            self._ats_void_refusals()
        return super()._ats_stage_entered(previous_stage)

    def _ats_void_refusals(self):
        self.env["ats.refusal.proposal"].sudo().search(
            [("applicant_id", "in", self.ids), ("state", "=", "proposed")]
        )._void()
