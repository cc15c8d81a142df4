from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_privacy_officer_id = fields.Many2one(
        "res.users",
        "Privacy Officer of Recruitment",
        ondelete="set null",
        help="Gets the privacy requests of candidates. Without one, the first user of the group Privacy Officer.",
    )
    ats_keep_after_end_days = fields.Integer(
        "Keep After the End (days)",
        default=0,
        help="How long the law makes you keep an ended application, for instance to answer a claim. "
        "A request to erase waits until then.",
    )
    ats_privacy_due_days = fields.Integer("Answer Privacy Requests Within (days)", default=30)
