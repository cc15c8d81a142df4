from collections import defaultdict
from datetime import timedelta

from odoo import fields, models
from odoo.tools import html2plaintext

DAYS_A_YEAR = 365.25


class AtsCandidate(models.Model):
    """What of a person is searched, and who may find it."""

    _inherit = "ats.candidate"

    def _search_texts(self):
        """Return what everybody who sees the person may search.

        :return: ``{candidate id: {"fields": {field: [text]}, "texts": [text], "head": [text], "lang": code}}``; the
            texts of fields are found without naming the field too, those of the head come first among the hits, and
            the language is that of texts too short to tell
        """
        texts = {person.id: person._profile_texts() for person in self}
        for person_id, applicants in self._open_applications().items():
            entry = texts[person_id]
            entry["fields"]["tag"] += _names(applicants.categ_ids)
            entry["fields"]["skill"] += _names(applicants.skill_ids)
            entry["head"] += _names(applicants.skill_ids)
            entry["texts"] += applicants._search_own_texts()
        return texts

    def _profile_texts(self):
        work = self.resume_line_ids.filtered(lambda line: line.kind == "work")
        education = self.resume_line_ids.filtered(lambda line: line.kind == "education")
        titles = [self.headline, *work.mapped("name")]
        skills = _names(self.own_skill_ids.skill_id)
        return {
            "fields": {
                "name": [self.name],
                "email": [self.email],
                "skill": skills,
                "tag": _names(self.tag_ids),
                "location": [self.city],
                "company": work.mapped("employer"),
                "title": titles,
                "school": [*education.mapped("employer"), *education.mapped("name")],
            },
            "texts": [self.phone, *self.link_ids.mapped("url"), *self.resume_line_ids.mapped("description")],
            "lang": self.lang or self.company_id.partner_id.lang,
            "head": [self.name, *titles, *skills],
        }

    def _open_applications(self):
        """Return ``{candidate id: applications and talent row}`` of jobs that are not confidential."""
        grouped = defaultdict(list)
        applicants = self.env["hr.applicant"].with_context(active_test=False)
        applicants = applicants.search([("ats_candidate_id", "in", self.ids)])
        for applicant in applicants:
            if not applicant.job_id.ats_restricted:
                grouped[applicant.ats_candidate_id.id].append(applicant.id)
        return {person: applicants.browse(ids).with_prefetch(applicants.ids) for person, ids in grouped.items()}

    def _search_note_texts(self):
        """Return ``{(candidate id, application id or None, note id or None): [text]}`` of what only readers of the
        application or of the note may find."""
        applicants = self.env["hr.applicant"].with_context(active_test=False)
        applicants = applicants.search([("ats_candidate_id", "in", self.ids)])
        notes = applicants._internal_notes()
        texts = {}
        for applicant in applicants:
            parts = notes[applicant.id]
            if applicant.job_id.ats_restricted:
                parts = [
                    *parts,
                    *applicant._search_own_texts(),
                    *_names(applicant.categ_ids),
                    *_names(applicant.skill_ids),
                ]
            if parts:
                texts[applicant.ats_candidate_id.id, applicant.id, None] = parts
        for note in self.note_ids:
            texts[note.candidate_id.id, None, note.id] = [html2plaintext(note.body or "")]
        return texts

    def _experience_years(self):
        """Return ``{candidate id: years}``: the time covered by work, whatever overlaps counted once."""
        lines = self.env["ats.candidate.resume.line"].search(
            [("candidate_id", "in", self.ids), ("kind", "=", "work"), ("date_start", "!=", False)], order="date_start"
        )
        today = fields.Date.context_today(self)
        covered, until = defaultdict(timedelta), {}
        for line in lines:
            person = line.candidate_id.id
            begin = max(line.date_start, until.get(person, line.date_start))
            end = min(line.date_end or today, today)
            if end > begin:
                covered[person] += end - begin
                until[person] = end
        return {person: round(span.days / DAYS_A_YEAR, 1) for person, span in covered.items()}


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _search_own_texts(self):
        """Return the texts of the documents and answers of these applications."""
        return [
            *filter(None, self.ats_document_ids.mapped("text")),
            *filter(None, self.ats_answer_ids.mapped("answer_text")),
        ]

    def _internal_notes(self):
        """Return ``{application id: [text of an internal note]}``."""
        notes = defaultdict(list)
        found = self.env["mail.message"].search(
            [
                ("model", "=", "hr.applicant"),
                ("res_id", "in", self.ids),
                ("message_type", "=", "comment"),
                ("subtype_id", "=", self.env.ref("mail.mt_note").id),
            ]
        )
        for message in found:
            notes[message.res_id].append(html2plaintext(message.body or ""))
        return notes


def _names(records):
    """The names in every language of the database: people search in theirs."""
    field = records._fields["name"]
    if not records or not field.translate:
        return records.mapped("name")
    languages = [code for code, _name in records.env["res.lang"].get_installed()]
    return sorted({name for code in languages for name in records.with_context(lang=code).mapped("name") if name})
