from odoo import api, fields, models
from odoo.tools import format_date

from ..merge.ats_duplicate import REASONS

SIMILAR = 5


class AtsCandidate(models.Model):
    """What stands left and right of the timeline: what the person can do, and what we have of them."""

    _inherit = "ats.candidate"

    background = fields.Html(compute="_compute_background", sanitize=False)
    possession = fields.Html("What We Have", compute="_compute_possession", sanitize=False)
    chips = fields.Json(compute="_compute_chips")
    address_proven = fields.Boolean("Address Confirmed", compute="_compute_address_proven")

    @api.depends("email_normalized")
    def _compute_address_proven(self):
        """Whether an application from this very address has proven it."""
        for person in self:
            person.address_proven = bool(person.email_normalized) and bool(
                self.env["hr.applicant"]
                .sudo()
                .with_context(active_test=False)
                .search_count(
                    [
                        ("ats_candidate_id", "=", person.id),
                        ("email_normalized", "=", person.email_normalized),
                        ("ats_address_proven", "=", True),
                    ],
                    limit=1,
                )
            )

    @api.depends("resume_line_ids", "own_skill_ids")
    @api.depends_context("uid", "lang")
    def _compute_background(self):
        for person in self:
            lines = person.resume_line_ids
            person.background = self.env["ir.qweb"]._render(
                "ats_core.profile_background",
                {
                    "work": lines.filtered(lambda line: line.kind == "work"),
                    "education": lines.filtered(lambda line: line.kind == "education"),
                    "other": lines.filtered(lambda line: line.kind == "other"),
                    "skills": person._skill_groups(),
                },
            )

    @api.depends_context("uid", "lang")
    def _compute_possession(self):
        states = dict(self.env["hr.applicant"]._fields["ats_state"]._description_selection(self.env))
        for person in self:
            applicants = person._readable_applications() if person.id else self.env["hr.applicant"]
            person.possession = self.env["ir.qweb"]._render(
                "ats_core.profile_possession",
                {
                    "applications": applicants.filtered("job_id"),
                    "states": states,
                    "documents": person._newest_documents(applicants),
                    "duplicates": person._similar_people(),
                },
            )

    def _newest_documents(self, applicants):
        """Return the readable documents, the newest of each kind and name with how many versions there are."""
        documents = self.env["ats.document"]
        if not applicants or not documents.has_access("read"):
            return []
        rows = documents.search_fetch(
            [("applicant_id", "in", applicants.ids)],
            ["name", "kind", "version", "received_at", "attachment_id"],
            order="received_at desc, id desc",
        )
        kinds = dict(documents._fields["kind"]._description_selection(self.env))
        newest = {}
        for row in rows:
            newest.setdefault((row.kind, row.name), {"row": row, "kind": kinds[row.kind], "versions": 0})[
                "versions"
            ] += 1
        return list(newest.values())

    def _similar_people(self):
        """Return people who may be the same, with the reason in words."""
        pairs = self.env["ats.duplicate"]
        if not self.id or not pairs.has_access("read"):
            return []
        reasons = dict(REASONS) | dict(pairs._fields["reason"]._description_selection(self.env))
        rows = pairs.search(self._duplicate_domain(), limit=SIMILAR)
        return [
            {"id": pair.id, "other": pair.other_id if pair.one_id == self else pair.one_id, "why": reasons[pair.reason]}
            for pair in rows
        ]

    @api.depends("do_not_contact", "legal_hold", "consent_ids", "merged_into_id")
    @api.depends_context("uid", "lang")
    def _compute_chips(self):
        """What a recruiter must know before doing anything: dicts with ``text``, ``level``."""
        for person in self:
            chips = []
            if person.do_not_contact:
                chips.append({"text": self.env._("Do not contact"), "level": "danger"})
            if person.legal_hold:
                chips.append({"text": self.env._("Legal hold"), "level": "warning"})
            chips += [{"text": pool.name, "level": "info"} for pool in person.talent_pool_ids]
            chips += [{"text": text, "level": "light"} for text in person._consent_words()]
            person.chips = chips

    def _consent_words(self):
        """Return the purposes that the person agreed to and has not taken back, with the day."""
        purposes = {
            "talent_pool": self.env._("May be told about jobs, since %s"),
            "retention": self.env._("May be kept, since %s"),
        }
        words = {}
        for consent in self.sudo().consent_ids:
            if consent.purpose in purposes and not consent.withdrawn_at:
                words.setdefault(
                    consent.purpose, purposes[consent.purpose] % format_date(self.env, consent.given_at.date())
                )
        return list(words.values())
