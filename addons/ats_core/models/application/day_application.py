from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import html2plaintext

from ..day.day_group import DayGroup, DayVerb

ANSWER_WITHIN = timedelta(days=1)
QUOTE = 90


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    # New applications of a day among a million old ones.
    _ats_day_new_idx = models.Index("(create_date) WHERE ats_state = 'ongoing'")

    def _ats_end_waiting(self):
        """What the candidate wrote needs no answer."""
        self._ats_check_decides()
        self.sudo().ats_reply_since = False

    def _ats_wait_again(self):
        """It does need an answer: since the candidate's last message."""
        self._ats_check_decides()
        for applicant in self:
            heard = applicant._ats_conversation().filtered(lambda message: message.ats_with_candidate == "from")
            applicant.sudo().ats_reply_since = heard[-1:].date or fields.Datetime.now()

    def _ats_next_stages(self):
        """Return ``{application: the stage that comes next for it}``, with one query.

        Being hired is no "next": it is decided by an offer, and told to HR.
        """
        stages = self.env["hr.recruitment.stage"].search_fetch(
            [("ats_kind", "!=", "hired")], ["sequence", "job_ids", "name"]
        )
        ahead = {}
        for applicant in self:
            ahead[applicant] = stages.filtered(
                lambda stage, applicant=applicant: (
                    stage.sequence > applicant.stage_id.sequence
                    and (not stage.job_ids or applicant.job_id in stage.job_ids)
                )
            )[:1]
        return ahead

    def _ats_advance(self):
        """Move to the next stage and say so."""
        self.ensure_one()
        stage = self._ats_next_stages()[self]
        self.with_context(ats_no_toast=True)._ats_move(stage)
        values = {"name": self.partner_name or "", "stage": stage.name}
        if stage.sudo().template_id:
            return self.env._("%(name)s moved to %(stage)s · mail in 60 s", **values)
        return self.env._("%(name)s moved to %(stage)s", **values)


class AtsDay(models.AbstractModel):
    """Candidates who wrote, applications that lie too long, and new ones."""

    _inherit = "ats.day"

    @api.model
    def _ats_day_groups(self, scope):
        mine = self._ats_day_applications(scope) & Domain("ats_state", "=", "ongoing")
        return [
            *super()._ats_day_groups(scope),
            self._ats_day_replies(mine),
            self._ats_day_overdue(mine),
            self._ats_day_new(mine),
        ]

    @api.model
    def _ats_day_replies(self, mine):
        return DayGroup(
            key="replies",
            sequence=20,
            title=self.env._("Reply to candidates"),
            model="hr.applicant",
            domain=mine & Domain("ats_reply_since", "!=", False),
            since="ats_reply_since",
            order="ats_reply_since, id",
            late=("ats_reply_since", fields.Datetime.now() - ANSWER_WITHIN),
            rows=self._ats_day_reply_rows,
            verbs=(
                DayVerb("reply", self.env._("Reply"), lambda one: one.action_ats_write_to_candidate(), opens=True),
                DayVerb(
                    "answered",
                    self.env._("No Answer Needed"),
                    lambda one: one._ats_end_waiting(),
                    undo=lambda one: one._ats_wait_again(),
                ),
            ),
        )

    @api.model
    def _ats_day_overdue(self, mine):
        now = fields.Datetime.now()
        return DayGroup(
            key="overdue",
            sequence=40,
            title=self.env._("Too long in a stage"),
            model="hr.applicant",
            domain=mine & self._ats_day_overdue_domain(now),
            since="ats_sla_deadline",
            order="ats_sla_deadline, id",
            late=("ats_sla_deadline", now),
            rows=self._ats_day_overdue_rows,
            verbs=self._ats_day_decisions(),
        )

    @api.model
    def _ats_day_overdue_domain(self, now):
        """Hook: which applications lie too long."""
        return Domain("ats_sla_deadline", "<", now)

    @api.model
    def _ats_day_new(self, mine):
        now = fields.Datetime.now()
        in_time = Domain("ats_sla_deadline", "=", False) | Domain("ats_sla_deadline", ">=", now)
        return DayGroup(
            key="new",
            sequence=80,
            title=self.env._("New since yesterday"),
            model="hr.applicant",
            domain=mine
            & in_time
            & Domain("create_date", ">=", self._ats_day_moment(days=-1))
            & Domain("stage_id.ats_kind", "=", "new")
            & Domain("ats_duplicate_of_id", "=", False),
            since="create_date",
            order="create_date desc, id desc",
            rows=self._ats_day_new_rows,
            verbs=self._ats_day_decisions(),
        )

    @api.model
    def _ats_day_decisions(self):
        return (
            DayVerb(
                "advance",
                self.env._("Next Stage"),
                lambda one: one._ats_advance(),
                undo=lambda one: one.with_context(ats_no_toast=True).action_ats_undo_move(),
            ),
            DayVerb("look", self.env._("Look"), lambda one: one.get_formview_action(), opens=True),
            DayVerb("refuse", self.env._("Refuse"), lambda one: one.archive_applicant(), opens=True),
        )

    # ------------------------------------------------------------ rows

    @api.model
    def _ats_day_application_row(self, applicant, why, verbs, **more):
        """Describe a row about an application."""
        return {
            "name": applicant.partner_name or applicant.email_from or self.env._("Unnamed"),
            "job": applicant.job_id.name,
            "why": why,
            "verbs": verbs,
            "open": ("hr.applicant", applicant.id),
            **more,
        }

    @api.model
    def _ats_day_reply_rows(self, applicants):
        """Quote what the candidate wrote last; one query for the page."""
        messages_sudo = (
            self.env["mail.message"]
            .sudo()
            .search_fetch(
                [("model", "=", "hr.applicant"), ("res_id", "in", applicants.ids), ("ats_with_candidate", "=", "from")],
                ["res_id", "body"],
                order="id desc",
            )
        )
        last = {}
        for message in messages_sudo:
            last.setdefault(message.res_id, message.body)
        return {
            applicant.id: self._ats_day_application_row(
                applicant, self._ats_day_quote(last.get(applicant.id)), ["reply", "answered"]
            )
            for applicant in applicants
        }

    @api.model
    def _ats_day_quote(self, body):
        words = " ".join(html2plaintext(body or "").split())
        if not words:
            return self.env._("The last message came from the candidate.")
        return self.env._("Wrote: “%s”", words if len(words) <= QUOTE else f"{words[:QUOTE].rstrip()}…")

    @api.model
    def _ats_day_overdue_rows(self, applicants):
        now = fields.Datetime.now()
        return self._ats_day_decision_rows(
            applicants,
            lambda applicant: self.env._(
                "%(days)s days in %(stage)s; the answer was due %(over)s days ago.",
                days=applicant.ats_days_in_stage,
                stage=applicant.stage_id.name,
                over=(now - applicant.ats_sla_deadline).days,
            ),
        )

    @api.model
    def _ats_day_new_rows(self, applicants):
        return self._ats_day_decision_rows(
            applicants,
            lambda applicant: applicant.ats_headline or self.env._("Applied and waits for a first look."),
        )

    @api.model
    def _ats_day_decision_rows(self, applicants, why):
        following = applicants._ats_next_stages()
        return {
            applicant.id: self._ats_day_application_row(
                applicant,
                why(applicant),
                ["advance" if following[applicant] else "look", "refuse"],
                labels={"advance": self.env._("To %s", following[applicant].name)},
            )
            for applicant in applicants
        }
