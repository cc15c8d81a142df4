from odoo import api, fields, models
from odoo.tools import format_date


class AtsCandidate(models.Model):
    """What the profile of a person shows about sequences."""

    _inherit = "ats.candidate"

    enrolment_ids = fields.One2many("ats.sequence.enrolment", "candidate_id", "Sequences", readonly=True)
    enrolment_count = fields.Integer(compute="_compute_enrolment_count")
    sequence_chip = fields.Char("In Sequences", compute="_compute_sequence_chip")

    def _compute_enrolment_count(self):
        enrolments = self.env["ats.sequence.enrolment"]
        counts = {}
        if enrolments.has_access("read"):
            counts = dict(enrolments._read_group([("candidate_id", "in", self.ids)], ["candidate_id"], ["__count"]))
        for person in self:
            person.enrolment_count = counts.get(person, 0)

    @api.depends("enrolment_ids.state", "enrolment_ids.next_at")
    @api.depends_context("uid", "tz", "lang")
    def _compute_sequence_chip(self):
        enrolments = self.env["ats.sequence.enrolment"]
        by_person = {}
        if enrolments.has_access("read"):
            active = enrolments.search([("candidate_id", "in", self.ids), ("state", "=", "active")], order="next_at")
            by_person = active.grouped("candidate_id")
        for person in self:
            person.sequence_chip = " · ".join(row._chip() for row in by_person.get(person._origin, ())) or False

    def action_enrol(self):
        """Add the selected people to a sequence."""
        return self.env["ats.sequence.enrol"]._open(people=self)

    def action_open_sequences(self):
        """Show the sequences this person is or was in."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_sequence_enrolment_action")
        return {**action, "domain": [("candidate_id", "=", self.id)], "context": {}}


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def action_ats_enrol(self):
        """Add the people of the selected applications or talents to a sequence."""
        return self.ats_candidate_id.action_enrol()


class AtsSequenceEnrolment(models.Model):
    _inherit = "ats.sequence.enrolment"

    def _chip(self):
        """Return "Keep in touch: next on 3 May"."""
        if self.next_at and self.sequence_id.state == "running":
            day = format_date(self.env, fields.Datetime.context_timestamp(self, self.next_at), date_format="d MMM")
            return self.env._("%(name)s: next on %(day)s", name=self.sequence_id.name, day=day)
        return self.sequence_id.name
