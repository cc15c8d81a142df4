from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class HrJob(models.Model):
    """Jobs that every colleague may share."""

    _inherit = "hr.job"

    ats_is_shareable = fields.Boolean(
        "Colleagues May Share It",
        compute="_compute_ats_is_shareable",
        search="_search_ats_is_shareable",
        groups="base.group_user",
    )

    @api.model
    def _ats_shareable_domain(self):
        """Hook: jobs that the whole company may know and share. Without public pages there are none.

        :rtype: Domain
        """
        return Domain.FALSE

    def _compute_ats_is_shareable(self):
        shareable = self.sudo().filtered_domain(self._ats_shareable_domain())
        for job in self:
            job.ats_is_shareable = job.sudo() in shareable

    @api.model
    def _search_ats_is_shareable(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = self._ats_shareable_domain()
        return domain if True in value else ~domain

    def _ats_check_shareable(self):
        """Raise unless the job may be shared now."""
        self.ensure_one()
        self.check_access("read")
        if not self.ats_is_shareable:
            raise UserError(self.env._("This job is not on the website now, so it cannot be shared."))

    def action_ats_share(self):
        """Show the colleague's own link to the job."""
        self._ats_check_shareable()
        link = self.env["ats.referral.link"]._of(self.env.user, self)
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Share: %s", self.name),
            "res_model": "ats.referral.link",
            "res_id": link.id,
            "view_mode": "form",
            "target": "new",
        }

    def action_ats_refer(self):
        """Open the dialog to write to one person about the job."""
        self._ats_check_shareable()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Refer a Person: %s", self.name),
            "res_model": "ats.referral.invite",
            "view_mode": "form",
            "target": "new",
            "context": {"default_job_id": self.id},
        }
