import logging

from psycopg2.errors import SerializationFailure

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from .stage_rule_actions import RuleSkipped

_logger = logging.getLogger(__name__)

BATCH = 200


class AtsStageRuleRun(models.Model):
    """Doing what is due. Each run is its own transaction, so a stop in the middle loses nothing."""

    _inherit = "ats.stage.rule.run"

    @api.model
    def _cron_run_due(self, limit=BATCH):
        """Do the runs that are due, the oldest first; another runner takes others."""
        due = self.search(
            [("state", "=", "planned"), ("due_at", "<=", fields.Datetime.now())], order="due_at, id", limit=limit
        )
        progress = self.env["ir.cron"]
        progress._commit_progress(remaining=len(due))
        for run in due:
            try:
                run._run()
            except SerializationFailure:
                # Another runner finished it in this very moment.
                self.env.cr.rollback()
            if not progress._commit_progress(1):
                return
        if len(due) == limit:
            self.env.ref("ats_core.ir_cron_stage_rule_run").sudo()._trigger()

    def _run(self):
        """Do one run, unless it was done, is being done, or has become pointless meanwhile."""
        self.ensure_one()
        if not self._take():
            return
        rule, applicant = self.rule_id, self.applicant_id
        pointless = self._pointless(rule, applicant)
        if pointless:
            self._settle("cancelled", pointless)
            return
        try:
            with self.env.cr.savepoint():
                done = rule._act(applicant)
        except RuleSkipped as reason:
            self._settle("skipped", str(reason))
        except (UserError, AccessError) as error:
            self._fail(str(error))
        except Exception:
            _logger.exception("stage rule %s failed for application %s", rule.id, applicant.id)
            self._fail(self.env._("An error of the system; the administrator finds it in the log."))
        else:
            self._settle("done", done)
            self._record(rule, applicant)

    def _take(self):
        """Lock the run; nothing when it is no longer planned or another runner has it."""
        self.flush_recordset(["state"])
        taken = self.env.execute_query(
            SQL(
                "SELECT id FROM ats_stage_rule_run WHERE id = %s AND state = 'planned' FOR UPDATE SKIP LOCKED",
                self.id,
            )
        )
        self.invalidate_recordset(["state"])
        return bool(taken)

    def _pointless(self, rule, applicant):
        if not rule.active:
            return self.env._("The rule was switched off.")
        if self.stay_id.left_at or applicant.ats_state not in ("ongoing", "hired"):
            return self.env._("The application left the stage.")
        return None

    def _settle(self, state, note):
        rule = self.rule_id
        self.write(
            {
                "state": state,
                "note": note,
                "ran_at": fields.Datetime.now(),
                "rule_version": rule.version or self.rule_version,
                "sentence": rule.sentence or self.sentence,
            }
        )

    def _fail(self, why):
        """Keep why, and ask the recruiter to look at it."""
        self._settle("failed", why)
        applicant = self.applicant_id
        user = applicant.user_id or applicant.job_id.user_id
        if user:
            applicant.activity_schedule(
                "mail.mail_activity_data_warning",
                user_id=user.id,
                summary=self.env._("A rule could not act"),
                note=f"{self.sentence}: {why}",
            )

    def _record(self, rule, applicant):
        self.env["ats.event"]._record(
            "stage_rule.ran",
            applicant=applicant,
            res=self,
            payload={"rule": rule.id, "version": rule.version, "action": rule.action},
        )

    def action_retry(self):
        """Button: do failed runs once more."""
        self.check_access("read")
        self.applicant_id.with_env(self.env)._ats_check_decides()
        for run_sudo in self.sudo().filtered(lambda run: run.state == "failed"):
            run_sudo.write({"state": "planned", "due_at": fields.Datetime.now(), "note": False})
            run_sudo._run()
