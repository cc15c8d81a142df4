from odoo import api, fields, models

OF_EACH = "ats_values_of_each"


class OfEach:
    """What each of the mails of one template has for itself. An object, not a value: no client can put it
    into a context."""

    def __init__(self, values, attachments=None):
        """
        :param dict values: ``{id of the record: values of its mail}``, which win over the template's
        :param attachments: ``ir.attachment`` records that each mail gets beside the template's
        """
        self.values = values
        self.links = [fields.Command.link(id_) for id_ in (attachments.ids if attachments else ())]

    def merged(self, vals):
        own = self.values.get(vals.get("res_id"))
        if own is None:
            return vals
        attachments = [*vals.get("attachment_ids", ()), *own.get("attachment_ids", ()), *self.links]
        return {**vals, **own, "attachment_ids": attachments}


class MailMail(models.Model):
    _inherit = "mail.mail"

    @api.model_create_multi
    def create(self, vals_list):
        of_each = self.env.context.get(OF_EACH)
        if isinstance(of_each, OfEach):
            vals_list = [of_each.merged(vals) for vals in vals_list]
        return super().create(vals_list)
