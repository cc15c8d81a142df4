from odoo import http
from odoo.http import request

from odoo.addons.mail.controllers.attachment import AttachmentController


class ApplicationAttachmentController(AttachmentController):
    @http.route()
    def mail_attachment_upload(self, ufile, thread_id, thread_model, is_pending=False, **kwargs):
        """A file that is being attached to a message on an application is not parsed here; it
        becomes a document when the message is posted."""
        if thread_model == "hr.applicant":
            request.update_context(ats_skip_index=True, image_no_postprocess=True)
        return super().mail_attachment_upload(ufile, thread_id, thread_model, is_pending=is_pending, **kwargs)
