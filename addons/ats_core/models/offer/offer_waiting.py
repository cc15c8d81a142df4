from odoo import models


class AtsOffer(models.Model):
    """While an offer waits for the candidate's answer, no answer time of the company passes."""

    _inherit = "ats.offer"

    def _turn(self, allowed, state, **vals):
        was_sent = self.state == "sent"
        result = super()._turn(allowed, state, **vals)
        applicant_sudo = self.applicant_id.sudo()
        if state == "sent":
            applicant_sudo._ats_wait_for_candidate(self.env._("Answer the offer"))
        elif was_sent and state != "superseded":
            applicant_sudo._ats_stop_waiting()
        return result
