import calendar
from datetime import date

from odoo import Command, fields, models
from odoo.exceptions import UserError

from odoo.addons.ats_core.enqueue import ats_enqueue


class HrApplicantSkill(models.Model):
    _inherit = "hr.applicant.skill"

    ats_parsed = fields.Boolean(
        "From the Résumé", readonly=True, help="Read in the résumé; nobody confirmed the level."
    )


class HrSkill(models.Model):
    _inherit = "hr.skill"

    def _ats_parsed_vals(self):
        """Return the values of a skill line read in a résumé; none for a type out of use."""
        self.ensure_one()
        levels = self.skill_type_id.skill_level_ids
        level = levels.filtered("default_level")[:1] or levels[:1]
        if not level or not self.skill_type_id.active:
            return {}
        return {
            "skill_id": self.id,
            "skill_type_id": self.skill_type_id.id,
            "skill_level_id": level.id,
            "ats_parsed": True,
        }


class HrApplicant(models.Model):
    """What the facts of a résumé fill: only what is empty, never what a person typed."""

    _inherit = "hr.applicant"

    ats_resume_ids = fields.One2many("ats.resume", "applicant_id", "Parsed Résumés")

    def _ats_current_resume(self):
        """Return the newest résumé that the application may be filled with."""
        self.ensure_one()
        resumes = self.sudo().ats_resume_ids.sorted(lambda resume: resume.document_id.version)
        return resumes.filtered(lambda resume: resume._is_trusted())[-1:]

    def _ats_use_resume(self):
        """Fill application and candidate from the newest résumé; a second run changes nothing."""
        for applicant_sudo in self.sudo().exists():
            resumes = applicant_sudo.ats_resume_ids
            resume = applicant_sudo._ats_current_resume()
            (resumes - resume).filtered(lambda other: not other._is_trusted()).state = "held"
            if not resume:
                continue
            resume.state = "used"
            applicant_sudo._ats_take_skills(resume)
            applicant_sudo._ats_fill_empty(resume)
            if resume._is_trusted_for_candidate():
                applicant_sudo.ats_candidate_id._ats_take_facts(resume)

    def _ats_take_skills(self, resume):
        """Add the skills that the application does not have, at the default level of their type.

        Of two skills with the same name in two types the job's own one is taken.
        """
        self.ensure_one()
        known = {skill._ats_key() for skill in self.applicant_skill_ids.skill_id}
        asked = {skill._ats_key(): skill for skill in self.job_id.current_job_skill_ids.skill_id}
        found = self.env["hr.skill"].browse(resume._skill_quotes()).exists()
        commands = []
        for key, skill in {skill._ats_key(): skill for skill in found}.items():
            vals = asked.get(key, skill)._ats_parsed_vals()
            if vals and key not in known:
                commands.append(Command.create(vals))
        if commands:
            self.write({"applicant_skill_ids": commands})

    def _ats_fill_empty(self, resume):
        """Fill the empty contact fields; the e-mail is the candidate's own and never changes."""
        self.ensure_one()
        found = {
            "partner_phone": resume._phone(),
            "linkedin_profile": resume._link("linkedin"),
        }
        empty = {name: value for name, value in found.items() if value and not self[name]}
        if empty:
            self.with_context(mail_notrack=True).write(empty)

    def _ats_prove_address(self):
        """What waited for the proof is used now."""
        unproven = self.filtered(lambda applicant: not applicant.ats_address_proven)
        result = super()._ats_prove_address()
        for applicant_sudo in unproven.sudo().filtered("ats_resume_ids"):
            ats_enqueue(
                applicant_sudo,
                "_ats_use_resume",
                channel="root.parse",
                key=f"applicant:{applicant_sudo.id}:facts",
            )
        return result

    def action_ats_read_again(self):
        """Read the résumés of these applications once more, in the background."""
        self._ats_check_decides()
        documents = self.ats_document_ids.sudo().filtered(lambda document: document.kind == "resume")
        if not documents:
            raise UserError(self.env._("There is no résumé to read. Add the file first."))
        unread = documents.filtered(lambda document: not document._enqueue_parse())
        if unread:
            unread.action_retry_text()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "info",
                "message": self.env._("The résumé is being read. Reload the page in a moment."),
            },
        }


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _ats_take_facts(self, resume):
        """Keep profile and experience of a résumé, unless a person typed the experience."""
        self.ensure_one()
        self.profile = resume._profile()
        if not self.city and resume._fact("city"):
            self.city = resume._fact("city")
        lines = self.resume_line_ids
        if lines.filtered(lambda line: line.origin == "typed"):
            return
        lines.unlink()
        self.env["ats.candidate.resume.line"].create(
            [
                {
                    **values,
                    "candidate_id": self.id,
                    "applicant_id": resume.applicant_id.id,
                    "origin": "parsed",
                }
                for values in resume._line_vals()
            ]
        )


class AtsResume(models.Model):
    _inherit = "ats.resume"

    def _phone(self):
        fact = (self.facts or {}).get("phone")
        return (fact["detail"] or fact["value"]) if fact else ""

    def _profile(self):
        """Return the facts in the shape of JSON Resume 1.2.1."""
        facts = self.facts or {}
        basics = {
            "name": self._fact("name"),
            "email": self._fact("email"),
            "phone": self._phone(),
            "url": self._link("site"),
            "location": {"city": self._fact("city")} if self._fact("city") else None,
            "profiles": [
                {"network": link["detail"], "url": link["value"]}
                for link in facts.get("links") or []
                if link["detail"] != "site"
            ],
        }
        return {
            "basics": {name: value for name, value in basics.items() if value},
            "work": [
                _dated(entry, name=entry["organisation"], position=entry["title"]) for entry in facts.get("work") or []
            ],
            "education": [
                _dated(
                    entry,
                    institution=entry["organisation"],
                    studyType=entry["title"],
                    area=entry["area"],
                )
                for entry in facts.get("education") or []
            ],
            "skills": [{"name": skill["name"]} for skill in facts.get("skills") or []],
            "languages": [{"language": fact["value"]} for fact in facts.get("languages") or []],
        }

    def _line_vals(self):
        """Return the values of experience lines; an entry without any name is left out."""
        facts = self.facts or {}
        values = []
        for entry in (*(facts.get("work") or ()), *(facts.get("education") or ())):
            name = ", ".join(part for part in (entry["title"], entry["area"]) if part)
            if name or entry["organisation"]:
                values.append(
                    {
                        "kind": entry["kind"],
                        "name": name or entry["organisation"],
                        "employer": entry["organisation"] if name else False,
                        "date_start": _first_day(entry["start"]),
                        "date_end": _last_day(entry["end"]),
                        "description": entry["description"] or False,
                    }
                )
        return values


def _dated(entry, **values):
    values |= {"startDate": entry["start"], "summary": entry["description"]}
    values["endDate"] = "" if entry["end"] == "present" else entry["end"]
    return {name: value for name, value in values.items() if value}


def _first_day(value):
    year, _dash, month = value.partition("-")
    return date(int(year), int(month or 1), 1) if year.isdigit() else False


def _last_day(value):
    year, _dash, month = value.partition("-")
    if not year.isdigit():
        return False
    last_month = int(month or 12)
    return date(int(year), last_month, calendar.monthrange(int(year), last_month)[1])
