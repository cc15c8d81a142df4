from odoo import api, fields, models


class HrApplicant(models.Model):
    """What else there is of the same person.

    Native Odoo looks for rows with the same address, phone or link, and takes seconds for a board
    of cards. The person is known here: one indexed column answers.
    """

    _inherit = "hr.applicant"

    ats_other_count = fields.Integer("Other Applications", compute="_compute_application_count")
    is_applicant_in_pool = fields.Boolean(compute="_compute_application_count")
    talent_pool_count = fields.Integer(compute="_compute_application_count")

    @api.depends("ats_candidate_id", "talent_pool_ids", "pool_applicant_id.talent_pool_ids")
    def _compute_application_count(self):
        """Of all rows of these people: how many are applications, and whether one is a talent."""
        rows = self.with_context(active_test=False)._read_group(
            [("ats_candidate_id", "in", self.ats_candidate_id.ids)],
            ["ats_candidate_id"],
            ["__count", "ats_state:count"],
        )
        counts = {person: applications for person, _all, applications in rows}
        talents = (
            self.env["ats.candidate"]
            .concat(*(person for person, all_rows, applications in rows if applications < all_rows))
            ._ats_talents()
        )
        talent_of = {talent.ats_candidate_id: talent for talent in talents}
        for applicant in self:
            pools = talent_of.get(applicant.ats_candidate_id, applicant).talent_pool_ids
            count = counts.get(applicant.ats_candidate_id, 0)
            applicant.application_count = count
            applicant.ats_other_count = max(0, count - 1)
            applicant.is_applicant_in_pool = bool(pools)
            applicant.talent_pool_count = len(pools)

    def _ats_talents_by_person(self):
        """Return ``{candidate: talent row}`` of the people of these applications."""
        talents = self.ats_candidate_id._ats_talents()
        return {talent.ats_candidate_id: talent for talent in talents}

    def _search_is_applicant_in_pool(self, operator, value):
        if operator != "in":
            return NotImplemented
        talents = self._search([("talent_pool_ids", "!=", False)])
        return [("ats_candidate_id", "in", talents.subselect("ats_candidate_id"))]

    def link_applicant_to_talent(self):
        """Link each application to the talent row of its person. Replaces the native method,
        which fails when several rows look alike."""
        talents = self._ats_talents_by_person()
        for applicant in self:
            applicant.pool_applicant_id = talents.get(applicant.ats_candidate_id)
