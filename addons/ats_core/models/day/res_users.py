from odoo import fields, models


class ResUsers(models.Model):
    _inherit = "res.users"

    ats_day_mail = fields.Boolean(
        "Morning Mail of My Day", default=True, help="A mail on working days with what waits, when something waits."
    )
    ats_day_mailed_on = fields.Date("Last Morning Mail", readonly=True, copy=False)

    @property
    def SELF_READABLE_FIELDS(self):
        return [*super().SELF_READABLE_FIELDS, "ats_day_mail"]

    @property
    def SELF_WRITEABLE_FIELDS(self):
        return [*super().SELF_WRITEABLE_FIELDS, "ats_day_mail"]
