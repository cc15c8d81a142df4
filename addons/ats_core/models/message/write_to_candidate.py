from odoo import api, fields, models


class AtsCandidateMessage(models.TransientModel):
    """The composer "to the candidate". It says in words who reads what is typed."""

    _name = "ats.candidate.message"
    _description = "Message to a Candidate"

    applicant_id = fields.Many2one("hr.applicant", "Application", required=True, readonly=True, ondelete="cascade")
    recipient = fields.Char("Who Reads This", compute="_compute_recipient")
    is_mailed = fields.Boolean(compute="_compute_recipient")
    last_message = fields.Html("The Candidate Wrote", compute="_compute_last_message")
    body = fields.Html("Message", required=True, sanitize_style=True)
    attachment_ids = fields.Many2many("ir.attachment", string="Files")

    @api.depends("applicant_id")
    def _compute_recipient(self):
        for wizard in self:
            applicant = wizard.applicant_id
            wizard.is_mailed = applicant.sudo()._ats_can_be_mailed()
            name = applicant.partner_name or applicant.email_from or ""
            wizard.recipient = (
                self.env._(
                    "%(name)s, by mail to %(email)s and on the private page", name=name, email=applicant.email_from
                )
                if wizard.is_mailed
                else self.env._("%s, on the private page only: no mail is sent to this person", name)
            )

    @api.depends("applicant_id")
    def _compute_last_message(self):
        for wizard in self:
            heard = wizard.applicant_id._ats_conversation().filtered(
                lambda message: message.ats_with_candidate == "from"
            )
            wizard.last_message = heard[-1:].body

    def action_send(self):
        """Send it."""
        self.ensure_one()
        self.applicant_id._ats_write_to_candidate(self.body, attachments=self.attachment_ids)
        return {"type": "ir.actions.act_window_close"}


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def action_ats_write_to_candidate(self):
        """Open the composer "to the candidate"."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("To the candidate"),
            "res_model": "ats.candidate.message",
            "view_mode": "form",
            "target": "new",
            "context": {"default_applicant_id": self.id},
        }
