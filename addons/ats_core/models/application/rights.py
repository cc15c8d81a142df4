from odoo import models
from odoo.exceptions import AccessError

# What everybody on an application may do: talk and plan activities.
_TALK_FIELDS = frozenset(
    {
        "activity_ids",
        "activity_state",
        "activity_user_id",
        "activity_type_id",
        "activity_date_deadline",
        "activity_summary",
        "my_activity_date_deadline",
        "message_ids",
        "message_follower_ids",
        "message_partner_ids",
        "message_main_attachment_id",
        "ats_last_activity",
    }
)
# What a hiring manager may write on applications of the own jobs besides.
_DECIDE_FIELDS = frozenset(
    {
        "priority",
        "categ_ids",
        "kanban_state",
        "ats_assessment",
        "interviewer_ids",
        "applicant_notes",
        "color",
        "stage_id",
        "active",
        "refuse_reason_id",
        "refuse_date",
    }
)


class HrApplicant(models.Model):
    """Who may change what. Natively an interviewer may write nearly everything."""

    _inherit = "hr.applicant"

    def _ats_is_recruiter(self):
        return self.env.su or self.env.user.has_group("hr_recruitment.group_hr_recruitment_user")

    def _ats_decides(self):
        """Tell whether the user decides about all of these applications."""
        if self._ats_is_recruiter():
            return True
        jobs = self.sudo().job_id
        return (
            bool(jobs)
            and all(self.sudo().mapped("job_id"))
            and all(job.ats_hiring_manager_id == self.env.user for job in jobs)
        )

    def _ats_check_decides(self):
        """Raise unless the user may move, refuse or reopen these applications."""
        self.check_access("write")
        if not self._ats_decides():
            raise AccessError(
                self.env._(
                    "Only the recruiter or the job's hiring manager decides about an application. "
                    "Tell them what you think in your scorecard."
                )
            )

    def _ats_check_may_write(self, field_names):
        """Raise when the user writes fields the own role does not write."""
        if self._ats_is_recruiter():
            return
        allowed = _TALK_FIELDS
        if self._ats_decides():
            allowed = allowed | _DECIDE_FIELDS
        forbidden = sorted(set(field_names) - allowed)
        if forbidden:
            labels = ", ".join(self._fields[name].string or name for name in forbidden if name in self._fields)
            raise AccessError(
                self.env._(
                    "You cannot change this on an application: %(fields)s. Ask the recruiter.",
                    fields=labels or ", ".join(forbidden),
                )
            )
