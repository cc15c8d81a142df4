from odoo import fields, models


class AtsJobChannelAddress(models.TransientModel):
    """Shows the address of a feed once, without being saved; afterwards nobody can read it again."""

    _name = "ats.job.channel.address"
    _description = "Address of a Feed"

    url = fields.Char("Address", readonly=True)
