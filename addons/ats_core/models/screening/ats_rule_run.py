from odoo import api, fields, models
from odoo.exceptions import UserError

from ...insert_rows import insert_rows

TRIED = 50
MOST = 5000


class AtsRuleRun(models.Model):
    """Rules on applications that are there already: who would be hit, and why; then, if a person
    says so, the same for real."""

    _name = "ats.rule.run"
    _description = "Run of Screening Rules"
    _order = "id desc"

    kind = fields.Selection(
        [("test", "Try on past applications"), ("rerun", "Run on ongoing applications")], required=True, readonly=True
    )
    job_id = fields.Many2one("hr.job", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="job_id.company_id", store=True, index=True)
    version_ids = fields.Many2many("ats.rule.version", string="Rules", readonly=True)
    state = fields.Selection(
        [("preview", "Preview"), ("running", "Running"), ("done", "Done")], default="preview", readonly=True
    )
    looked_at = fields.Integer("Applications Looked At", readonly=True)
    line_ids = fields.One2many("ats.rule.run.line", "run_id", "Who Is Hit", readonly=True)
    hit_count = fields.Integer("Hit", compute="_compute_counts")
    refusal_count = fields.Integer("Refusals", compute="_compute_counts")
    done_count = fields.Integer("Done", compute="_compute_counts")
    progress = fields.Float(compute="_compute_counts")
    summary = fields.Char(compute="_compute_summary")
    user_id = fields.Many2one("res.users", "By", readonly=True, default=lambda self: self.env.user, ondelete="set null")

    @api.depends("kind", "job_id.name")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for run in self:
            words = self.env._("Rules tried") if run.kind == "test" else self.env._("Rules run again")
            run.display_name = f"{words}: {run.job_id.name}"

    @api.depends("line_ids.result", "line_ids.outcome", "state")
    def _compute_counts(self):
        lines = self.env["ats.rule.run.line"]
        groups = lines._read_group([("run_id", "in", self.ids)], ["run_id", "outcome", "result"], ["__count"])
        people = dict(lines._read_group([("run_id", "in", self.ids)], ["run_id"], ["applicant_id:count_distinct"]))
        for run in self:
            own = [group for group in groups if group[0] == run]
            total = sum(group[3] for group in own)
            run.hit_count = people.get(run, 0)
            run.refusal_count = sum(group[3] for group in own if group[1] in ("proposed", "refused"))
            run.done_count = sum(group[3] for group in own if group[2])
            run.progress = 100.0 * run.done_count / total if total else 100.0

    @api.depends("looked_at", "hit_count", "refusal_count", "state")
    @api.depends_context("lang")
    def _compute_summary(self):
        for run in self:
            run.summary = self.env._(
                "%(hit)s of %(all)s applications are hit; %(refusals)s refusals, each confirmed by a person unless the "
                "rule says otherwise.",
                hit=run.hit_count,
                all=run.looked_at,
                refusals=run.refusal_count,
            )

    @api.model
    def _try_out(self, versions):
        """Try versions, drafts above all, on the last applications of their job; nothing happens to anybody."""
        job = versions.job_id
        job.ensure_one()
        applicants = (
            self.env["hr.applicant"]
            .with_context(active_test=False)
            .search([("job_id", "=", job.id), ("ats_state", "!=", False)], order="id desc", limit=TRIED)
        )
        return self._make("test", job, versions, applicants, as_new=True)

    @api.model
    def _prepare_rerun(self, job):
        """Preview the active rules of a job on its ongoing applications."""
        versions = self.env["ats.rule.version"]._active_of(job)
        if not versions:
            raise UserError(self.env._("No rule of this job is active. Activate one first."))
        applicants = self.env["hr.applicant"].search(
            [("job_id", "=", job.id), ("ats_state", "=", "ongoing")], order="id", limit=MOST
        )
        return self._make("rerun", job, versions, applicants)

    @api.model
    def _make(self, kind, job, versions, applicants, as_new=False):
        applicants.check_access("read")
        run_sudo = self.sudo().create(
            {
                "kind": kind,
                "job_id": job.id,
                "version_ids": [fields.Command.set(versions.ids)],
                "looked_at": len(applicants),
                "user_id": self.env.uid,
            }
        )
        steps = applicants.sudo()._ats_screening_plan(versions.sudo(), as_new=as_new)
        insert_rows(
            self.env["ats.rule.run.line"].sudo(),
            [
                {
                    "run_id": run_sudo.id,
                    "applicant_id": step.applicant.id,
                    "version_id": step.version.id,
                    "outcome": step.outcome,
                    "because": step.because,
                }
                for step in steps
            ],
        )
        return run_sudo.with_env(self.env)

    @api.autovacuum
    def _gc_previews(self):
        """Forget what was only looked at, after a week."""
        old = fields.Datetime.subtract(fields.Datetime.now(), days=7)
        self.sudo().search([("state", "=", "preview"), ("create_date", "<", old)], limit=1000).unlink()

    def _open(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Try the Rules") if self.kind == "test" else self.env._("Run the Rules Again"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
        }


class AtsRuleRunLine(models.Model):
    _name = "ats.rule.run.line"
    _description = "Application Hit by a Run of Rules"
    _order = "run_id, applicant_id, id"
    _rec_name = "applicant_id"

    run_id = fields.Many2one("ats.rule.run", required=True, ondelete="cascade", index=True)
    applicant_id = fields.Many2one("hr.applicant", "Application", required=True, ondelete="cascade", index=True)
    job_id = fields.Many2one(related="run_id.job_id")
    version_id = fields.Many2one("ats.rule.version", "Rule", required=True, ondelete="cascade", index=True)
    because = fields.Text()
    outcome = fields.Selection(
        [
            ("tagged", "would be tagged"),
            ("moved", "would be moved"),
            ("asked", "would be asked"),
            ("proposed", "would be proposed for refusal"),
            ("refused", "would be refused without a person"),
            ("blocked", "could not be helped"),
        ],
        "What Happens",
    )
    result = fields.Selection(
        [("done", "Done"), ("changed", "Left out: something has changed"), ("blocked", "Could not act")],
    )
