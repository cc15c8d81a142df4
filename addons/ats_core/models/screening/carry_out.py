from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ...insert_rows import insert_rows


class HrApplicant(models.Model):
    """What rules do, through the verbs that people use, and the evidence of it."""

    _inherit = "hr.applicant"

    def _ats_carry_out(self, steps, door):
        """Do the steps and return their ``ats.rule.firing`` rows.

        :param steps: what :meth:`_ats_screening_plan` returned, in its order
        """
        firings_sudo = self.env["ats.rule.firing"].sudo()
        by_version = {}
        for step in steps:
            by_version.setdefault(step.version, []).append(step)
        for version, its_steps in by_version.items():
            firings_sudo |= version.sudo()._act(its_steps, door)
        return firings_sudo.with_env(self.env)


class AtsRuleVersion(models.Model):
    _inherit = "ats.rule.version"

    def _act(self, steps, door):
        """Act on the applications of the steps at once; where that fails, on each alone."""
        self.ensure_one()
        able = [step for step in steps if step.outcome != "blocked"]
        failed = {}
        try:
            with self.env.cr.savepoint():
                proposals = self._act_on(able)
        except (UserError, AccessError):
            proposals, failed = self._act_on_each(able)
        return self._write_firings(steps, door, proposals, failed)

    def _act_on_each(self, steps):
        proposals, failed = self.env["ats.refusal.proposal"], {}
        for step in steps:
            try:
                with self.env.cr.savepoint():
                    proposals |= self._act_on([step])
            except (UserError, AccessError) as error:
                failed[step.applicant] = str(error)
        return proposals, failed

    def _act_on(self, steps):
        """Do what the version says and return the proposals it made.

        What the plan calls refused comes from a version that may decide alone, on what the candidate
        answered; every other refusal is proposed.
        """
        applicants = self.env["hr.applicant"].concat(*(step.applicant for step in steps)).sudo()
        if not applicants:
            return self.env["ats.refusal.proposal"]
        if self.action != "refuse":
            getattr(self, f"_do_{self.action}")(applicants)
            return self.env["ats.refusal.proposal"]
        send_at = self._mail_leaves_at(applicants[0].company_id)
        if all(step.outcome == "refused" for step in steps):
            applicants._ats_refuse(self.reason_id, template=self.template_id, send_at=send_at, rule=self.rule_id)
            return self.env["ats.refusal.proposal"]
        return self._propose(steps, send_at)

    def _propose(self, steps, send_at):
        """Propose all at once; each proposal says what its candidate answered."""
        found = self.env["hr.applicant"].concat(*(step.applicant for step in steps)).sudo()
        return found._ats_propose_refusal(
            self.reason_id,
            template=self.template_id,
            rule=self,
            send_at=send_at,
            origin=self.name,
            because={step.applicant.id: step.because for step in steps},
        )

    def _do_tag(self, applicants):
        applicants.write({"categ_ids": [fields.Command.link(tag.id) for tag in self.tag_ids]})

    def _do_move(self, applicants):
        stage = self._target_stage()
        moving = applicants.filtered(lambda applicant: applicant.stage_id != stage)
        # A line in the log: tracking takes nine statements for each of the hundreds that a rule may move at once.
        moving.with_context(mail_notrack=True)._ats_move(stage, rule=self.rule_id, note=self.name)
        body = self.env._("Moved to %(stage)s by the rule %(rule)s.", stage=stage.name, rule=self.name)
        moving._message_log_batch(bodies=dict.fromkeys(moving.ids, body))

    def _do_ask(self, applicants):
        if self.ask_by == "mail":
            applicants._ats_mail(self.ask_template_id, send_at=applicants._ats_undo_until())
            return
        # In the bell, and without a mail for each: a rule may ask about hundreds at once.
        quiet = applicants.with_context(mail_activity_quick_update=True)
        for user, group in quiet.grouped(lambda row: row.user_id or row.job_id.user_id).items():
            group.activity_schedule(
                "mail.mail_activity_data_todo", summary=self.ask_what, note=self.name, user_id=user.id or self.env.uid
            )

    def _mail_leaves_at(self, company):
        """Return the moment (UTC) after the delay in working days; ``None`` without a delay."""
        self.ensure_one()
        if not self.delay_days:
            return None
        now = fields.Datetime.now()
        calendar = (company or self.env.company).resource_calendar_id
        # Today does not count.
        planned = calendar and calendar.plan_days(self.delay_days + 1, now, compute_leaves=True)
        return planned or fields.Datetime.add(now, days=self.delay_days)

    def _write_firings(self, steps, door, proposals, failed):
        proposal_of = {proposal.applicant_id.id: proposal for proposal in proposals}
        firings = insert_rows(
            self.env["ats.rule.firing"],
            [self._prepare_firing(step, door, proposal_of.get(step.applicant.id), failed) for step in steps],
        )
        self.env["ats.event"]._record_many(
            [
                {
                    "type": "rule.acted",
                    "applicant": firing.applicant_id,
                    "res": firing,
                    "payload": {"rule": self.rule_id.id, "version": self.version, "outcome": firing.outcome},
                }
                for firing in firings
            ]
        )
        return firings

    def _prepare_firing(self, step, door, proposal, failed):
        applicant = step.applicant
        overtaken = step.outcome == "proposed" and not proposal
        return {
            "rule_id": self.rule_id.id,
            "version_id": self.id,
            "version": self.version,
            "applicant_id": applicant.id,
            "job_id": applicant.job_id.id,
            "company_id": applicant.company_id.id,
            "answer_id": step.answer.id,
            "because": step.because,
            "door": door,
            "outcome": "blocked" if applicant in failed or overtaken else step.outcome,
            "note": failed.get(applicant) or (overtaken and self.env._("A refusal waits already, or it has ended.")),
            "proposal_id": proposal and proposal.id,
            "decision": "waits" if proposal else False,
        }
