from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, LazyTranslate

from .ats_offer import PREPARING

_lt = LazyTranslate(__name__)

SENT = _lt("%(offer)s was sent.")
WITHDRAWN = _lt("%(offer)s was withdrawn.")


class AtsOffer(models.Model):
    """From draft to the candidate's mailbox. Every change of state goes through :meth:`_turn`."""

    _inherit = "ats.offer"

    def _lock(self):
        """Hold the row until the end of the transaction and read its state anew.

        Whoever comes second waits here; if the first one changed the row, PostgreSQL makes the
        second request start again, and it then sees the new state.
        """
        self.flush_recordset()
        self.env.cr.execute(
            SQL(
                "SELECT id FROM ats_offer WHERE id IN %s ORDER BY id FOR NO KEY UPDATE",
                tuple(self.ids) or (0,),
            )
        )
        self.invalidate_recordset(flush=False)

    def _demand(self, allowed):
        """Lock one offer and make sure that it is in one of the allowed states.

        :raise UserError: a sentence that tells what the offer is now
        """
        self.ensure_one()
        self._lock()
        if self.state not in allowed:
            raise UserError(self._state_sentence())

    def _turn(self, allowed, state, **vals):
        """Change the state of one offer if it is in one of the allowed ones."""
        self._demand(allowed)
        self._write_by_verb({"state": state, **vals})

    def _state_sentence(self):
        """Say in one sentence, fit for a candidate as well, what the offer is now."""
        return {
            "draft": self.env._("This offer is being prepared."),
            "to_approve": self.env._("This offer waits for approval."),
            "approved": self.env._("This offer is approved and not sent yet."),
            "sent": self.env._("This offer was sent and waits for an answer."),
            "accepted": self.env._("This offer was accepted already."),
            "declined": self.env._("This offer was declined already."),
            "expired": self.env._("The time to answer this offer is over. Please contact us."),
            "withdrawn": self.env._("This offer was withdrawn. Please contact us if you have questions."),
            "superseded": self.env._("This offer was replaced by a newer version. Please read that one."),
        }[self.state]

    # Approval ------------------------------------------------------------------------------

    def _submit(self):
        """Hand the draft in for approval; its terms are fixed from here on."""
        for offer in self:
            offer.check_access("write")
            offer._check_terms()
            offer._demand(("draft",))
            offer._ats_approval_check()
            offer._turn(("draft",), "to_approve")
            offer._ats_approval_start()

    def _may_approve(self):
        """Whether the current user was asked, in the own name or as a stand-in."""
        self.ensure_one()
        return bool(self._ats_approval_row())

    def _approve(self, comment=None):
        """Approve what was handed in, as one of those who were asked."""
        for offer in self:
            offer.check_access("read")
            offer._ats_approval_decide(True, comment)

    def _rework(self):
        """Take an offer that was not sent back to draft; its approval is void."""
        for offer in self:
            offer.check_access("write")
            offer._turn(("to_approve", "approved"), "draft", approved_by_id=False, approved_at=False)
            offer._ats_approval_stop(offer.env._("Taken back to draft."))

    # Sending -------------------------------------------------------------------------------

    def _sendable_states(self):
        return ("approved",) if self._needs_approval() else ("draft", "approved")

    def _check_terms(self):
        """Say what is missing before an offer may leave."""
        missing = [
            label
            for value, label in (
                (self.wage, self.env._("pay")),
                (self.start_date, self.env._("start date")),
                (self.expires_at, self.env._("date to answer by")),
            )
            if not value
        ]
        if missing:
            raise UserError(self.env._("Still to fill in: %s.", ", ".join(missing)))
        if self.expires_at <= fields.Datetime.now():
            raise UserError(self.env._("The date to answer by has passed. Choose a later one."))

    def _check_addressee(self):
        applicant = self.applicant_id
        if applicant.ats_state != "ongoing":
            raise UserError(self.env._("This application has ended. Reopen it before you send an offer."))
        if not applicant.sudo()._ats_can_be_mailed():
            raise UserError(
                self.env._(
                    "%(person)s has no e-mail address or does not want to be contacted, so the offer cannot be sent.",
                    person=applicant.partner_name,
                )
            )

    def _send(self):
        """Seal the letter, replace an earlier version that still waits, and mail the candidate."""
        for offer in self:
            offer.check_access("write")
            offer._check_terms()
            offer._check_addressee()
            offer._demand(offer._sendable_states())
            offer._supersede_others()
            letter, digest = offer._seal_letter()
            offer._turn(
                offer._sendable_states(),
                "sent",
                sent_at=fields.Datetime.now(),
                letter_attachment_id=letter.id,
                letter_sha256=digest,
            )
            offer._after_sending()

    def _supersede_others(self):
        others = self.search(
            [
                ("applicant_id", "=", self.applicant_id.id),
                ("id", "!=", self.id),
                ("version", "<", self.version),
                ("state", "in", (*PREPARING, "sent")),
            ]
        )
        for other in others:
            other._turn((*PREPARING, "sent"), "superseded")
            other._ats_approval_stop(self.env._("Replaced by a newer version."))
        self.flush_model()

    def _after_sending(self):
        applicant = self.applicant_id
        # The native field is the mirror for native reports; recruiters alone can read it.
        applicant.sudo().salary_proposed = self._monthly_wage() or self.wage
        applicant._ats_mail(self.env.ref("ats_core.mail_template_offer_sent"))
        self._tell("offer.sent", SENT)

    def _short_name(self):
        return self.env._("Offer %(name)s version %(version)s", name=self.name, version=self.version)

    def _tell(self, event_type, sentence, detail=None):
        """Put what happened, without any pay, in the journal and on the application.

        :param sentence: lazy text with a place for the offer; written in the language of the
            company, whoever caused it
        """
        self.env["ats.event"]._record(
            event_type, applicant=self.applicant_id, res=self, payload={"version": self.version}
        )
        lang = self.company_id.sudo().partner_id.lang or "en_US"
        offer = self.with_context(lang=lang)
        text = offer.env._(sentence)
        text %= {"offer": offer._short_name()}
        self.applicant_id.sudo()._message_log(body=" ".join(filter(None, (text, detail))))

    def _withdraw(self, reason=None):
        """Take an offer back that was not answered."""
        for offer in self:
            offer.check_access("write")
            offer._turn((*PREPARING, "sent"), "withdrawn")
            offer._ats_approval_stop(self.env._("The offer was withdrawn."))
            offer._tell("offer.withdrawn", WITHDRAWN, reason)

    def _new_version(self):
        """Return a draft with the same terms and the next version number."""
        self.ensure_one()
        draft = self.search([("applicant_id", "=", self.applicant_id.id), ("state", "=", "draft")], limit=1)
        return draft or self.copy({"hr_responsible_id": self.hr_responsible_id.id})

    # Buttons -------------------------------------------------------------------------------

    def action_submit(self):
        self._submit()

    def action_approve(self):
        self._approve()

    def action_rework(self):
        self._rework()

    def action_send(self):
        self._send()

    def action_withdraw(self):
        self._withdraw()

    def action_new_version(self):
        return self._new_version().get_formview_action()

    def action_open_application(self):
        return self.applicant_id.get_formview_action()
