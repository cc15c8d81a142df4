from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import SQL


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _ats_add_to_job(self, job):
        """Make an application of a known person for a job, on our initiative: no mail is sent.

        :param job: the ``hr.job``
        :return: the application
        :raise UserError: the person has an open application for the job
        """
        self.ensure_one()
        applications = self.env["hr.applicant"]
        if applications._ats_open_application(self, job):
            raise UserError(
                self.env._("%(name)s has an open application for %(job)s.", name=self.name, job=job.display_name)
            )
        return (
            applications.with_context(ats_no_stage_mail=True)
            .create(
                {
                    "ats_candidate_id": self.id,
                    "job_id": job.id,
                    "partner_name": self.name,
                    "email_from": self.email,
                    "partner_phone": self.phone,
                    "linkedin_profile": self.linkedin,
                    "ats_lang": self.lang,
                }
            )
            .with_env(self.env)
        )


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_take_back_added(self):
        """Delete an application that :meth:`ats.candidate._ats_add_to_job` made, as if it had never been.

        :raise UserError: something has happened in it since
        :raise AccessError: the user does not delete applications
        """
        self.ensure_one()
        self.check_access("unlink")
        stays = self.env["ats.stage.log"].sudo().search_count([("applicant_id", "=", self.id)])
        if self.ats_state != "ongoing" or stays > 1:
            raise UserError(self.env._("has been moved since."))
        if self._ats_rows_since():
            raise UserError(self.env._("something has happened in it since."))
        self.unlink()

    def _ats_rows_since(self):
        """Return the names of models with a row about this application that came after it, whatever their room.

        What belongs to it from the beginning was written in the same transaction, so at the same moment.
        """
        self.env.flush_all()
        found = SQL(" UNION ALL ").join(
            SQL(
                "SELECT %s WHERE EXISTS (SELECT FROM %s row WHERE row.%s = %s AND %s AND row.create_date > made.at)",
                name,
                SQL.identifier(self.env[name]._table),
                SQL.identifier(column),
                self.id,
                condition,
            )
            for name, column, condition in self._ats_pointing()
        )
        rows = self.env.execute_query(
            SQL(
                """SELECT name FROM (SELECT create_date AS at FROM hr_applicant WHERE id = %s) made,
                          LATERAL (%s) AS later(name)""",
                self.id,
                found,
            )
        )
        return [name for (name,) in rows]

    def _ats_pointing(self):
        """Yield model, column and a further condition of all that may lie on an application."""
        machine_made = self._ats_machine_rows()
        for name, model in self.env.registry.items():
            if model._abstract or model._transient or not model._auto or not model._log_access or name in machine_made:
                continue
            for field in model._fields.values():
                if field.type == "many2one" and field.store and field.comodel_name == self._name:
                    yield name, field.name, SQL("TRUE")
        for name, column in (("mail.message", "model"), ("ir.attachment", "res_model"), ("mail.activity", "res_model")):
            yield name, "res_id", SQL("%s = %s", SQL.identifier(column), self._name)

    @api.model
    def _ats_machine_rows(self):
        """Hook: models whose rows the software writes by itself about every application, after a while."""
        return {"ats.event", "ats.search.note"}
