from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import format_date, format_datetime

# One visit: opening the same profile again within it is not written down twice.
A_VISIT = timedelta(minutes=30)


class AtsCandidate(models.Model):
    """Who has looked at the profile, and why we still have it."""

    _inherit = "ats.candidate"

    seen_by = fields.Char("Seen by", compute="_compute_seen_by")
    retention_words = fields.Char("Kept", compute="_compute_retention_words")

    def web_read(self, specification):
        """Opening the profile is an event; lists and other screens do not ask who has seen it."""
        if "seen_by" in specification and len(self) == 1 and self.id and not self.env.su:
            self._record_view()
        return super().web_read(specification)

    def _record_view(self):
        self.check_access("read")
        events_sudo = self.env["ats.event"].sudo()
        since = fields.Datetime.now() - A_VISIT
        mine = [("type", "=", "candidate.viewed"), ("candidate_id", "=", self.id), ("actor_id", "=", self.env.uid)]
        if not events_sudo.search_count([*mine, ("occurred_at", ">", since)], limit=1):
            self.env["ats.event"]._record("candidate.viewed", candidate=self)

    @api.depends_context("uid", "lang", "tz")
    def _compute_seen_by(self):
        rows = (
            self.env["ats.event"]
            .sudo()
            ._read_group(
                [("type", "=", "candidate.viewed"), ("candidate_id", "in", self.ids)],
                ["candidate_id"],
                ["actor_id:count_distinct", "occurred_at:max"],
            )
        )
        found = {person.id: (count, last) for person, count, last in rows}
        for person in self:
            count, last = found.get(person.id, (0, None))
            when = last and format_datetime(self.env, last, dt_format="short")
            if count == 1:
                person.seen_by = self.env._("1 person, last %s", when)
            else:
                person.seen_by = last and self.env._("%(count)s people, last %(when)s", count=count, when=when)

    @api.depends("retention_until", "legal_hold", "consent_ids")
    @api.depends_context("uid", "lang")
    def _compute_retention_words(self):
        """Return until when the person is kept and for which reason."""
        for person in self:
            person.retention_words = person._retention_words()

    def _retention_words(self):
        person_sudo = self.sudo()
        if person_sudo.legal_hold:
            return self.env._("Until the legal hold is lifted")
        if person_sudo.retention_until:
            day = format_date(self.env, person_sudo.retention_until)
            if person_sudo._ats_consents("retention"):
                return self.env._("Until %s, as the person agreed", day)
            return self.env._("Until %s, by the company's rule", day)
        if any(row.ats_state == "ongoing" for row in person_sudo.application_ids):
            return self.env._("As long as an application is open")
        if person_sudo._ats_consents("talent_pool"):
            return self.env._("For other jobs, until the person takes the agreement back")
        return self.env._("No end is set")
