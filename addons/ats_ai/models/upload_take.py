import hashlib

from odoo import models

from odoo.addons.ats_core.lib.ats_extract import extract_in_workshop, sniff

from ..lib.ats_resume import parse


class AtsUploadLine(models.Model):
    _inherit = "ats.upload.line"

    def _take(self):
        """Read the file and make the application; a second run does nothing."""
        line_sudo = self.sudo().exists()
        if not line_sudo or line_sudo.outcome != "waiting":
            return
        content = line_sudo.attachment_id.raw or b""
        outcome, detail, applicant = line_sudo._outcome(content)
        line_sudo.write({"outcome": outcome, "detail": detail, "applicant_id": applicant.id})
        if outcome in ("created", "existing", "twice"):
            line_sudo.attachment_id.unlink()  # the application has its own copy
        upload_sudo = line_sudo.upload_id
        waiting = self.sudo().search_count([("upload_id", "=", upload_sudo.id), ("outcome", "=", "waiting")], limit=1)
        if not waiting:
            upload_sudo.state = "done"
        upload_sudo.user_id._bus_send("ats_ai/upload", {"id": upload_sudo.id})

    def _outcome(self, content):
        """Return outcome, advice and application of the file."""
        none = self.env["hr.applicant"]
        reason = self.env["ats.document"]._refusal(self.name, content)
        if reason:
            return "refused", self.env["ats.document"]._refusal_message(reason), none
        known = self._same_file(content)
        if known:
            return "twice", False, known
        read = extract_in_workshop(content, kind=sniff(content, self.name))
        if read.state != "done":
            states = self.env["ats.document"]._reading_states()
            state = states.get(read.state) or read.state
            return "unread", self.env._("%s. Ask for another file, or add the application by hand.", state), none
        region = self.company_id.country_id.code or ""
        resume = parse(read.text, layout=read.layout, region=region)
        if not resume.name or not (resume.email or resume.phone):
            return "no_name", self.env._("Add the application by hand and put the file there."), none
        return self._apply(resume, read, content)

    def _same_file(self, content):
        """Return the application of this job that has exactly these bytes."""
        digest = hashlib.sha256(content).hexdigest()
        documents_sudo = self.env["ats.document"].sudo().search([("sha256", "=", digest)], limit=20)
        return documents_sudo.applicant_id.filtered(lambda applicant: applicant.job_id == self.upload_id.job_id)[:1]

    def _apply(self, resume, read, content):
        vals = {
            "name": resume.name.value,
            "email": resume.email.value if resume.email else "",
            "phone": resume.phone.value if resume.phone else "",
            "linkedin": resume.link("linkedin"),
        }
        door = self.env["hr.applicant"].with_context(ats_silent_import=True, ats_read_now=True)
        job_sudo = self.upload_id.job_id
        applicant, outcome = door._ats_apply(
            job_sudo,
            {name: value for name, value in vals.items() if value},
            files=[(self.name, content)],
            source="import",
        )
        applicant.sudo()._ats_take_text(content, read)
        if outcome == "created":
            return "created", False, applicant
        return "existing", False, applicant


class AtsDocument(models.Model):
    """A file of an upload is read to the end in the job of its line: no further jobs for each of 500 files."""

    _inherit = "ats.document"

    def _enqueue_text(self):
        if self.env.context.get("ats_read_now"):
            return None
        return super()._enqueue_text()

    def _enqueue_parse(self):
        if not self.env.context.get("ats_read_now") or not self._is_resume_with_text():
            return super()._enqueue_parse()
        self._parse_resume()
        return True


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_take_text(self, content, read):
        """Keep the text that was read from the file already, so that no second child process reads it again."""
        digest = hashlib.sha256(content).hexdigest()
        for document in self.ats_document_ids:
            if document.sha256 == digest and document.text_state == "pending":
                document._store_text(read)

    def _ats_confirm_receipt(self, outcome):
        """A person who did not apply, but whose résumé a recruiter brings, is not thanked for applying."""
        if self.env.context.get("ats_silent_import"):
            return None
        return super()._ats_confirm_receipt(outcome)
