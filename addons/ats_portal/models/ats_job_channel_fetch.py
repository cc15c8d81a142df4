from datetime import timedelta

from odoo import api, fields, models

KEPT_DAYS = 60


class AtsJobChannelFetch(models.Model):
    """A visit of a job board's robot."""

    _name = "ats.job.channel.fetch"
    _description = "Visit of a Job Board"
    _order = "fetched_at desc, id desc"
    _rec_name = "fetched_at"

    channel_id = fields.Many2one("ats.job.channel", required=True, ondelete="cascade", index=True, readonly=True)
    company_id = fields.Many2one(related="channel_id.company_id", store=True, index=True)
    fetched_at = fields.Datetime(required=True, readonly=True, index=True)
    agent = fields.Char("Robot", readonly=True)
    count = fields.Integer("Postings", readonly=True)
    size = fields.Integer("Bytes", readonly=True)
    status = fields.Integer("Answer", readonly=True, help="200: sent. 304: nothing new since the last visit.")

    @api.autovacuum
    def _gc_fetches(self):
        before = fields.Datetime.now() - timedelta(days=KEPT_DAYS)
        self.sudo().search([("fetched_at", "<", before)], limit=10000).unlink()
