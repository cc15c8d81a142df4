from collections import Counter

from odoo import api, fields, models


class AtsBulkRun(models.Model):
    """What the dialog and the page of a run show beside its choices."""

    _inherit = "ats.bulk.run"

    render_model = fields.Char(compute="_compute_render_model")
    left_out_ids = fields.One2many("ats.bulk.line", compute="_compute_lists", string="Left Out and Failed")
    noted_ids = fields.One2many("ats.bulk.line", compute="_compute_lists", string="To Know")
    reasons = fields.Text("Why", compute="_compute_lists")
    example_name = fields.Char(compute="_compute_example")
    example_subject = fields.Char(compute="_compute_example")
    example_body = fields.Html(compute="_compute_example", sanitize=False)

    def _compute_render_model(self):
        self.render_model = "hr.applicant"

    @api.depends("line_ids.state", "line_ids.reason")
    def _compute_lists(self):
        for run in self:
            run.left_out_ids = run.line_ids.filtered(lambda line: line.state in ("skipped", "failed"))
            run.noted_ids = run.line_ids.filtered(lambda line: line.state in ("todo", "done") and line.reason)
            counted = Counter(run.left_out_ids.mapped("reason"))
            run.reasons = "\n".join(f"{count} · {reason}" for reason, count in counted.most_common(12))

    @api.depends("state")
    def _compute_example(self):
        """The mail or text message of the first person who gets it, as they read it."""
        for run in self:
            run.example_name = run.example_subject = run.example_body = False
            first = run.line_ids.filtered(lambda line: line.state == "todo")[:1]
            if run.state != "preview" or run.action not in ("mail", "sms") or not first:
                continue
            application = run._files(first._record())[first._record()]
            texts = run._texts(application) if run.action == "mail" else run._sms_texts(application)
            run.example_name = application.partner_name
            run.example_subject, run.example_body, _holes = texts[application.id]
