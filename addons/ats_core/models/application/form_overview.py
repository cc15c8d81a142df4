from odoo import api, fields, models

OTHERS = 6
_IMAGES = ("image/png", "image/jpeg", "image/gif", "image/webp")


class HrApplicant(models.Model):
    """What the form of an application shows around its own fields."""

    _inherit = "hr.applicant"

    ats_document_count = fields.Integer("Document Count", compute="_compute_ats_document_count")
    ats_others = fields.Html("Other Applications of This Person", compute="_compute_ats_others", sanitize=False)
    ats_do_not_contact = fields.Boolean(related="ats_candidate_id.do_not_contact", string="Do Not Contact")
    ats_messages = fields.Html("Messages", compute="_compute_ats_messages", sanitize=False)
    ats_stays_panel = fields.Html("Stages So Far", compute="_compute_ats_stays_panel", sanitize=False)

    @api.depends("ats_document_ids")
    def _compute_ats_document_count(self):
        for applicant in self:
            applicant.ats_document_count = len(applicant.ats_document_ids)

    @api.depends("ats_candidate_id", "ats_other_count")
    @api.depends_context("uid", "lang")
    def _compute_ats_others(self):
        """The strip of the person's other applications; those the reader may see."""
        alone = self.filtered(lambda applicant: not applicant.ats_other_count)
        alone.ats_others = False
        for applicant in self - alone:
            others = self.with_context(active_test=False).search_fetch(
                [
                    ("ats_candidate_id", "=", applicant.ats_candidate_id.id),
                    ("ats_state", "!=", False),
                    ("id", "!=", applicant._origin.id),
                ],
                ["job_id", "ats_state", "create_date", "stage_id"],
                order="create_date desc, id desc",
                limit=OTHERS,
            )
            states = dict(self._fields["ats_state"]._description_selection(self.env))
            applicant.ats_others = bool(others) and self.env["ir.qweb"]._render(
                "ats_core.other_applications", {"others": others, "states": states}
            )

    @api.depends("message_ids")
    @api.depends_context("uid", "lang")
    def _compute_ats_messages(self):
        """What the candidate and the company wrote to each other, and nothing else."""
        for applicant in self:
            messages = applicant._ats_conversation() if applicant._origin.id else []
            applicant.ats_messages = bool(messages) and self.env["ir.qweb"]._render(
                "ats_core.conversation", {"messages": messages, "applicant": applicant}
            )

    @api.depends("ats_stay_ids.left_at")
    @api.depends_context("uid", "lang", "tz")
    def _compute_ats_stays_panel(self):
        """The stages that the application was in, the newest first."""
        outcomes = dict(self.env["ats.stage.log"]._fields["outcome"]._description_selection(self.env))
        for applicant in self:
            stays = applicant.ats_stay_ids.sorted("id", reverse=True)
            applicant.ats_stays_panel = bool(stays) and self.env["ir.qweb"]._render(
                "ats_core.stays_panel", {"stays": stays, "outcomes": outcomes}
            )

    def ats_documents_to_view(self):
        """Return the documents of one application for the viewer beside the form, résumés first.

        :return: list of ``{"id", "name", "label", "attachment_id", "display", "proven", "has_text"}``;
            ``display`` is ``pdf``, ``image`` or ``text``
        """
        self.ensure_one()
        self.check_access("read")
        documents = self.env["ats.document"].search([("applicant_id", "=", self.id)])
        kinds = dict(documents._fields["kind"]._description_selection(self.env))
        return [
            {
                "id": document.id,
                "name": document.name,
                "label": kinds[document.kind]
                if document.version == 1
                else f"{kinds[document.kind]} {document.version}",
                "attachment_id": document.attachment_id.id,
                "display": document._display(),
                "proven": document.proven or document.origin == "internal",
                "has_text": document.text_state == "done",
            }
            for document in documents.sorted(lambda one: (one.kind != "resume", one.kind, -one.version))
        ]


class AtsDocument(models.Model):
    _inherit = "ats.document"

    def _display(self):
        """Return how a browser shows the file: ``pdf``, ``image`` or, for all others, ``text``."""
        self.ensure_one()
        if self.mimetype == "application/pdf":
            return "pdf"
        return "image" if self.mimetype in _IMAGES else "text"
