from odoo import fields, models
from odoo.tools import html2plaintext

JSON_RESUME = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


class AtsCandidate(models.Model):
    """A copy of what we have about a person, for that person."""

    _inherit = "ats.candidate"

    def _export(self, applications, *, with_person=True):
        """Return all data of the person as plain values, ready for JSON.

        :param applications: the applications that whoever asks has proven to be the own ones
        :param bool with_person: also what hangs on the person and not on one application; only
            for who has proven the person's own address
        """
        self.ensure_one()
        person = self.sudo() if with_person else self.sudo().browse()
        applications_sudo = applications.sudo().with_context(active_test=False)
        self.env["ats.event"]._record("privacy.exported", candidate=self)
        return {
            "exported_at": _stamp(fields.Datetime.now()),
            "company": self.sudo().company_id.name,
            "resume": person._json_resume() if person else {},
            "applications": [application._export_application() for application in applications_sudo],
            "consents": [consent._export_consent() for consent in person.consent_ids],
            "talent_pools": person.talent_pool_ids.mapped("name"),
            "links": [{"kind": link.kind, "url": link.url} for link in person.link_ids],
            "skills_typed": [skill._export_skill() for skill in person.own_skill_ids],
            "requests": [request._export_request() for request in applications_sudo._ats_privacy_requests()],
            **person._export_sections(applications_sudo),
        }

    def _export_sections(self, applications):
        """Hook: further sections of the export, by name. ``self`` may be empty."""
        return {}

    def _json_resume(self):
        """Return the profile in the shape of JSON Resume 1.0.0."""
        self.ensure_one()
        profile = dict(self.profile or {})
        basics = {
            "name": self.name,
            "label": self.headline,
            "email": self.email,
            "phone": self.phone,
            "url": self.linkedin,
            "location": {"city": self.city} if self.city else None,
        }
        known = {name: value for name, value in basics.items() if value}
        lines = self.resume_line_ids
        sections = {
            "work": [line._json_resume_line("name", "position") for line in lines if line.kind == "work"],
            "education": [line._json_resume_line("institution", "area") for line in lines if line.kind == "education"],
            "skills": [{"name": skill.name} for skill in self.skill_ids],
        }
        found = {name: rows for name, rows in sections.items() if rows and not profile.get(name)}
        return {"$schema": JSON_RESUME, **profile, "basics": {**(profile.get("basics") or {}), **known}, **found}


class AtsCandidateResumeLine(models.Model):
    _inherit = "ats.candidate.resume.line"

    def _json_resume_line(self, where, what):
        values = {
            where: self.employer,
            what: self.name,
            "startDate": self.date_start and fields.Date.to_string(self.date_start),
            "endDate": self.date_end and fields.Date.to_string(self.date_end),
            "summary": self.description,
        }
        return {name: value for name, value in values.items() if value}


class AtsCandidateSkill(models.Model):
    _inherit = "ats.candidate.skill"

    def _export_skill(self):
        return {
            "kind": self.skill_type_id.name,
            "name": self.skill_id.name,
            "level": self.skill_level_id.name or "",
            "years": self.years or None,
            "last_used": self.last_used or None,
        }


class AtsConsent(models.Model):
    _inherit = "ats.consent"

    def _export_consent(self):
        return {
            "purpose": self.purpose,
            "text_version": self.text_version,
            "given_at": _stamp(self.given_at),
            "withdrawn_at": _stamp(self.withdrawn_at),
        }


class AtsPrivacyRequest(models.Model):
    _inherit = "ats.privacy.request"

    def _export_request(self):
        return {
            "kind": self.kind,
            "state": self.state,
            "received_at": _stamp(self.received_at),
            "words": self.note or "",
            "answer": self.answer or "",
        }


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_privacy_requests(self):
        """Return the privacy requests that the candidate made through these applications, elevated."""
        asked = [("applicant_id", "in", self.ids), ("kind", "!=", "retention")]
        return self.env["ats.privacy.request"].sudo().search(asked, order="id")

    def _export_application(self):
        """Return one application as its candidate may have it: an allow-list."""
        self.ensure_one()
        return {
            "job": self.job_id.name or "",
            "company": self._ats_company().name,
            "applied_at": _stamp(self.create_date),
            "status": self.ats_public_status,
            "name": self.partner_name or "",
            "email": self.email_from or "",
            "phone": self.partner_phone or "",
            "linkedin": self.linkedin_profile or "",
            "language": self.ats_lang or "",
            "time_zone": self.ats_tz or "",
            "timeline": [{"at": _stamp(entry["at"]), "text": entry["text"]} for entry in self._ats_timeline()],
            "documents": [
                {
                    "name": document.name,
                    "kind": document.kind,
                    "version": document.version,
                    "received_at": _stamp(document.received_at),
                    "sha256": document.sha256 or "",
                }
                for document in self.ats_document_ids
                if document.origin == "candidate"
            ],
            "messages": [
                {
                    "at": _stamp(message.date),
                    "from": "candidate" if message.ats_with_candidate == "from" else "company",
                    "text": html2plaintext(message.body or ""),
                }
                for message in self._ats_conversation()
            ],
            "automated_steps": [
                {"at": _stamp(step.get("at")), "title": step["title"], "text": step["text"]}
                for step in self._ats_automated_steps()
            ],
        }


def _stamp(moment):
    """Write a moment in UTC as ISO 8601."""
    return f"{moment.isoformat(timespec='seconds')}Z" if moment else None
