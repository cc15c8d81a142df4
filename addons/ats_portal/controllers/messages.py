from werkzeug.exceptions import NotFound

from odoo.http import request, route

from ..models.ats_apply_form import MAX_REQUEST_BYTES
from .documents import Documents
from .home import APPLICATION, PRIVATE

MESSAGES = f"{APPLICATION}/messages"
FILE = f"{APPLICATION}/message/<int(max=2147483647):message_id>/file/<int(max=2147483647):attachment_id>"


class Messages(Documents):
    """The candidate and the recruiter write to each other."""

    @route(MESSAGES, **PRIVATE, methods=["GET"])
    def application_messages(self, applicant_id, done=None, **_params):
        return self._ats_messages_page(self._ats_application_sudo(applicant_id), done=done)

    @route(MESSAGES, **PRIVATE, methods=["POST"], max_content_length=MAX_REQUEST_BYTES)
    def application_message_send(self, applicant_id, message="", **_params):
        application_sudo = self._ats_application_sudo(applicant_id)
        self._ats_limit("message.application", applicant_id, limit=10)
        errors = application_sudo._ats_send_from_page(message, self._ats_sent_files("files"))
        if errors:
            return self._ats_messages_page(application_sudo, errors=errors, typed=message, status=400)
        return request.redirect(f"{application_sudo._ats_page_path('messages')}?done=sent", code=303)

    @route(FILE, **PRIVATE, methods=["GET"])
    def application_message_file(self, applicant_id, message_id, attachment_id, **_params):
        file_sudo = self._ats_application_sudo(applicant_id)._ats_message_file(message_id, attachment_id)
        if not file_sudo:
            raise NotFound()
        return self._ats_file(file_sudo, file_sudo.name, file_sudo._ats_served_type())

    def _ats_messages_page(self, application_sudo, *, done=None, errors=(), typed="", status=200):
        values = {
            **application_sudo._ats_page_frame(),
            "messages": application_sudo._ats_home_messages(application_sudo._ats_page_tz()),
            "recruiter": application_sudo._ats_contact_name(),
            "done": done,
            "errors": errors,
            "typed": typed,
        }
        return self._ats_page("ats_portal.messages", values, status)
