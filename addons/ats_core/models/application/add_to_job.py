from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import SQL

# An object, not a value: no client can put it into a context.
TOGETHER = object()

# A rule was at work, no person: what the journal says of it.
BY_RULE = SQL(
    """done.type IN ('application.stage_changed', 'rule.acted', 'stage_rule.ran')
       AND COALESCE(done.payload ->> 'rule', 'false') <> 'false'"""
)


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _ats_add_to_job(self, job):
        """Make applications of known people for a job, on our initiative: no mail is sent.

        :param job: the ``hr.job``
        :return: the applications, in the order of the people
        :raise UserError: somebody has an open application for the job
        """
        applications = self.env["hr.applicant"]
        for standing_sudo in applications._ats_open_applications(self, job):
            raise UserError(
                self.env._(
                    "%(name)s has an open application for %(job)s.",
                    name=standing_sudo.ats_candidate_id.name,
                    job=job.display_name,
                )
            )
        made = applications.with_context(ats_no_stage_mail=True)._ats_create_together(
            [
                {
                    "ats_candidate_id": person.id,
                    "job_id": job.id,
                    "partner_name": person.name,
                    "email_from": person.email,
                    "partner_phone": person.phone,
                    "linkedin_profile": person.linkedin,
                    "ats_lang": person.lang,
                }
                for person in self
            ]
        )
        return made.with_env(self.env)


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    @api.model
    def _ats_create_together(self, vals_list):
        """Create rows that a colleague asked for. Of one the followers of the job hear as natively; many are
        noted in their chatters, and followed, in one go.
        """
        if len(vals_list) <= 1:
            return self.create(vals_list)
        made = self.with_context(mail_create_nolog=True, ats_together=TOGETHER).create(vals_list).with_env(self.env)
        for (job, user), rows in made.grouped(lambda row: (row.job_id, row.user_id)).items():
            quiet = rows.with_context(mail_auto_subscribe_no_notify=True)
            quiet._message_auto_subscribe({"job_id": job.id, "user_id": user.id})
        made._message_log_batch({row.id: row._creation_message() for row in made})
        return made

    def _message_auto_subscribe(self, updated_values, *args, **kwargs):
        if self.env.context.get("ats_together") is TOGETHER:
            return True
        return super()._message_auto_subscribe(updated_values, *args, **kwargs)

    def _ats_take_back_added(self):
        """Delete applications that :meth:`ats.candidate._ats_add_to_job` made, as if they had never been; those
        in which somebody has done something stay. What only rules have done, inside the house, goes with them.

        :return: ``{application: why it stays}``
        :raise AccessError: the user does not delete applications
        """
        self.check_access("unlink")
        self.env.flush_all()
        staying = self._ats_moved_by_people()
        # What a move leaves behind is said as the move.
        staying |= (self - self.browse().concat(*staying))._ats_what_came_since()
        (self - self.browse().concat(*staying)).unlink()
        return staying

    def _ats_moved_by_people(self):
        """Return ``{application: sentence}`` of those that have ended, or that not only rules have moved."""
        rows = self.env.execute_query(
            SQL(
                """SELECT applicant_id FROM ats_stage_log stay WHERE applicant_id = ANY(%s) GROUP BY applicant_id
                   HAVING count(*) > 1 + (
                       SELECT count(*) FROM ats_event done WHERE done.applicant_id = stay.applicant_id
                       AND done.type = 'application.stage_changed' AND %s)""",
                self.ids,
                BY_RULE,
            )
        )
        moved = {id_ for (id_,) in rows}
        why = self.env._("has been moved since.")
        return {one: why for one in self if one.id in moved or one.ats_state != "ongoing"}

    def _ats_what_came_since(self):
        """Return ``{application: sentence that says what is newer than it}``."""
        models_of = self._ats_rows_since()
        label = self.env["ir.model"]._get
        return {
            one: self.env._(
                "something has happened in it since: %s.",
                ", ".join(label(name).sudo().name for name in sorted(models_of[one.id])),
            )
            for one in self
            if models_of.get(one.id)
        }

    def _ats_rows_since(self):
        """Return the models with a row about these applications that came after them, whatever their room.

        What belongs to one from the beginning was written in the same transaction, so at the same moment.

        :return: ``{id: {names of models}}``
        """
        if not self:
            return {}
        self.env.flush_all()
        found = SQL(" UNION ALL ").join(
            SQL(
                """SELECT made.id, %s FROM made WHERE EXISTS (
                       SELECT FROM %s "row"
                       WHERE "row".%s = made.id AND %s AND "row".create_date > made.create_date)""",
                name,
                SQL.identifier(self.env[name]._table),
                SQL.identifier(column),
                condition,
            )
            for name, column, condition in self._ats_pointing()
        )
        since = {}
        query = SQL("WITH made AS (SELECT id, create_date FROM hr_applicant WHERE id = ANY(%s)) %s", self.ids, found)
        for id_, name in self.env.execute_query(query):
            since.setdefault(id_, set()).add(name)
        return since

    def _ats_pointing(self):
        """Yield model, column and a further condition of all that may lie on an application."""
        machine_made = self._ats_machine_rows()
        for name, model in self.env.registry.items():
            if model._abstract or model._transient or not model._auto or not model._log_access:
                continue
            for field in model._fields.values():
                if field.type == "many2one" and field.store and field.comodel_name == self._name:
                    yield name, field.name, SQL("NOT (%s)", machine_made.get(name, SQL("FALSE")))
        for name, column in (("mail.message", "model"), ("ir.attachment", "res_model"), ("mail.activity", "res_model")):
            condition = SQL('"row".%s = %s', SQL.identifier(column), self._name)
            yield name, "res_id", SQL("%s AND NOT (%s)", condition, machine_made.get(name, SQL("FALSE")))

    @api.model
    def _ats_machine_rows(self):
        """Hook: rows that the software writes by itself about an application, after a while.

        :return: ``{name of a model: which of its rows}``, an ``SQL`` condition on ``"row"``
        """
        return {
            "ats.event": SQL("TRUE"),
            "ats.search.note": SQL("TRUE"),
            "ats.stage.log": _with_a_rule(SQL('"row".applicant_id')),
            "mail.activity": _with_a_rule(SQL('"row".res_id')),
            # Nobody was mailed about it: neither the candidate nor a colleague who follows.
            "mail.message": SQL(
                """"row".message_type = 'notification' AND %s
                   AND NOT EXISTS (SELECT FROM mail_notification
                                   WHERE mail_message_id = "row".id AND notification_type <> 'inbox')""",
                _with_a_rule(SQL('"row".res_id')),
            ),
        }


def _with_a_rule(applicant_id):
    """A row of the transaction in which a rule acted on its application: the rule wrote it."""
    return SQL(
        """EXISTS (SELECT FROM ats_event done
                   WHERE done.applicant_id = %s AND done.create_date = "row".create_date AND %s)""",
        applicant_id,
        BY_RULE,
    )
