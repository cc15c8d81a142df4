from odoo import models

from ...enqueue import ats_enqueue

_POLICY = frozenset({"ats_sla_days", "ats_sla_ideal_days"})
BATCH = 1000


class HrRecruitmentStage(models.Model):
    """A changed limit reaches the applications that are in the stage already."""

    _inherit = "hr.recruitment.stage"

    def write(self, vals):
        before = {stage: (stage.ats_sla_days, stage.ats_sla_ideal_days) for stage in self if _POLICY & vals.keys()}
        result = super().write(vals)
        for stage, policy in before.items():
            if policy != (stage.ats_sla_days, stage.ats_sla_ideal_days):
                stage._ats_replan_later()
        return result

    def _ats_replan_later(self, after_id=0):
        ats_enqueue(self, "_ats_replan", after_id=after_id, channel="root.pipeline", key=f"replan:{self.id}:{after_id}")

    def _ats_replan(self, after_id=0):
        """Plan the answer times of the stage's applications anew, a batch at a time.

        Where there was no limit before, the time counts from now: nothing turns red because
        somebody sets a limit.
        """
        applicants = (
            self.env["hr.applicant"]
            .sudo()
            .search(
                [("stage_id", "=", self.id), ("ats_state", "=", "ongoing"), ("id", ">", after_id)],
                order="id",
                limit=BATCH,
            )
        )
        applicants._ats_plan_sla()
        if len(applicants) == BATCH:
            self._ats_replan_later(after_id=applicants[-1].id)

    def _cron_ats_replan(self):
        """Every night: holidays and working hours may have changed."""
        stages = self.search([("ats_sla_days", ">", 0)])
        for stage in stages:
            stage._ats_replan_later()
