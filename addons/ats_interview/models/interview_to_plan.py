from odoo import api, fields, models
from odoo.fields import Domain

from odoo.addons.ats_core.models.day.day_group import DayGroup, DayVerb
from odoo.addons.ats_core.models.stage_rule.stage_rule_actions import RuleSkipped

TO_PLAN = "ats_interview.mail_activity_plan_interview"


class MailActivityType(models.Model):
    _inherit = "mail.activity.type"

    category = fields.Selection(selection_add=[("ats_interview", "Interview to plan")])


class MailActivity(models.Model):
    _inherit = "mail.activity"

    def action_ats_plan_interview(self):
        """Open the dialog that plans what the to-do asks for, filled with kit and panel."""
        self.ensure_one()
        return self.env["hr.applicant"].browse(self.res_id).action_ats_schedule_interview()


class HrApplicant(models.Model):
    """An interview that somebody has to plan: asked for by a stage rule, gone when one is planned."""

    _inherit = "hr.applicant"

    def _ats_ask_for_interview(self, user):
        """Leave a to-do with the proposed kit and panel; one click opens the dialog filled in.

        :raise RuleSkipped: an interview is planned, or asked for already
        """
        self.ensure_one()
        applicant_sudo = self.sudo()
        if applicant_sudo.ats_interview_ids.filtered(lambda interview: interview.state == "planned"):
            raise RuleSkipped(self.env._("An interview is planned already."))
        if applicant_sudo.activity_search([TO_PLAN]):
            raise RuleSkipped(self.env._("An interview is asked for already."))
        proposal = applicant_sudo._ats_interview_proposal(user)
        applicant_sudo.activity_schedule(
            TO_PLAN,
            user_id=user.id,
            summary=self.env._("Plan an interview with %s", self.partner_name),
            note=proposal,
        )
        return self.env._("%(user)s plans an interview. %(proposal)s", user=user.name, proposal=proposal)

    def _ats_interview_proposal(self, user):
        """Return what the dialog will propose, in words."""
        values = self.env["ats.interview.schedule"].with_user(user)._prepare_new(self.with_user(user))
        kit = self.env["ats.interview.kit"].browse(values["kit_id"])
        panel = self.env["res.users"].browse(values["panelist_ids"])
        return self.env._(
            "Proposed: %(kit)s, %(minutes)s minutes, with %(panel)s.",
            kit=kit.name or self.env._("no kit"),
            minutes=values["duration"],
            panel=", ".join(panel.mapped("name")),
        )

    def _ats_interview_arranged(self):
        """What was asked for is done."""
        self.sudo().activity_unlink([TO_PLAN])


class AtsDay(models.AbstractModel):
    """Interviews that a rule asked for."""

    _inherit = "ats.day"

    @api.model
    def _ats_day_groups(self, scope):
        return [*super()._ats_day_groups(scope), self._ats_day_to_plan(scope)]

    @api.model
    def _ats_day_to_plan(self, scope):
        asked = Domain("activity_type_id", "=", self.env.ref(TO_PLAN).id)
        mine = Domain("activity_ids", "any", asked & Domain("user_id", "=", self.env.uid))
        if scope == "team":
            mine |= self._ats_day_applications(scope) & Domain("activity_ids", "any", asked)
        return DayGroup(
            key="to_plan",
            sequence=55,
            title=self.env._("Interviews to plan"),
            model="hr.applicant",
            domain=mine & Domain("ats_state", "=", "ongoing"),
            since="date_last_stage_update",
            order="date_last_stage_update, id",
            rows=self._ats_day_to_plan_rows,
            verbs=(
                DayVerb("plan", self.env._("Plan"), lambda one: one.action_ats_schedule_interview(), opens=True),
                DayVerb("look", self.env._("Open"), lambda one: one.get_formview_action(), opens=True),
            ),
        )

    @api.model
    def _ats_day_to_plan_rows(self, applicants):
        return {
            applicant.id: self._ats_day_application_row(
                applicant,
                self.env._("In %s; nobody has planned the interview yet.", applicant.stage_id.name),
                ["plan", "look"],
            )
            for applicant in applicants
        }
