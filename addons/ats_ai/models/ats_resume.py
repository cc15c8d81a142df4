from odoo import api, fields, models

from ..lib.ats_resume import PARSER_VERSION, parse


class AtsResume(models.Model):
    """What was read in a document: every fact with its confidence and its place in the text."""

    _name = "ats.resume"
    _description = "Parsed Résumé"
    _order = "parsed_at desc, id desc"
    _rec_name = "document_id"

    document_id = fields.Many2one("ats.document", required=True, readonly=True, ondelete="cascade", index=True)
    applicant_id = fields.Many2one(
        "hr.applicant", "Application", required=True, readonly=True, ondelete="cascade", index=True
    )
    candidate_id = fields.Many2one(
        "ats.candidate",
        related="applicant_id.ats_candidate_id",
        store=True,
        index="btree_not_null",
    )
    company_id = fields.Many2one(related="applicant_id.company_id")
    facts = fields.Json(readonly=True, prefetch=False)
    language = fields.Char(readonly=True)
    parser_version = fields.Char(required=True, readonly=True)
    parsed_at = fields.Datetime(required=True, readonly=True, default=fields.Datetime.now)
    state = fields.Selection(
        [("read", "Read"), ("used", "Used"), ("held", "Waiting for a confirmed address")],
        required=True,
        readonly=True,
        default="read",
        help="Facts of an unconfirmed sender are shown, but written nowhere.",
    )

    _document_uniq = models.UniqueIndex("(document_id)", "This document has been read already.")

    @api.model
    def _read_document(self, document_sudo):
        """Parse the text of a document and keep the facts; a second reading replaces the first."""
        region = document_sudo.company_id.country_id.code or ""
        parsed = parse(
            document_sudo.text or "",
            layout=document_sudo.layout or None,
            catalogue=self.env["hr.skill"]._ats_catalogue(),
            region=region,
        )
        values = {
            "facts": parsed.as_dict(),
            "language": parsed.language,
            "parser_version": PARSER_VERSION,
            "parsed_at": fields.Datetime.now(),
            "state": "read",
        }
        resume_sudo = self.sudo().search([("document_id", "=", document_sudo.id)])
        if resume_sudo:
            values["facts"] = resume_sudo._keep_corrections(values["facts"])
            resume_sudo.write(values)
            return resume_sudo
        return resume_sudo.create(
            {
                **values,
                "document_id": document_sudo.id,
                "applicant_id": document_sudo.applicant_id.id,
            }
        )

    def _is_own_submission(self):
        """Tell whether the file came with the application itself (the same transaction)."""
        self.ensure_one()
        return self.document_id.create_date == self.applicant_id.create_date

    def _is_trusted(self):
        """Tell whether the application may be filled with these facts.

        A file that an unproven sender added to an application later stays a suggestion.
        """
        self.ensure_one()
        document = self.document_id
        return document.origin == "internal" or document.proven or self._is_own_submission()

    def _is_trusted_for_candidate(self):
        """Tell whether the person's record may be filled: it may belong to somebody else than
        the unproven sender when it has other applications."""
        self.ensure_one()
        document, applicant = self.document_id, self.applicant_id
        if document.origin == "internal" or document.proven:
            return True
        alone = len(applicant.ats_candidate_id.application_ids) <= 1
        return self._is_own_submission() and (applicant.ats_address_proven or alone)

    def _fact(self, name):
        """Return the value of a single fact, or an empty string."""
        fact = (self.facts or {}).get(name)
        return fact["value"] if fact else ""

    def _link(self, kind):
        links = (self.facts or {}).get("links") or []
        return next((link["value"] for link in links if link["detail"] == kind), "")

    def _skill_quotes(self):
        """Return ``{skill id: the words that show it}``."""
        skills = (self.facts or {}).get("skills") or []
        return {int(skill["key"]): skill["span"]["quote"] for skill in skills}
