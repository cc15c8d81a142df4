from odoo import models

from odoo.addons.ats_core.lib.ats_extract import clean_filename, sniff

from ..lib.ats_apply_form import FieldRule, check_files, check_text
from .hr_applicant_documents import UPLOAD_LIMITS

RULES = {"message": FieldRule("text", 4000)}


class HrApplicant(models.Model):
    """Messages on the candidate's page. Only what carries the mark of the conversation is shown."""

    _inherit = "hr.applicant"

    def _ats_home_messages(self, tz):
        """Return the messages as the page shows them, oldest first."""
        self.ensure_one()
        return [
            {
                "id": message.id,
                "is_own": message.ats_with_candidate == "from",
                "who": self._ats_message_author(message),
                "at": self._ats_moment(message.date, tz),
                "body": message.body,
                "files": [
                    {"path": f"{self._ats_page_path()}/message/{message.id}/file/{file.id}", "name": file.name}
                    for file in message.attachment_ids
                ],
            }
            for message in self._ats_conversation()
            if message.attachment_ids or message.body
        ]

    def _ats_message_author(self, message):
        if message.ats_with_candidate == "from":
            return self.env._("You")
        return message.author_id.name or self._ats_company().name

    def _ats_message_file(self, message_id, attachment_id):
        """Return the file of a message of the conversation; empty for notes and other records."""
        self.ensure_one()
        message = self._ats_conversation().filtered(lambda shared: shared.id == message_id)
        return message.attachment_ids.filtered(lambda file: file.id == attachment_id)

    def _ats_send_from_page(self, text, files):
        """Take a message that the candidate typed.

        :param str text: as typed
        :param files: sequence of ``(filename, bytes)``
        :return: messages about what is wrong; when there are any, nothing was sent
        :rtype: list[str]
        """
        self.ensure_one()
        form = self.env["ats.apply.form"]
        values, codes = check_text(RULES, {"message": text or ""})
        if codes:
            return [form._text_message("message", codes["message"])]
        files = [(clean_filename(name), content) for name, content in files]
        if not values["message"] and not files:
            return [self.env._("Write something first.")]
        if wrong := check_files(files, sniff, UPLOAD_LIMITS):
            return [form._file_message(name, code, UPLOAD_LIMITS) for name, code in wrong]
        self._ats_candidate_writes(values["message"], files)
        return []
