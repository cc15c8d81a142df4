from odoo import models


class HrApplicant(models.Model):
    """What the menu of the list and the board opens. Odoo's own "Send Email" and "Send SMS" lead
    here too: they know neither who wants no mail nor what is left out."""

    _inherit = "hr.applicant"

    def action_ats_bulk(self, action):
        """Open the dialog of a bulk action.

        :param str action: one of the actions of ``ats.bulk.run``
        """
        return self.env["ats.bulk.run"]._prepare(self, action)._open()

    def action_send_email(self):
        return self.action_ats_bulk("mail")

    def action_send_sms(self):
        return self.action_ats_bulk("sms")

    def action_ats_merge_people(self):
        """Merge the people of the selected applications, side by side."""
        return self.ats_candidate_id.action_merge()


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def action_ats_bulk(self, action):
        """Open the dialog of a bulk action.

        :param str action: one of the actions of ``ats.bulk.run``
        """
        return self.env["ats.bulk.run"]._prepare(self, action)._open()
