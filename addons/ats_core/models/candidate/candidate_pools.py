from odoo import api, fields, models
from odoo.fields import Command


class AtsCandidate(models.Model):
    """Talent pools. The native talent row stays the truth; a candidate has one at most."""

    _inherit = "ats.candidate"

    talent_pool_ids = fields.Many2many(
        "hr.talent.pool",
        string="Talent Pools",
        compute="_compute_talent_pool_ids",
        search="_search_talent_pool_ids",
    )

    def _compute_talent_pool_ids(self):
        may_read = self.env["hr.applicant"].has_access("read")
        talents = self._ats_talents() if may_read else self.env["hr.applicant"]
        pools = {talent.ats_candidate_id: talent.talent_pool_ids for talent in talents}
        for candidate in self:
            candidate.talent_pool_ids = pools.get(candidate, self.env["hr.talent.pool"])

    @api.model
    def _search_talent_pool_ids(self, operator, value):
        if operator not in ("in", "any"):
            return NotImplemented
        talents = self.env["hr.applicant"]._search([("talent_pool_ids", operator, value)])
        return [("id", "in", talents.subselect("ats_candidate_id"))]

    def _ats_talents(self):
        """Return the talent rows of the candidates, one for each that has one."""
        if not self:
            return self.env["hr.applicant"]
        return self.env["hr.applicant"].search(
            [
                ("ats_candidate_id", "in", self.ids),
                ("talent_pool_ids", "!=", False),
                ("ats_duplicate_of_id", "=", False),
            ]
        )

    def _pool_add(self, pools):
        """Put the candidates into the pools.

        :param pools: ``hr.talent.pool`` records
        :return: their talent rows
        """
        talents = self._ats_talents()
        talents.write({"talent_pool_ids": [Command.link(pool.id) for pool in pools]})
        talents |= self.env["hr.applicant"]._ats_create_together(
            [
                {
                    "partner_name": candidate.name,
                    "email_from": candidate.email,
                    "partner_phone": candidate.phone,
                    "linkedin_profile": candidate.linkedin,
                    "company_id": candidate.company_id.id,
                    "ats_candidate_id": candidate.id,
                    "talent_pool_ids": [Command.set(pools.ids)],
                }
                for candidate in self - talents.ats_candidate_id
            ]
        )
        self.invalidate_recordset(["talent_pool_ids"])
        return talents

    def _pool_remove(self, pools):
        """Take the candidates out of the pools; a talent row without a pool goes."""
        talents = self._ats_talents()
        leaving = talents.filtered(lambda talent: talent.talent_pool_ids <= pools)
        (talents - leaving).write({"talent_pool_ids": [Command.unlink(pool.id) for pool in pools]})
        leaving.unlink()
        self.invalidate_recordset(["talent_pool_ids"])


class TalentPoolAddApplicants(models.TransientModel):
    _inherit = "talent.pool.add.applicants"

    def _add_applicants_to_pool(self):
        """Send applications of people who are talents already to their talent row; the native
        wizard would copy them once more."""
        known = self.applicant_ids.filtered(
            lambda applicant: not applicant.talent_pool_ids and applicant.ats_candidate_id._ats_talents()
        )
        talents = known.ats_candidate_id._pool_add(self.talent_pool_ids)
        for applicant in known:
            applicant.pool_applicant_id = talents.filtered(
                lambda talent, person=applicant.ats_candidate_id: talent.ats_candidate_id == person
            )
        talents.write({"categ_ids": [Command.link(tag.id) for tag in self.categ_ids]})
        self.applicant_ids -= known
        return talents + super()._add_applicants_to_pool()
