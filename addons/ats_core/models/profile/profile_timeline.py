from odoo import api, fields, models
from odoo.tools import html2plaintext

LENGTH = 60
EXCERPT = 280
# What of the journal a recruiter reads as the person's history, and under which chip.
TOLD = {
    "application.created": "application",
    "application.resubmitted": "application",
    "application.refused": "application",
    "application.withdrawn": "application",
    "application.reopened": "application",
    "application.archived": "application",
    "application.hired": "application",
    "document.received": "file",
    "interview.scheduled": "interview",
    "interview.rescheduled": "interview",
    "interview.cancelled": "interview",
    "scorecard.submitted": "interview",
    "offer.sent": "offer",
    "offer.viewed": "offer",
    "offer.accepted": "offer",
    "offer.declined": "offer",
    "offer.expired": "offer",
    "offer.withdrawn": "offer",
    "profile.shared": "file",
    "profile.answered": "file",
}
OF_PERSON = ("profile.shared", "profile.answered")
ICONS = {
    "application": "fa-briefcase",
    "stage": "fa-long-arrow-right",
    "message": "fa-envelope-o",
    "note": "fa-sticky-note-o",
    "interview": "fa-comments-o",
    "offer": "fa-handshake-o",
    "file": "fa-file-text-o",
}


class AtsCandidate(models.Model):
    """One timeline of a person: applications, mails, interviews, offers, notes; the newest first.

    It has what the reader may see of applications by the record rules, and takes the same number
    of queries however many there are.
    """

    _inherit = "ats.candidate"

    timeline = fields.Html(compute="_compute_timeline", sanitize=False)

    @api.depends_context("uid", "lang", "tz", "allowed_company_ids")
    def _compute_timeline(self):
        for person in self:
            entries = person._timeline_entries() if person.id else []
            person.timeline = self.env["ir.qweb"]._render(
                "ats_core.profile_timeline",
                {"entries": entries, "chips": self._timeline_chips(entries), "person": person, "icons": ICONS},
            )

    @api.model
    def _timeline_chips(self, entries):
        """Return the chips that would show something: ``(kind, label)``."""
        kinds = {"application" if entry["kind"] == "stage" else entry["kind"] for entry in entries}
        labels = [
            ("application", self.env._("Applications")),
            ("message", self.env._("Messages")),
            ("interview", self.env._("Interviews")),
            ("offer", self.env._("Offers")),
            ("note", self.env._("Notes")),
            ("file", self.env._("Documents")),
        ]
        return [("all", self.env._("All"))] + [(kind, label) for kind, label in labels if kind in kinds]

    def _timeline_entries(self):
        """Return the newest entries: dicts with ``at``, ``kind``, ``text``, ``job``, ``applicant_id``, ``words``."""
        self.ensure_one()
        applicants = self._readable_applications()
        entries = [
            *self._timeline_of_events(applicants),
            *self._timeline_of_stays(applicants),
            *self._timeline_of_messages(applicants),
            *self._timeline_of_notes(),
        ]
        return sorted(entries, key=lambda entry: entry["at"], reverse=True)[:LENGTH]

    def _readable_applications(self):
        applicants = self.env["hr.applicant"].with_context(active_test=False)
        if not applicants.has_access("read"):
            return applicants
        return applicants.search_fetch(
            [("ats_candidate_id", "=", self.id)], ["job_id", "ats_state", "stage_id", "create_date"], order="id desc"
        )

    def _timeline_of_events(self, applicants):
        mine = [
            "|",
            ("applicant_id", "in", applicants.ids),
            *("&", "&"),
            ("candidate_id", "=", self.id),
            ("applicant_id", "=", False),
            ("type", "in", OF_PERSON),  # what an application told that is gone now is gone as well
        ]
        events_sudo = self.env["ats.event"].sudo().search([("type", "in", list(TOLD)), *mine], limit=LENGTH)
        seen_offers = self._readable_offers(events_sudo)
        labels = dict(self.env["ats.event"]._fields["type"]._description_selection(self.env))
        return [
            self._entry(event.occurred_at, TOLD[event.type], labels[event.type], event.applicant_id)
            for event in events_sudo
            if TOLD[event.type] != "offer" or event.res_id in seen_offers
        ]

    def _readable_offers(self, events_sudo):
        """Return the ids of the offers of these events that the reader may see."""
        offers = self.env["ats.offer"].with_context(active_test=False)
        ids = [event.res_id for event in events_sudo if event.res_model == offers._name]
        return set(offers.search([("id", "in", ids)]).ids) if ids and offers.has_access("read") else set()

    def _timeline_of_stays(self, applicants):
        stays = self.env["ats.stage.log"]
        if not stays.has_access("read"):
            return []
        rows = stays.search([("applicant_id", "in", applicants.ids)], order="id desc", limit=LENGTH)
        return [
            self._entry(stay.entered_at, "stage", self.env._("In %s", stay.stage_id.name or "–"), stay.applicant_id)
            for stay in rows
        ]

    def _timeline_of_messages(self, applicants):
        """Messages with the candidate, and notes of colleagues; no notice of a changed field."""
        messages_sudo = (
            self.env["mail.message"]
            .sudo()
            .search(
                [
                    *["|", "&", ("model", "=", "hr.applicant"), ("res_id", "in", applicants.ids)],
                    *["&", ("model", "=", "ats.candidate"), ("res_id", "=", self.id)],
                    "|",
                    ("ats_with_candidate", "!=", False),
                    "&",
                    ("message_type", "=", "comment"),
                    ("subtype_id", "=", self.env.ref("mail.mt_note").id),
                ],
                order="id desc",
                limit=LENGTH,
            )
        )
        known = {applicant.id: applicant for applicant in applicants}
        none = applicants.browse()
        return [
            self._entry(
                message.date,
                "message" if message.ats_with_candidate else "note",
                self._message_title(message),
                known.get(message.res_id, none) if message.model == "hr.applicant" else none,
                words=html2plaintext(message.body or "").strip()[:EXCERPT],
            )
            for message in messages_sudo
        ]

    def _timeline_of_notes(self):
        """The notes that the record rules let the reader see, with who else may."""
        if not self.env["ats.candidate.note"].has_access("read"):
            return []
        readers = {"recruiters": self.env._("Recruiters only"), "author": self.env._("Only you read this")}
        notes = self.env["ats.candidate.note"].search([("candidate_id", "=", self.id)], limit=LENGTH)
        return [
            {
                **self._entry(
                    note.create_date,
                    "note",
                    self.env._("Note by %s", note.sudo().create_uid.name or self.env._("System")),
                    self.env["hr.applicant"],
                    words=html2plaintext(note.body or "").strip()[:EXCERPT],
                ),
                "readers": readers.get(note.visibility, ""),
            }
            for note in notes
        ]

    def _message_title(self, message):
        if message.ats_with_candidate == "from":
            return self.env._("Wrote to us")
        author = message.author_id.name or self.env._("System")
        if message.ats_with_candidate:
            return self.env._("%s wrote to them", author)
        return self.env._("Note by %s", author)

    @api.model
    def _entry(self, at, kind, text, applicant, words=""):
        job = applicant.sudo().job_id.name or ""
        return {"at": at, "kind": kind, "text": text, "job": job, "applicant_id": applicant.id, "words": words}
