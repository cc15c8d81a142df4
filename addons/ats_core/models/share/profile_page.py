from odoo import models
from odoo.tools import format_date

from ...lib.ats_redact import redact


class AtsProfileShare(models.Model):
    """What the reader sees: plain values, each named here. Everything else stays inside."""

    _inherit = "ats.profile.share"

    def _open_page(self):
        """Note that the page was opened and return its values."""
        self.ensure_one()
        self.env["ats.event"]._record("profile.opened", candidate=self.candidate_id, res=self)
        return self._page_values()

    def _page_values(self):
        """Return the allow-list.

        Never part of it: contact data, address, photo, birth and age, pay, notes, scores, documents, years of
        education (they tell the age), other applications.
        """
        self.ensure_one()
        person = self.candidate_id
        work = person.resume_line_ids.filtered(lambda line: line.kind == "work") if self.show_work else []
        education = (
            person.resume_line_ids.filtered(lambda line: line.kind == "education") if self.show_education else []
        )
        return {
            "share_id": self.id,
            "title": self._shown_name(),
            "headline": self._clean(person.headline) if self.show_headline else "",
            "question": self.question or "",
            "summary": self._clean(self.summary),
            "work": [self._work_row(line) for line in work],
            "education": [self._education_row(line) for line in education],
            "skills": person.skill_ids.mapped("name") if self.show_skills else [],
            "answer": self.answer,
            "until": format_date(self.env, self.expires_at, date_format="long"),
            "company_id": self.company_id.id,
            "company_name": self.company_id.name,
        }

    def _shown_name(self):
        name = self.candidate_id.name or ""
        if self.is_blind or self.show_name == "none":
            return self.env._("Candidate %s", self.id)
        if self.show_name == "initials":
            return " ".join(f"{word[0].upper()}." for word in name.split() if word[0].isalpha())
        return name

    def _work_row(self, line):
        years = [str(moment.year) for moment in (line.date_start, line.date_end) if moment]
        if line.date_start and not line.date_end:
            years.append(self.env._("today"))
        return {
            "title": self._clean(line.name),
            "place": "" if self.is_blind else self._clean(line.employer),
            "years": " – ".join(dict.fromkeys(years)),
            "text": self._clean(line.description),
        }

    def _education_row(self, line):
        return {"title": self._clean(line.name), "place": "" if self.is_blind else self._clean(line.employer)}

    def _clean(self, text):
        """Return a text without what must not be read, whoever typed it."""
        if not text:
            return ""
        person = self.candidate_id
        hidden = () if self.show_name == "full" and not self.is_blind else (person.name,)
        employers = person.resume_line_ids.mapped("employer") if self.is_blind else []
        return redact(text, [name for name in (*hidden, *employers) if name])
