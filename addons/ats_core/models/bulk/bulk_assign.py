from markupsafe import Markup

from odoo import models

# Natively the new recruiter gets a mail for each of them.
QUIET = {"mail_auto_subscribe_no_notify": True}


class AtsBulkRun(models.Model):
    """Assign to a recruiter, who hears of it once."""

    _inherit = "ats.bulk.run"

    def _plan_assign(self, applicants):
        skipped = {
            applicant: self.env._("Is theirs already.")
            for applicant in applicants
            if applicant.user_id == self.recruiter_id
        }
        return skipped, {}

    def _do_assign(self, applicants):
        before = {applicant.id: {"user": applicant.user_id.id} for applicant in applicants}
        applicants.with_context(**QUIET).write({"user_id": self.recruiter_id.id})
        return before

    def _undo_assign(self, applicants, before):
        theirs = applicants.filtered(lambda applicant: applicant.user_id == self.recruiter_id)
        for user_id, group in theirs.grouped(lambda applicant: before[applicant.id].get("user")).items():
            group.with_context(**QUIET).write({"user_id": user_id})
        return dict.fromkeys(applicants - theirs, self.env._("has been given to somebody else since."))

    def _finish(self):
        result = super()._finish()
        if self.action == "assign" and self.done_count and self.recruiter_id != self.user_id:
            self._tell_recruiter()
        return result

    def _tell_recruiter(self):
        """Notify the new recruiter, in their language, with a link to what is theirs."""
        user_sudo = self.sudo().recruiter_id
        run = self.with_context(lang=user_sudo.lang)
        count = run.done_count
        one, many = (
            run.env._("An application was assigned to you"),
            run.env._("%s applications were assigned to you", count),
        )
        link = Markup('<a href="%s/odoo/action-hr_recruitment.crm_case_categ0_act_job">%s</a>') % (
            self.get_base_url(),
            run.env._("Applications"),
        )
        self.env["mail.thread"].with_context(lang=user_sudo.lang).message_notify(
            subject=one if count == 1 else many,
            body=Markup("<p>%s</p><p>%s</p>") % (run.env._("By %s.", self.user_id.name), link),
            partner_ids=user_sudo.partner_id.ids,
            author_id=self.user_id.partner_id.id,
        )
