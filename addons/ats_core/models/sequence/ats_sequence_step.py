from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from .ats_sequence import FIGURES

NEEDS = {"mail": "template_id", "sms": "sms_template_id", "activity": "activity_type_id"}
# A change of these moves who waits for a step.
PLANNED_BY = {"sequence", "delay_days", "active", "sequence_id"}


class AtsSequenceStep(models.Model):
    """One thing that happens in a sequence, and how long after the one before."""

    _name = "ats.sequence.step"
    _description = "Step of a Sequence"
    _order = "sequence_id, sequence, id"
    _rec_name = "sentence"

    sequence_id = fields.Many2one("ats.sequence", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="sequence_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    delay_days = fields.Integer("Working Days Later", default=3)
    kind = fields.Selection(
        [("mail", "Mail"), ("sms", "SMS"), ("activity", "To-do for the sender")], "What", required=True, default="mail"
    )
    template_id = fields.Many2one(
        "mail.template", "Mail", domain="[('model', '=', 'hr.applicant')]", ondelete="restrict"
    )
    sms_template_id = fields.Many2one(
        "sms.template", "SMS", domain="[('model', '=', 'hr.applicant')]", ondelete="restrict"
    )
    activity_type_id = fields.Many2one(
        "mail.activity.type", "Activity", domain="[('res_model', 'in', (False, 'hr.applicant'))]", ondelete="restrict"
    )
    activity_summary = fields.Char("In Words", translate=True)
    when = fields.Char(compute="_compute_when")
    sentence = fields.Char("What Happens", compute="_compute_sentence")
    sent_count = fields.Integer("Sent", compute="_compute_figures")
    opened_count = fields.Integer("Opened", compute="_compute_figures")
    clicked_count = fields.Integer("Clicked", compute="_compute_figures")
    replied_count = fields.Integer("Answered", compute="_compute_figures")
    stopped_count = fields.Integer("Stopped After", compute="_compute_figures")
    waiting_count = fields.Integer("Waiting", compute="_compute_figures")

    _no_step_back = models.Constraint("CHECK (delay_days >= 0)", "A step comes after the one before: 0 days or more.")

    @api.depends("delay_days", "sequence", "sequence_id.step_ids.delay_days", "sequence_id.step_ids.sequence")
    @api.depends_context("lang")
    def _compute_when(self):
        for step in self:
            step.when = step._when_in_words(is_first=step == step.sequence_id._steps()[:1])

    def _when_in_words(self, *, is_first):
        """Say when the step is: the first one counts from the beginning."""
        days = self.delay_days
        if is_first:
            return self.env._("Day %s", days)
        if not days:
            return self.env._("the same day")
        return self.env._("after 1 working day") if days == 1 else self.env._("after %s working days", days)

    @api.depends("kind", "template_id.name", "sms_template_id.name", "activity_type_id.name", "activity_summary")
    @api.depends_context("lang")
    def _compute_sentence(self):
        for step in self:
            what = step.activity_summary or step.activity_type_id.name or "…"
            step.sentence = {
                "mail": self.env._("mail “%s”", step.template_id.name or "…"),
                "sms": self.env._("SMS “%s”", step.sms_template_id.name or "…"),
                "activity": self.env._("to-do “%s”", what),
            }.get(step.kind, "")

    def _compute_figures(self):
        groups = self.env["ats.sequence.send"]._read_group(
            [("step_id", "in", self.ids), ("is_sent", "=", True)], ["step_id"], list(FIGURES.values())
        )
        counts = {step.id: figures for step, *figures in groups}
        enrolments = self.env["ats.sequence.enrolment"]
        stopped = dict(
            enrolments._read_group(
                [("last_step_id", "in", self.ids), ("state", "=", "stopped")], ["last_step_id"], ["__count"]
            )
        )
        waiting = dict(
            enrolments._read_group([("step_id", "in", self.ids), ("state", "=", "active")], ["step_id"], ["__count"])
        )
        for step in self:
            for name, figure in zip(FIGURES, counts.get(step.id, (0,) * len(FIGURES)), strict=True):
                step[name] = figure
            step.stopped_count = stopped.get(step, 0)
            step.waiting_count = waiting.get(step, 0)

    @api.constrains("kind", "template_id", "sms_template_id", "activity_type_id")
    def _check_complete(self):
        for step in self:
            if not step[NEEDS[step.kind]]:
                label = self._fields[NEEDS[step.kind]].get_description(self.env)["string"]
                raise ValidationError(self.env._("The step is not complete. Fill in: %s.", label))

    # ------------------------------------------------------------
    # Changing the steps of a sequence that runs
    # ------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        steps = super().create(vals_list)
        steps.sequence_id._plan_anew()
        return steps

    def write(self, vals):
        result = super().write(vals)
        if PLANNED_BY & vals.keys():
            self.sequence_id._plan_anew()
        return result

    def unlink(self):
        """A step that somebody has had is archived: its figures stay."""
        sequences = self.sequence_id
        used = self.env["ats.sequence.send"].sudo().search([("step_id", "in", self.ids)]).step_id
        kept = self.filtered(lambda step: step.id in used.ids)
        kept.write({"active": False})
        result = super(AtsSequenceStep, self - kept).unlink()
        sequences.exists()._plan_anew()
        return result

    def _demand_complete(self):
        """Raise when the mail of a step cannot be written, before somebody waits for it."""
        for step in self.filtered(lambda step: step.kind == "mail"):
            sample = step._sample()
            if sample:
                step._render_for(sample)

    def _sample(self):
        """Return an application to try a mail with: of who is in it, else of the pool, else any the user reads."""
        sequence = self.sequence_id
        people = sequence.enrolment_ids[:1].candidate_id
        rows = self.env["hr.applicant"]
        if people:
            found = rows.with_context(active_test=False).search([("ats_candidate_id", "in", people.ids)], limit=1)
        else:
            found = rows.search([("talent_pool_ids", "in", sequence.pool_id.ids)], limit=1)
        return found or rows.search([("email_normalized", "!=", False)], limit=1)

    def _render_for(self, applicant):
        """Return subject and body as the candidate would read them.

        :raise UserError: the text cannot be filled in; it says which step
        """
        self.ensure_one()
        lang = applicant.sudo()._ats_mail_lang()
        template_sudo = self.template_id.sudo().with_context(lang=lang, template_preview_lang=lang)
        try:
            with self.env.cr.savepoint():
                subject = template_sudo._render_field("subject", applicant.ids)[applicant.id]
                body = template_sudo._render_field("body_html", applicant.ids)[applicant.id]
        except Exception as error:  # what a template may raise is open
            raise UserError(
                self.env._("The mail “%(name)s” cannot be filled in: %(why)s", name=self.template_id.name, why=error)
            ) from error
        return subject, body

    def action_test(self):
        """Button: send the mail of this step to oneself."""
        self.ensure_one()
        self.check_access("write")
        if self.kind != "mail":
            raise UserError(self.env._("Only mails can be tried."))
        user = self.env.user
        if not user.email:
            raise UserError(self.env._("You have no e-mail address. Enter one in your preferences."))
        sample = self._sample()
        if not sample:
            raise UserError(self.env._("There is nobody yet whose name could be filled in."))
        subject, body = self._render_for(sample)
        layout = self.env["ir.qweb"]._render(
            "ats_core.mail_layout_candidate",
            {
                "message": self.env["mail.message"].sudo().new({"body": body}),
                "company": self.company_id,
                "record": False,
                "lang": sample.sudo()._ats_mail_lang(),
            },
        )
        self.env["mail.mail"].sudo().create(
            {
                "subject": self.env._("[Test] %s", subject),
                "body_html": layout,
                "email_to": user.email_formatted,
                "email_from": (self.sequence_id.user_id or user).email_formatted,
                "auto_delete": True,
            }
        )
        sample._ats_wake_mail_queue(None)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "On its way to %(address)s, as %(name)s would read it.",
                    address=user.email,
                    name=sample.partner_name or sample.email_from,
                ),
            },
        }
