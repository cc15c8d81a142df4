from textwrap import shorten
from typing import NamedTuple

from odoo import fields, models

from ...lib.ats_screening import Rule, plan

ENDING = "refuse"
# So much of an answer is quoted as the reason; the whole stands on the application.
QUOTED = 300


class Step(NamedTuple):
    """What a version would do to an application, and why."""

    applicant: object
    version: object
    outcome: str
    answer: object
    because: str


class HrApplicant(models.Model):
    """Which rules hit which applications. Trying, previewing and acting all ask the same plan."""

    _inherit = "hr.applicant"

    ats_firing_ids = fields.One2many("ats.rule.firing", "applicant_id", "What Rules Did", readonly=True)

    def _ats_screen(self, door, *, only_older=False):
        """Let the active rules of their jobs act on the applications.

        :param str door: one of the doors of ``ats.rule.firing``
        :param bool only_older: leave out versions that became active after the application arrived
        :return: the ``ats.rule.firing`` rows
        """
        versions_sudo = self.env["ats.rule.version"].sudo()._active_of(self.sudo().job_id)
        steps = self.sudo()._ats_screening_plan(versions_sudo)
        if only_older:
            steps = [step for step in steps if step.version.activated_at <= step.applicant.create_date]
        return self._ats_carry_out(self._ats_for_door(steps, door), door)

    def _ats_facts_learned(self):
        """Called by addons that have learned more about the applications, for instance from a
        résumé: rules that had to leave a condition open are asked again."""
        return self._ats_screen("facts", only_older=True)

    def _ats_screening_plan(self, versions, *, as_new=False):
        """Return the :class:`Step` of each version that hits, by rule and application.

        :param versions: ``ats.rule.version`` in their order
        :param bool as_new: as if the applications had just arrived, to try rules on past ones
        """
        applicants = self if as_new else self.filtered(lambda row: row.ats_state == "ongoing")
        if not versions or not applicants:
            return []
        rules = {job: [version._as_plain() for version in of_job] for job, of_job in versions.grouped("job_id").items()}
        facts = applicants._ats_screening_facts()
        already = {} if as_new else applicants._ats_already_acted(versions)
        today = fields.Date.context_today(self)
        steps = []
        for applicant in applicants:
            hits = plan(
                rules.get(applicant.job_id, ()), facts[applicant.id], today, already.get(applicant.id, frozenset())
            )
            steps += applicant._ats_steps(hits, as_new)
        order = {version: number for number, version in enumerate(versions)}
        return sorted(steps, key=lambda step: order[step.version])

    def _ats_already_acted(self, versions):
        """Return the ids of the versions that act no more on each application."""
        already = {}
        for version, applicant in (
            self.env["ats.rule.firing"]
            .sudo()
            ._read_group(
                [("applicant_id", "in", self.ids), ("version_id", "in", versions.ids)], ["version_id", "applicant_id"]
            )
        ):
            already.setdefault(applicant.id, set()).add(version.id)
        waiting = (
            self.env["ats.refusal.proposal"]
            .sudo()
            .search([("applicant_id", "in", self.ids), ("state", "=", "proposed")])
        )
        for applicant in waiting.applicant_id:
            # A refusal waits for a person: it stopped the rules.
            already[applicant.id] = set(versions.ids)
        return already

    def _ats_steps(self, hits, as_new):
        self.ensure_one()
        steps = []
        for hit in hits:
            version = self.env["ats.rule.version"].browse(hit.rule)
            outcome = version._outcome_on(self, as_new)
            if outcome:
                conditions = self.env["ats.rule.condition"].browse(hit.because)
                answers = conditions._answers_of(self)
                because = "; ".join(conditions._found(self, answers))
                steps.append(Step(self, version, outcome, answers[:1], because))
        return steps


class AtsRuleVersion(models.Model):
    _inherit = "ats.rule.version"

    def _active_of(self, jobs):
        """Return the active versions of the rules of jobs, in their order."""
        versions = self.search([("job_id", "in", jobs.ids), ("state", "=", "active")])
        return versions.sorted(lambda version: (version.job_id.id, version.rule_id.sequence, version.rule_id.id))

    def _as_plain(self):
        """Return the version as the library knows it."""
        self.ensure_one()
        return Rule(
            id=self.id,
            conditions=tuple(condition._as_plain() for condition in self.condition_ids),
            match=self.match,
            ends=self.action == ENDING,
            once="move" if self.action == "move" else None,
        )

    def _outcome_on(self, applicant, as_new):
        """Return what acting on the application would come to; empty when there is nothing to do."""
        self.ensure_one()
        if self.action == "move":
            return "" if as_new and applicant.ats_state != "ongoing" else self._outcome_of_move(applicant)
        if self.action == "refuse":
            return "refused" if self._may_decide_alone() else "proposed"
        if self.action == "ask" and self.ask_by == "mail" and not applicant._ats_can_be_mailed():
            return "blocked"
        return {"tag": "tagged", "ask": "asked"}[self.action]

    def _outcome_of_move(self, applicant):
        """A rule moves forward only, and where a person could move too."""
        stage = self._target_stage()
        if stage == applicant.stage_id or stage.sequence < applicant.stage_id.sequence:
            return ""
        can_enter = stage._ats_is_for(applicant.job_id) and not applicant._ats_entry_blockers(stage)
        return "moved" if can_enter else "blocked"

    def _target_stage(self):
        """Return the stage to move to; a job that has taken own stages since has one of that name."""
        stage, job = self.stage_id, self.job_id
        if stage._ats_is_for(job):
            return stage
        return job.ats_own_stage_ids.filtered(lambda own: own.name == stage.name)[:1] or stage


class AtsRuleCondition(models.Model):
    _inherit = "ats.rule.condition"

    def _answers_of(self, applicant):
        """Return the application's answers that the conditions looked at, in the order of these."""
        by_question = {answer.question_id: answer for answer in applicant.ats_answer_ids if answer.is_current}
        found = [by_question[question] for question in self.question_id if question in by_question]
        return self.env["ats.answer"].concat(*found)

    def _found(self, applicant, answers):
        """Return what each condition found, in words."""
        given = {
            answer.question_id: f"{answer.wording} {shorten(answer.answer_text or '', QUOTED, placeholder=' …')}"
            for answer in answers
        }
        return [given.get(condition.question_id) or condition.words for condition in self]
