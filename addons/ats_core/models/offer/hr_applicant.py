from odoo import api, fields, models
from odoo.exceptions import UserError

from .ats_offer import PAY_GROUPS, PREPARING
from .offer_answer import ACCEPTED_TODO


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_offer_ids = fields.One2many("ats.offer", "applicant_id", "Offers", copy=False, groups=PAY_GROUPS)

    def action_ats_make_offer(self):
        """Open the offer that is being prepared, or a new one."""
        self.ensure_one()
        offers = self.env["ats.offer"].search([("applicant_id", "=", self.id), ("state", "in", PREPARING)], limit=1)
        if offers:
            return offers.get_formview_action()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Offer to %s", self.partner_name),
            "res_model": "ats.offer",
            "view_mode": "form",
            "context": {"default_applicant_id": self.id},
        }

    def _ats_candidate_todos(self):
        todos = super()._ats_candidate_todos()
        offer_sudo = self.sudo().ats_offer_ids.filtered(
            lambda offer: offer.state == "sent" and offer.expires_at > fields.Datetime.now()
        )
        for offer in offer_sudo:
            todos.append(
                {
                    "title": self.env._("Read and answer your offer"),
                    "description": "",
                    "url": f"/my/application/{self.id}/offer/{offer.id}",
                    "due": offer.expires_at,
                    "kind": "offer",
                }
            )
        return todos

    def _ats_timeline(self):
        moments = super()._ats_timeline()
        for offer in self.sudo().ats_offer_ids.filtered("sent_at"):
            moments.append({"at": offer.sent_at, "text": self.env._("We sent you an offer"), "kind": "offer"})
            answers = {
                "accepted": self.env._("You accepted the offer"),
                "declined": self.env._("You declined the offer"),
            }
            if offer.state in answers:
                moments.append({"at": offer.answered_at, "text": answers[offer.state], "kind": "offer"})
        return sorted(moments, key=lambda moment: moment["at"])

    def _ats_card_facts(self):
        """Add the state of the newest offer, for those who may see offers."""
        facts = super()._ats_card_facts()
        if not self.env["ats.offer"].has_access("read"):
            return facts
        labels = dict(self.env["ats.offer"]._fields["state"]._description_selection(self.env))
        offers = self.env["ats.offer"].search_fetch(
            [("applicant_id", "in", self.ids), ("state", "!=", "superseded")],
            ["applicant_id", "state"],
            order="version",
        )
        newest = {offer.applicant_id.id: offer.state for offer in offers}
        for applicant_id, state in newest.items():
            facts.setdefault(applicant_id, []).append(
                {
                    "label": self.env._("Offer: %s", labels[state]),
                    "title": self.env._("State of the offer"),
                    "kind": "offer",
                }
            )
        return facts

    def _ats_offer_deadline(self):
        """Until when the offer that waits can be answered, in the candidate's words, for mails."""
        offer_sudo = self.sudo().ats_offer_ids.filtered(lambda offer: offer.state == "sent")[:1]
        return offer_sudo._candidate_time(offer_sudo.expires_at) if offer_sudo else ""

    def _ats_offer_accepted(self, offer):
        """Hook: what follows an acceptance. Never hires by itself: it leaves a to-do for HR."""
        offer._leave_activity(offer._responsible(), ACCEPTED_TODO)

    def _ats_end(self, outcome, vals, payload=None):
        """Take back what nobody will answer any more, because the application ended."""
        result = super()._ats_end(outcome, vals, payload)
        self.sudo().ats_offer_ids.filtered(lambda offer: offer.state in (*PREPARING, "sent"))._withdraw()
        return result

    def _ats_public_status(self):
        """An offer that waits or was accepted is what the candidate has to know first."""
        states = set(self.sudo().ats_offer_ids.mapped("state")) & {"sent", "accepted"}
        return "offer" if states and self.ats_state == "ongoing" else super()._ats_public_status()

    @api.depends("ats_offer_ids.state")
    def _compute_ats_public_status(self):
        return super()._compute_ats_public_status()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_offered(self):
        if self.sudo().ats_offer_ids.filtered("sent_at"):
            raise UserError(
                self.env._(
                    "An offer was sent for this application. It is kept as a record: archive the "
                    "application instead of deleting it."
                )
            )
