from odoo import models
from odoo.fields import Domain


class AtsCandidate(models.Model):
    """What colleagues typed about a person goes with the person; that somebody was recommended stays."""

    _inherit = "ats.candidate"

    def _erase_targets(self):
        referrals = self.env["ats.referral"].sudo()
        applications = self.env["hr.applicant"].sudo().with_context(active_test=False)
        rows = applications.search([("ats_candidate_id", "=", self.id)])
        named = Domain("email", "=", self.email_normalized) if self.email_normalized else Domain.FALSE
        return [
            *super()._erase_targets(),
            (referrals.search([("applicant_id", "in", rows.ids)]), ["name", "email"]),
            (referrals.search(named & Domain("applicant_id", "=", False)), []),
        ]

    def _export_sections(self, applications):
        referrals = self.env["ats.referral"].sudo().search([("applicant_id", "in", applications.ids)])
        sections = super()._export_sections(applications)
        if not referrals:
            return sections
        rows = [
            {
                "by": referral.user_id.name,
                "job": referral.job_id.name,
                "link_opened_at": f"{referral.touched_at.isoformat(timespec='seconds')}Z",
                "name_as_typed": referral.name or "",
                "status_they_see": referral.status,
            }
            for referral in referrals
        ]
        return {**sections, "recommended_by": rows}
