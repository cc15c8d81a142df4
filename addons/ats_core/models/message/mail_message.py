from odoo import fields, models


class MailMessage(models.Model):
    _inherit = "mail.message"

    # Set by the verbs of the conversation alone: nobody reads or writes it through the API.
    ats_with_candidate = fields.Selection(
        [("from", "From the candidate"), ("to", "To the candidate")],
        copy=False,
        groups=fields.NO_ACCESS,
    )

    _ats_with_candidate_idx = models.Index("(res_id, id) WHERE ats_with_candidate IS NOT NULL")
