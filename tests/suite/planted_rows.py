"""A row of each model for each of two jobs, written past the ORM, so that record rules of every model are asked alike,
those of models that do not exist yet included."""

from odoo.tools import SQL


class PlantedRows:
    """Rows of one job. What a table demands beside its links is waived in the test's transaction."""

    def __init__(self, env, job, applicant):
        self.env = env
        attachment = env["ir.attachment"].create(
            {"name": "cv.txt", "raw": b"x", "res_model": "hr.applicant", "res_id": applicant.id}
        )
        self.ids = {
            "hr.job": job.id,
            "hr.applicant": applicant.id,
            "ats.candidate": applicant.ats_candidate_id.id,
            "ir.attachment": attachment.id,
            "res.company": env.company.id,
        }

    def id_of(self, name):
        """The id of this job's row of a model, planted when it is asked for the first time."""
        if name not in self.ids:
            self.ids[name] = None  # models that point at each other
            self.ids[name] = self._there_already(self.env[name]) or self._plant(self.env[name])
        return self.ids[name]

    def _there_already(self, model):
        """What applying made, for instance the first stay and the document."""
        if "applicant_id" not in model._fields or not model._fields["applicant_id"].store:
            return None
        return model.sudo().search([("applicant_id", "=", self.ids["hr.applicant"])], limit=1).id

    def _plant(self, model):
        links = {
            field.name: self.id_of(field.comodel_name)
            for field in self._columns(model)
            if field.type == "many2one" and self._is_followed(field.comodel_name)
        }
        self._waive_demands(model)
        columns = {name: value for name, value in links.items() if value} | self._states(model)
        if not columns:
            query = SQL("INSERT INTO %s DEFAULT VALUES RETURNING id", SQL.identifier(model._table))
            return self.env.execute_query(query)[0][0]
        return self.env.execute_query(
            SQL(
                "INSERT INTO %s (%s) VALUES (%s) RETURNING id",
                SQL.identifier(model._table),
                SQL(", ").join(map(SQL.identifier, columns)),
                SQL(", ").join(SQL("%s", value) for value in columns.values()),
            )
        )[0][0]

    def _states(self, model):
        """The first state of a record, who may read it where that is chosen, and that it is not archived."""
        fields = {field.name: field for field in self._columns(model)}
        states = {"active": True} if "active" in fields else {}
        for name in ("state", "visibility"):
            if name in fields and fields[name].type == "selection":
                states[name] = fields[name].get_values(self.env)[0]
        return states

    def _is_followed(self, name):
        return name in self.ids or (name.startswith("ats.") and not self.env[name]._abstract)

    @staticmethod
    def _columns(model):
        return [field for field in model._fields.values() if field.store and field.column_type]

    def _waive_demands(self, model):
        table = SQL.identifier(model._table)
        for (check,) in self.env.execute_query(
            SQL("SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid = %s::regclass", model._table)
        ):
            self.env.cr.execute(SQL("ALTER TABLE %s DROP CONSTRAINT %s", table, SQL.identifier(check)))
        for field in self._columns(model):
            if field.required and field.name != "id":
                column = SQL.identifier(field.name)
                self.env.cr.execute(SQL("ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL", table, column))
