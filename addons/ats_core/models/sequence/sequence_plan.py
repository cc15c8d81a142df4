from odoo import fields, models

from ...lib.ats_worktime import first_open, moment_to_send


class AtsSequence(models.Model):
    _inherit = "ats.sequence"

    def _plan_anew(self):
        """Point everybody who is in these sequences at their next step: the steps or hours have changed."""
        self.sudo().enrolment_ids.filtered(lambda enrolment: enrolment.state == "active")._plan()

    def _wake_runner(self, at=None):
        """Let the scheduled action run, now or at a moment (UTC), instead of at its next turn."""
        self.env.ref("ats_core.ir_cron_sequence_run").sudo()._trigger(at=at)


class AtsSequenceEnrolment(models.Model):
    """What comes next for whom, and when."""

    _inherit = "ats.sequence.enrolment"

    def _plan(self):
        """Set the next step and its moment; who has none left has finished."""
        for sequence, enrolments in self.grouped("sequence_id").items():
            steps = sequence._steps()
            if not steps:
                enrolments.write({"step_id": False, "next_at": False, "is_held": False})
                continue
            done = enrolments._done_steps()
            calendar, plans = sequence._calendar(), {}
            for enrolment in enrolments:
                step = enrolment._step_after(steps, done.get(enrolment.id, ()))
                plans.setdefault((step, enrolment._moment_of(step, calendar)), []).append(enrolment.id)
            for (step, moment), ids in plans.items():
                enrolments.browse(ids)._wait_for(step, moment)

    def _done_steps(self):
        """Return ``{enrolment id: [step id, …]}`` of what these people have had."""
        groups = (
            self.env["ats.sequence.send"]
            .sudo()
            ._read_group([("enrolment_id", "in", self.ids)], ["enrolment_id"], ["step_id:array_agg"])
        )
        return {enrolment.id: steps for enrolment, steps in groups}

    def _step_after(self, steps, done):
        """Return the first step that comes after the last one and that the person has not had.

        A step that was archived still has its place in the order.
        """
        last = self.last_step_id
        place = (last.sequence, last.id) if last else (-1, 0)
        return steps.filtered(lambda step: (step.sequence, step.id) > place and step.id not in done)[:1]

    def _moment_of(self, step, calendar):
        """Return when a step is due (UTC); False while the sequence has not begun, or for no step."""
        sequence = self.sequence_id
        if not step or not sequence.started_at:
            return False
        since = self.last_at or max(self.enrolled_at, sequence.started_at)
        return moment_to_send(calendar, sequence._reading_hours(self.tz), since, step.delay_days) or False

    def _wait_for(self, step, moment):
        if not step:
            self._finish()
            return
        self.write({"step_id": step.id, "next_at": moment, "is_held": False})

    def _finish(self):
        """These people have had all steps. What they answer later is counted and shown all the same."""
        self.write(
            {
                "state": "finished",
                "step_id": False,
                "next_at": False,
                "is_held": False,
                "ended_at": fields.Datetime.now(),
            }
        )
        self.env["ats.event"]._record_many(
            [
                {
                    "type": "sequence.finished",
                    "candidate": enrolment.candidate_id,
                    "res": enrolment,
                    "payload": {"sequence": enrolment.sequence_id.id},
                }
                for enrolment in self
            ]
        )

    def _put_off(self, moment, *, is_held=False):
        """Wait until a moment, and from then on for the reader's hours."""
        self.ensure_one()
        at = first_open(self.sequence_id._reading_hours(self.tz), moment)
        self.write({"next_at": at, "is_held": is_held})
