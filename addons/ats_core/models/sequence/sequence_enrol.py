from odoo import fields, models
from odoo.exceptions import AccessError

from .ats_sequence import KIND

RECRUITER = "hr_recruitment.group_hr_recruitment_user"


class AtsSequence(models.Model):
    """Who comes into a sequence, and what stands against it."""

    _inherit = "ats.sequence"

    def _enrol(self, people, *, again=False):
        """Put people into the sequence; who may not be written to, or is in it, is left out.

        :param people: ``ats.candidate`` records
        :param bool again: also those who have been in it before
        :return: the new enrolments, and ``{candidate: {code: sentence}}`` of those left out
        """
        self.ensure_one()
        self.check_access("read")
        people.check_access("read")
        if not self.env.su and not self.env.user.has_group(RECRUITER):
            raise AccessError(self.env._("Only recruiters put people into a sequence."))
        blockers = self._enrol_blockers(people, again=again)
        left_out = {person: why for person, why in blockers.items() if why}
        welcome = people.filtered(lambda person: person not in left_out)
        zones = welcome._time_zones()
        enrolments_sudo = self.env["ats.sequence.enrolment"].sudo()
        enrolments_sudo.flush_model(["state"])  # who was stopped just now may come in again
        enrolments = enrolments_sudo.create(
            [
                {
                    "sequence_id": self.id,
                    "candidate_id": person.id,
                    "tz": zones.get(person.id),
                    "enrolled_by_id": self.env.uid,
                }
                for person in welcome
            ]
        )
        enrolments._plan()
        self.env["ats.event"]._record_many(
            [
                {
                    "type": "sequence.enrolled",
                    "candidate": enrolment.candidate_id,
                    "res": enrolment,
                    "payload": {"sequence": self.id},
                }
                for enrolment in enrolments
            ]
        )
        if enrolments and self.state == "running":
            self._wake_runner()
        return enrolments.with_env(self.env), left_out

    def _enrol_blockers(self, people, *, again=False):
        """Say for each person why they do not come into the sequence.

        :return: ``{candidate: {code: sentence}}``, one entry for each
        """
        blockers = self._blockers(people)
        enrolled = self.sudo().enrolment_ids.filtered(lambda row: row.candidate_id.id in people.ids)
        inside = set(enrolled.filtered(lambda row: row.state == "active").candidate_id.ids)
        before = set(enrolled.candidate_id.ids) - inside
        for person in people:
            if person.id in inside:
                blockers[person]["in_it"] = self.env._("Is in it already.")
            elif person.id in before and not again:
                blockers[person]["been_in_it"] = self.env._("Has been in it before.")
        return blockers

    def _blockers(self, people):
        """Say for each person why the sequence may not write to them now; asked again before each step.

        A constant number of queries.

        :return: ``{candidate: {code: sentence}}``, one entry for each
        """
        self.ensure_one()
        people_sudo = people.sudo()
        blockers = {person: dict(why) for person, why in people._ats_mail_blockers(KIND).items()}
        in_procedure, bounced = people_sudo._in_procedure(), people_sudo._bounced()
        for person in people:
            why = blockers[person]
            if person.id in in_procedure:
                why["applied"] = self.env._("Is in a selection procedure now.")
            if person.id in bounced:
                why["bounced"] = self.env._("The last mail to this address came back.")
        return self._structural_blockers(people_sudo, blockers)

    def _structural_blockers(self, people, blockers):
        for person in people:
            why = blockers[person]
            if not person.active:
                why["archived"] = self.env._("Is archived.")
            if person.company_id != self.company_id.root_id:
                why["other_company"] = self.env._("Belongs to another group of companies.")
            if self.pool_id and self.pool_id not in person.talent_pool_ids:
                why["left_pool"] = self.env._("Is not in the pool “%s”.", self.pool_id.name)
        return blockers


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _in_procedure(self):
        """Return the ids of those who have an open application."""
        groups = self.env["hr.applicant"]._read_group(
            [("ats_candidate_id", "in", self.ids), ("ats_state", "=", "ongoing"), ("ats_duplicate_of_id", "=", False)],
            ["ats_candidate_id"],
        )
        return {person.id for (person,) in groups}

    def _bounced(self):
        """Return the ids of those from whose own address a mail has come back."""
        rows = (
            self.env["hr.applicant"]
            .with_context(active_test=False)
            .search_fetch(
                [("ats_candidate_id", "in", self.ids), ("message_bounce", ">", 0)],
                ["ats_candidate_id", "email_normalized"],
            )
        )
        return {
            row.ats_candidate_id.id for row in rows if row.email_normalized == row.ats_candidate_id.email_normalized
        }

    def _time_zones(self):
        """Return ``{candidate id: IANA name}``: what the browser said when they applied last."""
        rows = (
            self.env["hr.applicant"]
            .sudo()
            .with_context(active_test=False)
            .search_fetch(
                [("ats_candidate_id", "in", self.ids), ("ats_tz", "not in", (False, ""))],
                ["ats_candidate_id", "ats_tz"],
                order="id",
            )
        )
        return {row.ats_candidate_id.id: row.ats_tz for row in rows}

    def _in_sequences(self):
        """Return the enrolments of these people that are active, elevated."""
        return (
            self.env["ats.sequence.enrolment"]
            .sudo()
            .search([("candidate_id", "in", self.ids), ("state", "=", "active")])
        )


class TalentPool(models.Model):
    _inherit = "hr.talent.pool"

    ats_sequence_count = fields.Integer("Sequences", compute="_compute_ats_sequence_count")

    def _compute_ats_sequence_count(self):
        counts = dict(self.env["ats.sequence"]._read_group([("pool_id", "in", self.ids)], ["pool_id"], ["__count"]))
        for pool in self:
            pool.ats_sequence_count = counts.get(pool, 0)

    def _ats_people(self):
        """Return the people of the pools whom the user sees."""
        return self.env["ats.candidate"].search([("talent_pool_ids", "in", self.ids)])

    def action_ats_sequences(self):
        """Show the sequences of this pool."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_sequence_action")
        return {**action, "domain": [("pool_id", "=", self.id)], "context": {"default_pool_id": self.id}}

    def action_ats_enrol(self):
        """Choose a sequence for the people of this pool."""
        return self.env["ats.sequence.enrol"]._open(pool=self[:1])
