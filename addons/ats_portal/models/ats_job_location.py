from odoo import api, fields, models


class AtsJobLocation(models.Model):
    """A further place where a job can be done, besides its native work address."""

    _name = "ats.job.location"
    _description = "Further Place of a Job"
    _order = "job_id, sequence, id"
    _rec_name = "city"

    job_id = fields.Many2one("hr.job", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="job_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10)
    street = fields.Char()
    zip = fields.Char()
    city = fields.Char(required=True)
    state_id = fields.Many2one("res.country.state", domain="[('country_id', '=?', country_id)]")
    country_id = fields.Many2one("res.country", required=True, default=lambda self: self.env.company.country_id)

    @api.onchange("state_id")
    def _onchange_state_id(self):
        if self.state_id:
            self.country_id = self.state_id.country_id

    @api.model_create_multi
    def create(self, vals_list):
        locations = super().create(vals_list)
        locations.job_id._ats_sync_posts()
        return locations
