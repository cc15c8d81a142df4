from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import SQL

from ...lib.ats_worktime import moment_after
from ..application.move import UNDO_SECONDS


class AtsStageRuleRun(models.Model):
    """When a stay begins its runs are planned; when it ends those that wait are cancelled."""

    _inherit = "ats.stage.rule.run"

    @api.model
    def _plan(self, stays):
        """Plan the rules of the stages for stays that begin.

        A rule that acted on the application before is written down as not acting again, unless it
        shall act each time.
        """
        rules = stays.stage_id.sudo().filtered("ats_has_rules").ats_rule_ids
        if not rules or self._is_silent():
            return self.browse()
        before = self._acted_before(rules, stays.applicant_id)
        quiet, calendars = self.env.context.get("ats_no_stage_mail"), {}
        vals_list = [
            self._prepare_run(rule, stay, before.get((rule.id, stay.applicant_id.id)), calendars)
            for stay in stays.sudo()
            for rule in stay.stage_id.ats_rule_ids
            if not (quiet and rule.trigger == "enter")
        ]
        runs = self.sudo().create(vals_list)
        waiting = runs.filtered(lambda run: run.state == "planned").mapped("due_at")
        if waiting:
            self.env.ref("ats_core.ir_cron_stage_rule_run").sudo()._trigger(at=min(waiting))
        return runs

    def _is_silent(self):
        """Whoever imports past applications does not want to write to those people now."""
        return self.env.context.get("import_file") or self.env.context.get("tracking_disable")

    @api.model
    def _acted_before(self, rules, applicants):
        """Return ``{(rule id, application id): when}`` of what was done on earlier stays."""
        return {
            (rule.id, applicant.id): ran_at
            for rule, applicant, ran_at in self.sudo()._read_group(
                [("rule_id", "in", rules.ids), ("applicant_id", "in", applicants.ids), ("state", "=", "done")],
                ["rule_id", "applicant_id"],
                ["ran_at:max"],
            )
        }

    @api.model
    def _prepare_run(self, rule, stay, acted_at, calendars):
        vals = {
            "rule_id": rule.id,
            "rule_version": rule.version,
            "sentence": rule.sentence,
            "applicant_id": stay.applicant_id.id,
            "stay_id": stay.id,
            "job_id": stay.job_id.id,
            "company_id": stay.company_id.id,
            "due_at": rule._due_at(stay, calendars),
        }
        if acted_at and not rule.again:
            vals.update(state="skipped", note=self.env._("Done before, on %s", fields.Date.to_string(acted_at)))
        return vals

    @api.model
    def _cancel(self, stays):
        """Cancel what is planned for stays that ended."""
        waiting = self.sudo().search([("stay_id", "in", stays.ids), ("state", "=", "planned")])
        waiting.write({"state": "cancelled", "note": self.env._("The application left the stage.")})


class AtsStageRule(models.Model):
    _inherit = "ats.stage.rule"

    def _due_at(self, stay, calendars):
        """Return when the rule acts on a stay, in UTC: not before the move can no longer be undone.

        :param dict calendars: work calendars read so far; filled on the way
        """
        undo = stay.entered_at + timedelta(seconds=UNDO_SECONDS)
        if self.trigger == "enter":
            return undo
        source = stay.job_id._ats_calendar(stay.company_id)
        if source not in calendars:
            calendars[source] = source and (source._ats_work_calendar(), source._ats_day_length())
        if not calendars[source]:
            return undo + timedelta(days=self.delay_days)
        calendar, day = calendars[source]
        passed = moment_after(calendar, stay.entered_at, self.delay_days * day)
        return max(undo, passed or undo + timedelta(days=self.delay_days))

    def _replan_waiting(self):
        calendars = {}
        for run in self._planned_runs():
            run.due_at = run.rule_id._due_at(run.stay_id, calendars)
        return super()._replan_waiting()

    def _planned_runs(self):
        return self.env["ats.stage.rule.run"].sudo().search([("rule_id", "in", self.ids), ("state", "=", "planned")])

    @api.ondelete(at_uninstall=False)
    def _unlink_cancels_planned(self):
        self._planned_runs().write({"state": "cancelled", "note": self.env._("The rule was deleted.")})


class AtsStageLog(models.Model):
    _inherit = "ats.stage.log"

    rule_id = fields.Many2one(
        "ats.stage.rule", "Moved by Rule", readonly=True, ondelete="set null", index="btree_not_null"
    )
    rule_version = fields.Integer(readonly=True)

    @api.model
    def _enter(self, applicants, **kwargs):
        stays = super()._enter(applicants, **kwargs)
        self.env["ats.stage.rule.run"]._plan(stays)
        return stays

    @api.model
    def _leave(self, applicants, outcome):
        stays = super()._leave(applicants, outcome)
        if any(stage.ats_has_rules for stage in stays.stage_id.sudo()):
            self.env["ats.stage.rule.run"]._cancel(stays)
        return stays


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_rule_run_ids = fields.One2many("ats.stage.rule.run", "applicant_id", "Runs of Rules")

    @api.model
    def _ats_machine_rows(self):
        return {**super()._ats_machine_rows(), "ats.stage.rule.run": SQL("TRUE")}

    def _ats_move(self, stage, *, rule=None, note=None, override_reason=None):
        """The stay remembers the rule, and its version, that made the move."""
        result = super()._ats_move(stage, rule=rule, note=note, override_reason=override_reason)
        if rule is not None and rule._name == "ats.stage.rule":
            stays_sudo = self.env["ats.stage.log"].sudo()
            running = stays_sudo.search([("applicant_id", "in", self.ids), ("left_at", "=", False)])
            running.write({"rule_id": rule.id, "rule_version": rule.version})
        return result
