import logging

from psycopg2.errors import SerializationFailure

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ...lib.ats_worktime import first_open
from .ats_sequence import KIND

_logger = logging.getLogger(__name__)

BATCH = 200
REASON_OF_BLOCKER = {"other_company": "archived"}


class StepSkipped(Exception):
    """There is nothing to do for this person; the text says why."""


class AtsSequenceEnrolment(models.Model):
    """Doing what is due. Each person is a transaction of its own: the fact that a step was done and its mail in the
    queue are written together, so a stop in the middle loses nothing and sends nothing twice."""

    _inherit = "ats.sequence.enrolment"

    @api.model
    def _cron_run_due(self, limit=BATCH):
        """Do what is due, the oldest first; another runner takes others."""
        due = self.search(
            [
                ("state", "=", "active"),
                ("next_at", "<=", fields.Datetime.now()),
                ("sequence_id.state", "=", "running"),
                ("sequence_id.active", "=", True),
            ],
            order="next_at, id",
            limit=limit,
        )
        progress = self.env["ir.cron"]
        progress._commit_progress(remaining=len(due))
        for enrolment in due:
            try:
                enrolment._run()
            except SerializationFailure:
                # Another runner wrote to this person in this very moment; the next turn looks again.
                self.env.cr.rollback()
            if not progress._commit_progress(1):
                return
        if len(due) == limit:
            self.env["ats.sequence"]._wake_runner()

    def _run(self):
        """Do the next step of one person, unless it is done, being done, or must not be done any more."""
        self.ensure_one()
        if not self._take():
            return
        why = self.sequence_id._blockers(self.candidate_id)[self.candidate_id]
        if why:
            code = next(iter(why))
            self._stop(REASON_OF_BLOCKER.get(code, code))
        elif not self._must_wait():
            self._do_step()

    def _take(self):
        """Lock the row; nothing when it is not due any more or another runner has it."""
        self.flush_recordset()
        taken = self.env.execute_query(
            SQL(
                """SELECT id FROM ats_sequence_enrolment
                    WHERE id = %s AND state = 'active' AND next_at <= %s
                      FOR UPDATE SKIP LOCKED""",
                self.id,
                fields.Datetime.now(),
            )
        )
        self.invalidate_recordset()
        return bool(taken)

    def _must_wait(self):
        """Put the step off when it is night for the reader, or the person has had enough mails lately."""
        now = fields.Datetime.now()
        at = first_open(self.sequence_id._reading_hours(self.tz), now)
        if at and at > now:
            self._put_off(at)
            return True
        allowed_from = self.candidate_id._ats_own_mail_from() if self.step_id.kind != "activity" else None
        if allowed_from and allowed_from > now:
            self._put_off(allowed_from, is_held=True)
            return True
        return False

    def _do_step(self):
        step = self.step_id
        try:
            with self.env.cr.savepoint():
                values = getattr(self, f"_do_{step.kind}")(step)
        except StepSkipped as reason:
            values = {"is_sent": False, "note": str(reason)}
        except SerializationFailure:
            raise
        except UserError as error:
            self._fail(step, str(error))
            return
        except Exception:
            _logger.exception("step %s of a sequence failed for person %s", step.id, self.candidate_id.id)
            self._fail(step, self.env._("An error of the system; the administrator finds it in the log."))
            return
        self.env["ats.sequence.send"].create({"enrolment_id": self.id, "step_id": step.id, "kind": step.kind, **values})
        self.write({"last_step_id": step.id, "last_at": fields.Datetime.now()})
        self._plan()

    # ------------------------------------------------------------
    # The kinds of steps: each returns values of the row that tells it was done
    # ------------------------------------------------------------

    def _do_mail(self, step):
        sender = self.sequence_id.user_id
        values = {"author_id": sender.partner_id.id, "email_from": sender.email_formatted} if sender.email else {}
        mail = self.candidate_id._ats_mail(step.template_id, kind=KIND, email_values=values)
        if not mail:
            raise UserError(self.env._("The person may not be written to."))
        self.applicant_id = mail.res_id
        return {"mail_message_id": mail.mail_message_id.id}

    def _do_sms(self, step):
        applicant = self.candidate_id._ats_mail_files()[self.candidate_id]
        if why := applicant._ats_sms_blockers(KIND)[applicant]:
            raise StepSkipped(self.env._("No SMS: %s", " ".join(why.values())))
        lang = applicant._ats_mail_lang()
        template = step.sms_template_id.with_context(lang=lang, template_preview_lang=lang)
        applicant._ats_sms(template._render_field("body", applicant.ids)[applicant.id], kind=KIND)
        self.applicant_id = applicant
        return {}

    def _do_activity(self, step):
        user = self.sequence_id.user_id
        if not user.active:
            raise UserError(self.env._("The sequence has no sender who could do it."))
        applicant = self.candidate_id._ats_mail_files()[self.candidate_id]
        applicant.activity_schedule(
            activity_type_id=step.activity_type_id.id,
            summary=step.activity_summary or step.activity_type_id.name,
            user_id=user.id,
        )
        self.applicant_id = applicant
        return {"note": self.env._("To-do for %s", user.name)}

    def _fail(self, step, why):
        """Stop it for this person, keep why, and ask the sender to look at it."""
        self._stop("failed", f"{step.sentence}: {why}")
        user = self.sequence_id.user_id
        if user.active:
            self.candidate_id.activity_schedule(
                "mail.mail_activity_data_warning",
                user_id=user.id,
                summary=self.env._("A step of “%s” could not be done", self.sequence_id.name),
                note=why,
            )
