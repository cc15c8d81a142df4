from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ...enqueue import ats_enqueue

APPLICATIONS_A_JOB = 1000


class AtsRuleRun(models.Model):
    """Doing what a preview showed, in the background."""

    _inherit = "ats.rule.run"

    def _start(self):
        """Do what the preview shows, and nothing else, in background jobs.

        :raise UserError: it is no re-run, or it was started already
        """
        self.ensure_one()
        # Who reads runs are recruiters, who decide about every application of the job.
        self.check_access("read")
        if self.kind != "rerun" or not self.sudo().try_lock_for_update() or self.state != "preview":
            raise UserError(self.env._("This run was started already, or only tries rules out."))
        self.sudo().state = "running"
        self._enqueue_rest()

    def _enqueue_rest(self):
        ats_enqueue(
            self.sudo(),
            "_perform_some",
            channel="root.screening",
            key=f"rules:{self.id}:{len(self.line_ids.filtered('result'))}",
        )

    def _perform_some(self, limit=APPLICATIONS_A_JOB):
        """Perform the lines of some applications; a job of its own does the rest."""
        self.ensure_one()
        lines = self.env["ats.rule.run.line"].search_fetch(
            [("run_id", "=", self.id), ("result", "=", False)],
            ["applicant_id", "version_id", "outcome"],
            order="applicant_id, id",
        )
        some = lines.applicant_id[:limit]
        self._perform(lines.filtered(lambda line: line.applicant_id in some))
        if len(lines.applicant_id) > limit:
            self._enqueue_rest()
        else:
            self.state = "done"

    def _perform(self, lines):
        """Ask the plan again and do those steps that the preview showed and that still hold."""
        active = self.version_ids.filtered(lambda version: version.state == "active")
        in_order = self.env["ats.rule.version"]._active_of(self.job_id) & active
        shown = {(line.applicant_id, line.version_id): line for line in lines}
        steps = [
            step
            for step in lines.applicant_id._ats_screening_plan(in_order)
            if (step.applicant, step.version) in shown and step.outcome == shown[step.applicant, step.version].outcome
        ]
        firings = lines.applicant_id.browse()._ats_carry_out(steps, "rerun")
        result_of = {
            (firing.applicant_id, firing.version_id): "blocked" if firing.outcome == "blocked" else "done"
            for firing in firings
        }
        results = lines.grouped(lambda line: result_of.get((line.applicant_id, line.version_id), "changed"))
        for result, its_lines in results.items():
            its_lines._keep_result(result)

    def action_start(self):
        """Button: do it."""
        self._start()

    def action_refresh(self):
        """Button: show how far it is."""


class AtsRuleRunLine(models.Model):
    _inherit = "ats.rule.run.line"

    def _keep_result(self, result):
        """Write the result of any number of lines with one statement."""
        self.env.execute_query(SQL("UPDATE ats_rule_run_line SET result = %s WHERE id IN %s", result, tuple(self.ids)))
        self.invalidate_recordset(["result"], flush=False)
        self.modified(["result"])
