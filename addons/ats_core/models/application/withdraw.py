from odoo import fields, models


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_withdraw(self, reason=None):
        """End the applications because the candidate says so. A second call changes nothing.

        :param str reason: the candidate's words
        :raise UserError: an application is hired
        """
        ending = self.filtered(lambda applicant: applicant.ats_state in ("ongoing", "hired"))
        if not ending:
            return
        ending._ats_check_decides()
        ending._ats_check_not_hired()
        ending._ats_end(
            "withdrawn",
            {
                "ats_withdrawn_at": fields.Datetime.now(),
                "ats_withdraw_reason": reason,
            },
        )
