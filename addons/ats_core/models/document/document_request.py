from odoo import api, fields, models
from odoo.tools import format_date


class AtsDocumentRequest(models.Model):
    """A document that we ask the candidate for: a to-do on the candidate's page."""

    _name = "ats.document.request"
    _description = "Document Asked For"
    _order = "id desc"

    name = fields.Char("Document", required=True, help="As the candidate reads it, for instance: Work permit.")
    note = fields.Text("What to Know", help="Shown to the candidate.")
    applicant_id = fields.Many2one("hr.applicant", "Application", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="applicant_id.company_id")
    due_date = fields.Date("Until")
    state = fields.Selection(
        [("open", "Asked for"), ("received", "Received"), ("cancelled", "No longer needed")],
        required=True,
        readonly=True,
        default="open",
    )
    document_id = fields.Many2one("ats.document", readonly=True, ondelete="set null", index="btree_not_null")

    _open_idx = models.Index("(applicant_id) WHERE state = 'open'")

    @api.model_create_multi
    def create(self, vals_list):
        requests = super().create(vals_list)
        for request in requests:
            request._ask()
        return requests

    def _ask(self):
        """Mail the candidate what is asked for."""
        self.ensure_one()
        template_sudo = self.env.ref("ats_core.mail_template_document_request").sudo()
        lang = self.applicant_id.sudo()._ats_mail_lang()
        asked = {
            "name": self.name,
            "note": self.note,
            "due": self.due_date and format_date(self.env, self.due_date, lang_code=lang, date_format="long"),
        }
        self.applicant_id._ats_mail(template_sudo.with_context(ats_document_request=asked))

    def _fulfil(self, document):
        """The candidate has sent it."""
        self.filtered(lambda request: request.state == "open").sudo().write(
            {"state": "received", "document_id": document.id}
        )

    def action_cancel(self):
        """It is not needed any more."""
        self.check_access("write")
        self.filtered(lambda request: request.state == "open").sudo().state = "cancelled"


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_document_request_ids = fields.One2many("ats.document.request", "applicant_id", "Documents Asked For")

    def _ats_open_document_requests(self):
        """Return what the candidate still has to send, elevated."""
        return self.env["ats.document.request"].sudo().search([("applicant_id", "=", self.id), ("state", "=", "open")])

    def action_ats_ask_document(self):
        """Open a small form to ask the candidate for a document."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Ask for a document"),
            "res_model": "ats.document.request",
            "view_mode": "form",
            "view_id": self.env.ref("ats_core.ats_document_request_view_form_ask").id,
            "target": "new",
            "context": {"default_applicant_id": self.id},
        }
