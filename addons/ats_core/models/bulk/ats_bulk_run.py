from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

MOST = 1000
KEEP_DRAFTS = timedelta(days=1)

ACTIONS = [
    ("move", "Move"),
    ("refuse", "Refuse"),
    ("tag", "Tag"),
    ("mail", "Write a mail"),
    ("sms", "Write a text message"),
    ("assign", "Assign a recruiter"),
    ("pool", "Add to talent pools"),
    ("job", "Add to a job"),
    ("merge", "Merge"),
    ("export", "Export"),
]
# What hiring managers do on the own jobs; the rest is for recruiters.
OF_MANAGERS = ("move", "refuse", "tag", "mail")
EXPORTERS = "base.group_allow_export"
# What a person may still change before it begins.
CHOICES = frozenset(
    {
        "stage_id",
        "reason_id",
        "template_id",
        "subject",
        "body",
        "attachment_ids",
        "sms_body",
        "kind",
        "include_hired",
        "send_at",
        "tag_ids",
        "recruiter_id",
        "pool_ids",
        "job_id",
    }
)


class AtsBulkRun(models.Model):
    """One thing done to many: what is chosen, who is left out and why, how far it is, what came of it."""

    _name = "ats.bulk.run"
    _description = "Bulk Action"
    _order = "id desc"
    _rec_name = "title"

    action = fields.Selection(ACTIONS, required=True, readonly=True)
    res_model = fields.Selection(
        [("hr.applicant", "Applications"), ("ats.candidate", "People"), ("ats.duplicate", "Possible Duplicates")],
        "Kind",
        required=True,
        readonly=True,
    )
    target_ids = fields.Json(readonly=True, groups=fields.NO_ACCESS, help="Ids of what was selected, in its order.")
    user_id = fields.Many2one(
        "res.users", "By", required=True, readonly=True, index=True, default=lambda self: self.env.user
    )
    company_id = fields.Many2one("res.company", readonly=True, default=lambda self: self.env.company)
    state = fields.Selection(
        [
            ("draft", "Choose"),
            ("preview", "Preview"),
            ("waiting", "Waits"),
            ("running", "Running"),
            ("stopped", "Stopped"),
            ("done", "Done"),
            ("undoing", "Being Taken Back"),
            ("undone", "Taken Back"),
        ],
        default="draft",
        required=True,
        readonly=True,
    )
    stage_id = fields.Many2one("hr.recruitment.stage", "Move to", ondelete="set null")
    stage_choice_ids = fields.Many2many("hr.recruitment.stage", compute="_compute_stage_choice_ids")
    reason_id = fields.Many2one("hr.applicant.refuse.reason", ondelete="set null")
    template_id = fields.Many2one(
        "mail.template",
        domain="[('model', '=', 'hr.applicant')]",
        ondelete="set null",
        help="Everybody gets it in the own language. Empty: write the mail here.",
    )
    subject = fields.Char(help="Placeholders stand in braces, for instance {{ object.partner_name }}.")
    body = fields.Html("Mail", sanitize="email_outgoing")
    attachment_ids = fields.Many2many("ir.attachment", string="Files")
    sms_body = fields.Text("Text Message")
    kind = fields.Selection(
        [
            ("talent_pool", "Other jobs, the talent pool"),
            ("marketing", "Invitations and news"),
            ("survey", "A question about the experience"),
        ],
        "It Is About",
        help="Empty: about the application itself. What is not about an application goes only to who has agreed, "
        "and carries a link to unsubscribe.",
    )
    include_hired = fields.Boolean("Also Who Was Hired")
    send_at = fields.Datetime("Send", help="Empty: a minute after it is done, so that it can be taken back.")
    tag_ids = fields.Many2many("hr.applicant.category", string="Tags")
    recruiter_id = fields.Many2one("res.users", ondelete="set null")
    pool_ids = fields.Many2many("hr.talent.pool", string="Talent Pools")
    job_id = fields.Many2one("hr.job", ondelete="set null")
    line_ids = fields.One2many("ats.bulk.line", "run_id", "Who", readonly=True)
    title = fields.Char(compute="_compute_title")
    summary = fields.Char(compute="_compute_counts")
    target_count = fields.Integer("Selected", compute="_compute_counts")
    todo_count = fields.Integer("To Do", compute="_compute_counts")
    done_count = fields.Integer("Done", compute="_compute_counts")
    skipped_count = fields.Integer("Left Out", compute="_compute_counts")
    failed_count = fields.Integer("Failed", compute="_compute_counts")
    progress = fields.Float(compute="_compute_counts")
    leaves_at = fields.Datetime("Mails Leave", readonly=True)
    undo_until = fields.Datetime("Can Be Taken Back until", readonly=True)
    can_undo = fields.Boolean(compute="_compute_can_undo")
    finished_at = fields.Datetime("Finished", readonly=True)

    # ------------------------------------------------------------
    # Beginning
    # ------------------------------------------------------------

    @api.model
    def _prepare(self, records, action, **choices):
        """Return a new run on applications or people, nothing of which has happened yet.

        :param records: ``hr.applicant`` or ``ats.candidate``
        :param str action: one of ``ACTIONS``
        :raise AccessError: the user's role does not do this
        """
        self._check_may_do(records, action)
        return self.create({"action": action, "res_model": records._name, "target_ids": records.ids, **choices})

    @api.model
    def _check_may_do(self, records, action):
        self.check_access("create")
        records.check_access("read")
        if not records:
            raise UserError(self.env._("Select somebody first."))
        if len(records) > MOST:
            raise UserError(
                self.env._("%(count)s are selected; at most %(most)s at once.", count=len(records), most=MOST)
            )
        if action not in self._actions_on().get(records._name, ()):
            raise UserError(self.env._("This cannot be done with what is selected."))
        is_recruiter = self.env["hr.applicant"]._ats_is_recruiter()
        if not is_recruiter and (action not in OF_MANAGERS or records._name != "hr.applicant"):
            raise AccessError(self.env._("Only recruiters do this."))
        if action == "export" and not self.env.user.has_group(EXPORTERS):
            raise AccessError(self.env._("You may not export data. An administrator can allow it."))

    @api.model
    def _actions_on(self):
        """Hook: what can be done with which records, by model."""
        return {
            "hr.applicant": {"move", "refuse", "tag", "mail", "sms", "assign", "pool", "job", "export"},
            "ats.candidate": {"tag", "mail", "sms", "pool", "job", "export"},
            "ats.duplicate": {"merge"},
        }

    @api.model
    def _choices(self):
        """Hook: the fields that a person may still change before it begins."""
        return CHOICES

    @api.model_create_multi
    def create(self, vals_list):
        """Whoever makes one is its owner, whatever the values say."""
        if not self.env.su:
            for vals in vals_list:
                vals["user_id"] = self.env.uid
                if forbidden := set(vals) - self._choices() - {"action", "res_model", "target_ids", "user_id"}:
                    raise AccessError(self.env._("Only the action sets: %s", ", ".join(sorted(forbidden))))
                records = self.env[vals["res_model"]].browse(vals.get("target_ids") or [])
                self._check_may_do(records, vals["action"])
        return super(AtsBulkRun, self.sudo()).create(vals_list).with_env(self.env)

    def write(self, vals):
        """People change what they choose, until it begins; everything else is done by the verbs."""
        if not self.env.su:
            if set(vals) - self._choices() or any(run.state not in ("draft", "preview") for run in self):
                raise UserError(self.env._("This has begun already. Start a new one."))
            self.sudo().filtered(lambda run: run.state == "preview").write({"state": "draft"})
        return super().write(vals)

    def _targets(self):
        """Return what was selected and still exists and is readable, as the owner."""
        self.ensure_one()
        records = self.env[self.res_model].with_user(self.user_id).with_context(active_test=False)
        ids = self.sudo().target_ids or []
        readable = records.search([("id", "in", ids)])
        return records.browse([id_ for id_ in ids if id_ in set(readable.ids)])

    @api.autovacuum
    def _gc_drafts(self):
        """Forget what was never begun after a day, and results after three months."""
        now = fields.Datetime.now()
        begun = ("waiting", "running", "stopped", "done", "undoing", "undone")
        old = [("create_date", "<", now - KEEP_DRAFTS), ("state", "not in", begun)]
        self.sudo().search(["|", ("finished_at", "<", now - timedelta(days=90)), *["&", *old]], limit=1000).unlink()

    # ------------------------------------------------------------
    # What is shown
    # ------------------------------------------------------------

    @api.depends("action", "res_model")
    @api.depends_context("lang")
    def _compute_title(self):
        labels = dict(self._fields["action"]._description_selection(self.env))
        for run in self:
            run.title = labels.get(run.action, "")

    @api.depends("action")
    def _compute_stage_choice_ids(self):
        """The stages that one of the selected applications may be in."""
        stages = self.env["hr.recruitment.stage"].search([])  # pylint: disable=no-search-all
        for run in self:
            if run.action != "move":
                run.stage_choice_ids = False
                continue
            jobs = run._targets().job_id
            run.stage_choice_ids = stages.filtered(lambda stage, jobs=jobs: any(stage._ats_is_for(job) for job in jobs))

    @api.depends("line_ids.state", "state")
    @api.depends_context("lang")
    def _compute_counts(self):
        groups = (
            self.env["ats.bulk.line"].sudo()._read_group([("run_id", "in", self.ids)], ["run_id", "state"], ["__count"])
        )
        counts = {(run.id, state): count for run, state, count in groups}
        for run in self:
            todo, done, skipped, failed, undone = (
                counts.get((run.id, state), 0) for state in ("todo", "done", "skipped", "failed", "undone")
            )
            run.todo_count, run.done_count = todo, done
            run.skipped_count, run.failed_count = skipped, failed
            run.target_count = len(run.sudo().target_ids or [])
            total = todo + done + failed + undone
            run.progress = 100.0 * (total - todo) / total if total else 100.0
            run.summary = run._summary(todo, done, skipped, failed, undone)

    def _summary(self, todo, done, skipped, failed, undone):
        if self.state == "draft":
            return self.env._("%s selected", len(self.sudo().target_ids or []))
        if self.state == "preview":
            return self.env._("%(todo)s will be done, %(skipped)s left out", todo=todo, skipped=skipped)
        parts = [self.env._("%(done)s of %(all)s done", done=done, all=todo + done + failed + undone)]
        parts += [self.env._("%s taken back", undone)] if undone else []
        parts += [self.env._("%s left out", skipped)] if skipped else []
        parts += [self.env._("%s failed", failed)] if failed else []
        return ", ".join(parts)

    def _open(self):
        """Return the dialog, or the page of what has begun."""
        self.ensure_one()
        is_chosen = self.state in ("draft", "preview")
        return {
            "type": "ir.actions.act_window",
            "name": self.title,
            "res_model": self._name,
            "res_id": self.id,
            "views": [(self.env.ref("ats_core.ats_bulk_run_view_dialog").id if is_chosen else False, "form")],
            "target": "new" if is_chosen else "current",
            "context": {"dialog_size": "large"},
        }
