from odoo import fields, models
from odoo.exceptions import UserError


class RuleSkipped(Exception):
    """The rule has nothing to do for this application; the text says why."""


class AtsStageRule(models.Model):
    """What a rule does, and how it says so. ``_act_<action>`` does it, ``_words_<action>`` says it;
    an addon that adds an action adds both."""

    _inherit = "ats.stage.rule"

    def _act(self, applicant_sudo):
        """Do it for one application.

        :return: what was done, in a few words
        :raise RuleSkipped: there is nothing to do
        :raise UserError: it cannot be done, for instance because the entry of a stage is blocked
        """
        self.ensure_one()
        return getattr(self, f"_act_{self.action}")(applicant_sudo)

    def _act_in_words(self):
        self.ensure_one()
        return getattr(self, f"_words_{self.action}")() if self.action else ""

    def _act_mail(self, applicant_sudo):
        blockers = applicant_sudo._ats_mail_blockers()[applicant_sudo]
        if blockers:
            raise RuleSkipped(self.env._("No mail: %s", " ".join(blockers.values())))
        applicant_sudo._ats_mail(self.template_id)
        # No address here: the note outlives the candidate's data.
        return self.env._("Mail handed over")

    def _words_mail(self):
        return self.env._("mail “%s”", self.template_id.name or "…")

    def _act_sms(self, applicant_sudo):
        blockers = applicant_sudo._ats_sms_blockers()[applicant_sudo]
        if blockers:
            raise RuleSkipped(self.env._("No SMS: %s", " ".join(blockers.values())))
        body = self.sms_template_id.sudo()._render_field("body", applicant_sudo.ids, compute_lang=True)
        applicant_sudo._ats_sms(body[applicant_sudo.id])
        return self.env._("SMS handed over")

    def _words_sms(self):
        return self.env._("send the SMS “%s”", self.sms_template_id.name or "…")

    def _act_activity(self, applicant_sudo):
        user = self._activity_user(applicant_sudo)
        applicant_sudo.activity_schedule(
            activity_type_id=self.activity_type_id.id,
            summary=self.activity_summary or self.activity_type_id.name,
            user_id=user.id,
        )
        return self.env._("Activity for %s", user.name)

    def _activity_user(self, applicant_sudo):
        job_sudo = applicant_sudo.job_id
        user = job_sudo.ats_hiring_manager_id if self.activity_for == "manager" else applicant_sudo.user_id
        user = user or job_sudo.user_id
        if not user:
            raise UserError(self.env._("The job has nobody who could do it. Choose a recruiter on the job."))
        return user

    def _words_activity(self):
        whom = dict(self._fields["activity_for"]._description_selection(self.env)).get(self.activity_for, "")
        what = self.activity_summary or self.activity_type_id.name or "…"
        return self.env._("plan “%(what)s” for %(whom)s", what=what, whom=whom)

    def _act_tag(self, applicant_sudo):
        new = self.tag_ids - applicant_sudo.categ_ids
        if not new:
            raise RuleSkipped(self.env._("Tagged already."))
        applicant_sudo.categ_ids = [fields.Command.link(tag.id) for tag in new]
        return self.env._("Tagged %s", ", ".join(new.mapped("name")))

    def _words_tag(self):
        return self.env._("tag %s", ", ".join(self.tag_ids.mapped("name")) or "…")

    def _act_interview(self, applicant_sudo):
        return applicant_sudo._ats_ask_for_interview(self._activity_user(applicant_sudo))

    def _words_interview(self):
        return self.env._("ask for an interview")

    def _act_move(self, applicant_sudo):
        applicant_sudo._ats_move(self.target_stage_id, rule=self)
        return self.env._("Moved to %s", self.target_stage_id.name)

    def _words_move(self):
        target = self.target_stage_id.name or self.target_pipeline_stage_id.name or "…"
        return self.env._("move to %s", target)

    def _act_refuse(self, applicant_sudo):
        if not applicant_sudo._ats_propose_refusal(
            self.reason_id, template=self.template_id, rule=self, origin=self.sentence
        ):
            raise RuleSkipped(self.env._("A refusal waits for a decision already."))
        return self.env._("Refusal proposed: %s", self.reason_id.name)

    def _words_refuse(self):
        return self.env._("propose to refuse: %s", self.reason_id.name or "…")


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_ask_for_interview(self, user):
        """Hook: begin the arrangement of an interview; without interview addon a person is asked to.

        :param user: who arranges it
        :return: what was done, in a few words
        """
        self.ensure_one()
        self.activity_schedule(
            "mail.mail_activity_data_meeting",
            user_id=user.id,
            summary=self.env._("Arrange an interview with %s", self.partner_name),
        )
        return self.env._("%s arranges an interview", user.name)
