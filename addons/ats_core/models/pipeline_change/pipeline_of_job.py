from odoo import models
from odoo.exceptions import UserError


class HrJob(models.Model):
    """Giving a job a pipeline of its own."""

    _inherit = "hr.job"

    def _ats_use_pipeline(self, pipeline, targets=None):
        """Give the job a copy of the pipeline's stages; no other job changes.

        :param pipeline: ``ats.pipeline``
        :param dict targets: ``{present stage: stage of the pipeline}`` for the applications; by
            default the stage of the same name, else of the same kind, else the last one before it
        """
        self.ensure_one()
        self.check_access("write")
        pipeline.check_access("read")
        if not pipeline.stage_ids:
            raise UserError(self.env._("The pipeline %s has no stages yet.", pipeline.name))
        self._ats_replace_stages(pipeline.stage_ids, targets or {}, pipeline=pipeline)

    def _ats_take_own_stages(self):
        """Give the job own copies of the shared stages, so that it can change them alone."""
        self.ensure_one()
        self.check_access("write")
        if not self.ats_own_stage_ids:
            shared = self.ats_stage_ids
            self._ats_replace_stages(shared, {stage: stage for stage in shared})

    def _ats_replace_stages(self, source, targets, *, pipeline=None):
        used = self._ats_used_stages()
        own = self.ats_own_stage_ids
        copies = self._ats_make_own_stages(source, pipeline=pipeline)
        for stage in used - self.env["hr.recruitment.stage"].union(*copies.values()):
            target = targets.get(stage) or self._ats_matching_stage(stage, source)
            stage.sudo()._ats_rehome(copies[target.sudo()], job=self)
        own.sudo().unlink()

    def _ats_used_stages(self):
        """Return the stages in which applications of this job are, ended ones too."""
        rows = (
            self.env["hr.applicant"]
            .sudo()
            .with_context(active_test=False)
            ._read_group([("job_id", "=", self.id), ("stage_id", "!=", False)], ["stage_id"])
        )
        return self.env["hr.recruitment.stage"].union(*(stage for (stage,) in rows))

    def _ats_matching_stage(self, stage, candidates):
        """Return the stage that stands for another one best: same name, same kind, same place."""
        ordered = candidates.sorted("sequence")
        name = (stage.name or "").casefold()
        same_name = ordered.filtered(lambda other: (other.name or "").casefold() == name)
        same_kind = ordered.filtered(lambda other: other.ats_kind == stage.ats_kind)
        kinds = [kind for kind, _label in stage._fields["ats_kind"].selection]
        place = kinds.index(stage.ats_kind)
        before = ordered.filtered(lambda other: kinds.index(other.ats_kind) <= min(place, kinds.index("offer")))
        return (same_name & same_kind)[:1] or same_kind[:1] or before[-1:] or ordered[:1]

    def action_ats_take_own_stages(self):
        """Button: from now on this job's stages change alone."""
        self._ats_take_own_stages()

    def action_ats_apply_pipeline(self):
        """Button: choose a pipeline, see where the applications go."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Apply a Pipeline"),
            "res_model": "ats.pipeline.apply",
            "view_mode": "form",
            "target": "new",
            "context": {"default_job_id": self.id},
        }

    def action_ats_save_pipeline(self):
        """Button: make a pipeline for other jobs out of this one's stages."""
        self.ensure_one()
        pipeline = self._ats_save_pipeline(self.env._("As in %s", self.name))
        return {
            "type": "ir.actions.act_window",
            "res_model": "ats.pipeline",
            "res_id": pipeline.id,
            "view_mode": "form",
        }
