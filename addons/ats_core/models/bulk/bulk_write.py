from odoo import models
from odoo.tools import format_list


class AtsBulkRun(models.Model):
    """Mails and text messages. Nobody is written to twice, and nobody reads a text with a hole."""

    _inherit = "ats.bulk.run"

    def _files(self, records):
        """Return for each record the application that the message stands in."""
        if records._name == "hr.applicant":
            return {record: record for record in records}
        return records._ats_mail_files()

    # Mail ------------------------------------------------------------------------------------

    def _plan_mail(self, records):
        skipped = self._plan_writing(records, records._ats_mail_blockers(self.kind), self._addresses(records))
        files = self._files(records - records.browse([record.id for record in skipped]))
        texts = self._texts(self.env["hr.applicant"].union(*files.values()))
        for record, application in files.items():
            if holes := texts[application.id][2]:
                skipped[record] = self.env._("No value for: %s.", format_list(self.env, holes))
        return skipped, {}

    def _plan_writing(self, records, blockers, addresses):
        """Who may not be written to, who was hired, and who would get it twice."""
        hired = self._hired(records) if not self.kind and not self.include_hired else set()
        skipped, seen = {}, set()
        for record in records:
            if blockers[record]:
                skipped[record] = " ".join(blockers[record].values())
            elif record in hired:
                skipped[record] = self.env._("Was hired already.")
            elif addresses[record] in seen:
                skipped[record] = self.env._("Gets it already, with another application.")
            else:
                seen.add(addresses[record])
        return skipped

    def _hired(self, records):
        if records._name == "hr.applicant":
            return {record for record in records if record.ats_state == "hired"}
        return set(records._ats_working_here())

    def _addresses(self, records):
        return {record: record.sudo().email_normalized for record in records}

    def _do_mail(self, records):
        files = self._files(records)
        template_sudo = self.template_id.sudo() or self._own_text_sudo(self.env["hr.applicant"].union(*files.values()))
        records._ats_mail(template_sudo, kind=self.kind or None, attachments=self.attachment_ids)
        return {record.id: {"file": application.id} for record, application in files.items()}

    def _own_text_sudo(self, applications):
        """Return the template around what the colleague wrote, with the text that each candidate reads."""
        texts = {id_: (subject, body) for id_, (subject, body, _holes) in self._texts(applications).items()}
        return self.env.ref("ats_core.mail_template_many").sudo().with_context(ats_texts=texts)

    def _undo_mail(self, records, before):
        return {record: self.env._("the mail has left.") for record in records if not before[record.id].get("dropped")}

    # Text message ----------------------------------------------------------------------------

    def _plan_sms(self, records):
        self._check_expressions(self.sms_body)
        files = self._files(records)
        numbers = {record: files[record].sudo()._ats_sms_number() if files[record] else "" for record in records}
        skipped = self._plan_writing(records, records._ats_sms_blockers(self.kind), numbers)
        going = self._files(records - records.browse([record.id for record in skipped]))
        texts = self._sms_texts(self.env["hr.applicant"].union(*going.values()))
        for record, application in going.items():
            if holes := texts[application.id][2]:
                skipped[record] = self.env._("No value for: %s.", format_list(self.env, holes))
        return skipped, {}

    def _sms_texts(self, applications):
        texts = {}
        for lang, group in applications.sudo().grouped(lambda applicant: applicant._ats_mail_lang()).items():
            texts |= self._rendered(group.ids, lang, self.sms_body, "")
        return texts

    def _do_sms(self, records):
        files = self._files(records)
        texts = self._sms_texts(self.env["hr.applicant"].union(*files.values()))
        for application in files.values():
            application._ats_sms(texts[application.id][0], kind=self.kind or None)
        return {}
