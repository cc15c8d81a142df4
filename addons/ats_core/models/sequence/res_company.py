from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    ats_own_mail_limit = fields.Integer(
        "Mails at Most",
        default=6,
        help="So many mails on our own account (sequences, new jobs, invitations) a person gets in the days beside it. "
        "What is over it waits. 0: no limit. Mails about an application always go.",
    )
    ats_own_mail_days = fields.Integer("in Days", default=30)
    ats_count_reading = fields.Boolean(
        "Count Opens and Clicks",
        help="Adds an invisible picture and counted links to the mails of sequences. Many laws ask for the reader's "
        "agreement first, and mail programs that load pictures by themselves make the number of opens too high. "
        "Answers are counted either way.",
    )

    _own_mail_limit_makes_sense = models.Constraint(
        "CHECK (ats_own_mail_limit >= 0 AND (ats_own_mail_limit = 0 OR ats_own_mail_days > 0))",
        "Say in how many days: one or more.",
    )
