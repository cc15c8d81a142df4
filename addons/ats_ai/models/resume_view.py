from odoo import models

# How many lines of a document the screen draws; what comes after is in the file.
MAX_LINES = 1500


class HrApplicant(models.Model):
    """The document and what was read in it, side by side."""

    _inherit = "hr.applicant"

    def action_ats_compare_resume(self):
        """Open the newest résumé beside the facts that were read in it."""
        self.ensure_one()
        return {
            "type": "ir.actions.client",
            "tag": "ats_ai.resume_compare",
            "name": self.env._("Résumé and Facts"),
            "params": {"applicant_id": self.id},
        }

    def ats_read_resume(self):
        """Return the newest résumé for the screen that shows it beside its facts.

        :rtype: dict
        """
        self.ensure_one()
        self.check_access("read")
        if self not in self._ats_sees_match():
            return {"resume": False, "name": self.partner_name}
        resumes = self.env["ats.resume"].search([("applicant_id", "=", self.id)])
        current = self._ats_current_resume() & resumes or resumes.sorted("id")[-1:]
        if not current:
            return {"resume": False, "name": self.partner_name}
        return {"name": self.partner_name, **current._for_screen()}


class AtsResume(models.Model):
    _inherit = "ats.resume"

    def _for_screen(self):
        """Return the lines of the document with their places, and the facts with their spans."""
        document_sudo = self.sudo().document_id
        layout = document_sudo.layout or {}
        text = document_sudo.text or ""
        facts = self.sudo().facts or {}
        return {
            "resume": self.id,
            "state": self.state,
            "language": self.language,
            "document": document_sudo.name,
            "url": f"/web/content/{document_sudo.attachment_id.id}?download=true",
            "pages": layout.get("pages") or [],
            "lines": [
                {"start": line[0], "text": text[line[0] : line[1]], "page": line[2], "box": line[3:7]}
                for line in (layout.get("lines") or [])[:MAX_LINES]
            ],
            "text": text[:60_000],
            "groups": self._groups(facts),
            "flags": self._flag_rows(facts),
            "may_correct": self.env["hr.applicant"]._ats_is_recruiter(),
        }

    def _groups(self, facts):
        """Return the facts in groups: label, value, confidence, place, and the path to correct it."""
        words = {
            "name": self.env._("Name"),
            "email": self.env._("E-mail"),
            "phone": self.env._("Phone"),
            "city": self.env._("City"),
        }
        basics = [_row(label, facts.get(name), name) for name, label in words.items() if facts.get(name)]
        basics += [_row(self.env._("Link"), link, "") for link in facts.get("links") or []]
        groups = [{"title": self.env._("Person"), "rows": basics}]
        titles = {"work": self.env._("Work"), "education": self.env._("Education")}
        for kind, title in titles.items():
            for number, entry in enumerate(facts.get(kind) or []):
                groups.append({"title": title, "rows": self._entry_rows(entry, f"{kind}/{number}")})
        skills = [*(facts.get("skills") or []), *(facts.get("listed_skills") or [])]
        chips = {skill["name"].casefold(): skill for skill in reversed(skills)}
        rows = [_row("", {**skill, "value": skill["name"]}, "") for skill in reversed(chips.values())]
        groups.append({"title": self.env._("Skills"), "rows": rows, "chips": True})
        rows = [_row("", fact, "") for fact in facts.get("languages") or []]
        groups.append({"title": self.env._("Languages"), "rows": rows, "chips": True})
        return [group for group in groups if group["rows"]]

    def _entry_rows(self, entry, path):
        work = entry["kind"] == "work"
        labels = [
            ("title", self.env._("Title") if work else self.env._("Degree")),
            ("organisation", self.env._("Employer") if work else self.env._("School")),
            ("area", self.env._("Area")),
            ("start", self.env._("From")),
            ("end", self.env._("To")),
        ]
        return [
            _row(label, {**entry, "value": entry[name]}, f"{path}/{name}") for name, label in labels if entry.get(name)
        ]

    def _flag_rows(self, facts):
        """Return what was noticed about the document, in words. A hint, never a reason to refuse."""
        words = {
            "hidden_text": self.env._("The file holds words that nobody sees. They were left out."),
            "keyword_stuffing": self.env._("A word is repeated far more often than anybody says it."),
            "instruction": self.env._("A sentence tells programs what to do. It was left out."),
        }
        return [
            {"text": words[flag["kind"]], "quote": flag["span"]["quote"]}
            for flag in facts.get("flags") or []
            if flag["kind"] in words
        ]


def _row(label, fact, path):
    span = fact.get("span") or {}
    return {
        "label": label,
        "value": fact.get("value") or "",
        "sure": round((fact.get("confidence") or 0) * 100),
        "corrected": bool(fact.get("corrected")),
        "quote": span.get("quote") or "",
        "start": span.get("start") or 0,
        "end": span.get("end") or 0,
        "path": path,
    }
