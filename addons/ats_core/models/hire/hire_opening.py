from odoo import fields, models
from odoo.exceptions import UserError


class AtsHire(models.Model):
    _inherit = "ats.hire"

    opening_id = fields.Many2one("ats.opening", readonly=True, ondelete="restrict", index="btree_not_null")
    without_opening_reason = fields.Char("Why Without an Opening", readonly=True)

    _one_opening_uniq = models.UniqueIndex(
        "(opening_id) WHERE undone_at IS NULL AND opening_id IS NOT NULL",
        "This opening is filled by somebody else already.",
    )


class HrApplicant(models.Model):
    """A hire fills one opening, where the job has openings."""

    _inherit = "hr.applicant"

    def _ats_claim_opening(self, opening):
        """Fill one opening, or refuse with the ways out. A job without openings works as natively."""
        opening = super()._ats_claim_opening(opening)
        job_sudo = self.sudo().job_id
        if opening is False or not job_sudo or not job_sudo._ats_has_openings():
            return self.env["ats.opening"]
        claimed_sudo = self.env["ats.opening"].sudo()._claim(self.sudo(), opening)
        if not claimed_sudo:
            raise UserError(job_sudo._ats_no_opening_sentence())
        return claimed_sudo.with_env(self.env)

    def _ats_hire_vals(self, opening):
        return {**super()._ats_hire_vals(opening), "opening_id": opening.id if opening else False}

    def _ats_entry_blockers(self, stage):
        """Nobody is put among the hired when there is no seat left; who is hired goes on."""
        blockers = super()._ats_entry_blockers(stage)
        job_sudo = self.sudo().job_id
        if stage.hired_stage and job_sudo and not self.sudo().stage_id.hired_stage:
            if job_sudo._ats_lacks_opening() and not self._ats_current_hire_sudo():
                blockers.append(job_sudo._ats_no_opening_sentence())
        return blockers


class HrJob(models.Model):
    _inherit = "hr.job"

    def _ats_lacks_opening(self):
        """Whether the job has openings and none of them may be filled now."""
        self.ensure_one()
        openings_sudo = self.env["ats.opening"].sudo()
        return self._ats_has_openings() and not openings_sudo.search_count(
            openings_sudo._hireable_domain(self), limit=1
        )

    def _ats_no_opening_sentence(self):
        frozen = self.sudo().ats_requisition_ids.filtered(lambda row: row.state == "frozen")
        if frozen:
            return self.env._(
                "Hiring for %(job)s is frozen (%(requisition)s). Unfreeze the requisition, ask for another "
                "opening, or hire without an opening.",
                job=self.name,
                requisition=frozen[0].name,
            )
        return self.env._(
            "No opening of %(job)s is open. Ask for another opening, or hire without an opening.", job=self.name
        )
