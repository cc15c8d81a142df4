from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from .privacy_request import OPEN

# What ends with the person being erased.
ERASING = ("erasure", "retention")


class AtsPrivacyRequest(models.Model):
    """How a request is worked on and closed."""

    _inherit = "ats.privacy.request"

    def write(self, vals):
        """People write the answer and who is in charge; everything else follows from the buttons."""
        guarded = {"kind", "state", "candidate_id", "applicant_id", "company_id", "note", "verified_by", "received_at"}
        guarded |= {"due_at", "closed_at", "proof"}
        if not self.env.su and guarded & vals.keys():
            raise AccessError(self.env._("A privacy request is worked on with its buttons."))
        return super().write(vals)

    def action_start(self):
        """Take the request into work."""
        self.check_access("write")
        self.filtered(lambda request: request.state == "new").sudo().write(
            {"state": "working", "handled_by_id": self.env.uid}
        )

    def action_done(self):
        """Answer the candidate; an erasure has a button of its own."""
        for request in self:
            request._demand_open()
            if request.kind in ERASING:
                raise UserError(self.env._("Press Erase: it removes the data and closes the request."))
            request._demand_answer()
            request._close("done")
            request._mail_answer()

    def action_keep(self):
        """Keep a person whose time is over; the reason is the answer, for whoever checks later."""
        for request in self:
            request._demand_open()
            if request.kind != "retention":
                raise UserError(self.env._("The candidate waits for an answer: answer or refuse."))
            request._demand_answer()
            request._close("refused")

    def action_refuse(self):
        """Refuse it, with the reason that the candidate reads."""
        for request in self:
            request._demand_open()
            request._demand_answer()
            request._close("refused")
            request._mail_answer()

    def action_erase(self):
        """Erase the person, and keep the proof of it."""
        for request in self:
            request._demand_open()
            if request.kind not in ERASING:
                raise UserError(self.env._("The candidate has not asked to be erased."))
            if request.kind == "erasure":
                request.answer = request.answer or self.env._("Your data have been erased.")
                # It leaves after the erasure and may leave nothing behind: no message, no record.
                request._mail_answer(is_notification=False, message_type="user_notification", model=False, res_id=False)
            proof = request.candidate_id._erase(request=request)
            request._close("done", proof)

    def _demand_open(self):
        self.ensure_one()
        self.check_access("write")
        if self.state not in OPEN:
            raise UserError(self.env._("This request is closed."))

    def _demand_answer(self):
        if not (self.answer or "").strip():
            raise UserError(self.env._("Write the answer first; the candidate reads it."))

    def _close(self, state, proof=None):
        self.sudo().write(
            {
                "state": state,
                "closed_at": fields.Datetime.now(),
                "handled_by_id": self.handled_by_id.id or self.env.uid,
                "proof": proof or self.proof,
            }
        )
        self.sudo().activity_ids.action_done()
        self.env["ats.event"]._record(
            "privacy.answered", candidate=self.candidate_id, res=self, payload={"kind": self.kind, "state": state}
        )

    def _mail_answer(self, **mail_values):
        applicant_sudo = self.applicant_id.sudo()
        if not applicant_sudo:
            return
        lang = applicant_sudo._ats_mail_lang()
        labels = dict(
            self.with_context(lang=lang)._fields["kind"]._description_selection(self.with_context(lang=lang).env)
        )
        template_sudo = self.env.ref("ats_core.mail_template_privacy_answer").sudo()
        asked = {"kind": labels[self.kind], "answer": self.answer}
        applicant_sudo._ats_mail(template_sudo.with_context(ats_privacy_request=asked), email_values=mail_values)
