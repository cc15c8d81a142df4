from odoo import api, fields, models
from odoo.exceptions import UserError

PERSON, APPLICATION = "ats.candidate", "hr.applicant"
# What may become a column, in the order of the file. Nothing else does: neither keys nor the software's own fields.
OF_PERSON = (
    "name",
    "email",
    "phone",
    "city",
    "linkedin",
    "headline",
    "skill_ids",
    "tag_ids",
    "talent_pool_ids",
    "source_id",
    "lang",
    "company_id",
    "create_date",
    "application_count",
    "job_ids",
    "retention_until",
    "legal_hold",
)
OF_APPLICATION = (
    "job_id",
    "stage_id",
    "ats_state",
    "create_date",
    "user_id",
    "department_id",
    "company_id",
    "ats_source",
    "medium_id",
    "campaign_id",
    "type_id",
    "availability",
    "priority",
    "interviewer_ids",
    "ats_days_in_stage",
    "ats_sla_deadline",
    "ats_last_activity",
    "refuse_reason_id",
    "refuse_date",
    "ats_withdraw_reason",
    "date_closed",
    "salary_expected",
    "salary_expected_extra",
    "salary_proposed",
    "salary_proposed_extra",
)
USUAL = {*(f"person.{name}" for name in OF_PERSON[:10]), *(f"application.{name}" for name in OF_APPLICATION[:5])}
# An application tells these itself, and they may differ from the person's.
ITS_OWN = {
    "name": "partner_name",
    "email": "email_from",
    "phone": "partner_phone",
    "linkedin": "linkedin_profile",
    "tag_ids": "categ_ids",
    "source_id": "source_id",
    "lang": "ats_lang",
}
# Both have it, and the application's is meant.
NOT_TWICE = {"company_id", "create_date", "application_count", "job_ids"}
CELLS = {"char", "text", "html", "selection", "boolean", "integer", "float", "monetary", "date", "datetime"}
LISTS = {"many2one", "many2many"}


class AtsBulkRun(models.Model):
    """Which columns a spreadsheet has: chosen by who exports, and remembered for the next time."""

    _inherit = "ats.bulk.run"

    columns = fields.Json(readonly=True, groups=fields.NO_ACCESS, help="Keys of the chosen ones, under ``keys``.")
    person_columns = fields.Json(compute="_compute_column_boxes", inverse="_inverse_column_boxes")
    application_columns = fields.Json(compute="_compute_column_boxes", inverse="_inverse_column_boxes")

    @api.model
    def _choices(self):
        return super()._choices() | {"person_columns", "application_columns"}

    # What is offered -------------------------------------------------------------------------

    def _offered_columns(self):
        """Return what the user may have as a column, in the order of the file.

        :return: ``{key: (model, name of the field, label)}``; the key is ``person.…`` or ``application.…``
        """
        self.ensure_one()
        of_application = self.res_model == APPLICATION
        offered = {}
        for name in (*OF_PERSON, *self._own_fields(PERSON)):
            if of_application and name in NOT_TWICE:
                continue
            if of_application and name in ITS_OWN:
                offered[f"person.{name}"] = (APPLICATION, ITS_OWN[name])
            else:
                offered[f"person.{name}"] = (PERSON, name)
        if of_application:
            for name in (*OF_APPLICATION, *self._own_fields(APPLICATION)):
                offered[f"application.{name}"] = (APPLICATION, name)
        labels = {model: self._readable_labels(model) for model in (PERSON, APPLICATION)}
        return {
            key: (model, name, labels[model][name]) for key, (model, name) in offered.items() if name in labels[model]
        }

    @api.model
    def _own_fields(self, model):
        """Return the names of the fields that the company has added itself."""
        return sorted(
            name
            for name, field in self.env[model]._fields.items()
            if field.manual and field.exportable and field.type in CELLS | LISTS
        )

    @api.model
    def _readable_labels(self, model):
        """Return ``{name: label}`` of the fields that the user may read, with what they point at."""
        return {
            name: description["string"]
            for name, description in self.env[model].fields_get(attributes=["string", "relation"]).items()
            if "relation" not in description or self.env[description["relation"]].has_access("read")
        }

    # What is chosen --------------------------------------------------------------------------

    def _chosen_keys(self):
        """Return the keys of the chosen columns: those of this run, of the last time, or the usual ones."""
        columns = self.sudo().columns
        chosen = columns["keys"] if columns else self._remembered_keys()
        return USUAL if chosen is None else set(chosen)

    def _chosen_columns(self):
        """Return ``[(model, name, label)]`` of what was chosen and what the user may still read."""
        chosen = self._chosen_keys()
        return [column for key, column in self._offered_columns().items() if key in chosen]

    @api.depends("columns", "action", "res_model")
    @api.depends_context("lang", "uid")
    def _compute_column_boxes(self):
        """Boxes as the widget ``json_checkboxes`` draws them."""
        for run in self:
            run.person_columns = run.application_columns = False
            if run.action != "export":
                continue
            chosen = run._chosen_keys()
            boxes = {
                key: {"label": label, "checked": key in chosen}
                for key, (_model, _name, label) in run._offered_columns().items()
            }
            run.person_columns = {key: box for key, box in boxes.items() if key.startswith("person.")}
            run.application_columns = {
                key: box for key, box in boxes.items() if key.startswith("application.")
            } or False

    def _inverse_column_boxes(self):
        """Keep the keys only: what is offered is asked anew each time, whatever the browser sends."""
        for run in self:
            boxes = {**(run.person_columns or {}), **(run.application_columns or {})}
            run.sudo().columns = {"keys": [key for key in run._offered_columns() if boxes.get(key, {}).get("checked")]}

    def action_usual_columns(self):
        """Button: choose the columns that everybody begins with."""
        self.ensure_one()
        self.check_access("write")
        self.sudo().columns = None
        self._remember_keys(None)
        return self._open()

    # Remembered ------------------------------------------------------------------------------

    # Elevated: the row of ``ir.default`` is the user's own, and nobody but administrators writes there otherwise.

    def _remembered_keys(self):
        defaults = self.env["ir.default"].sudo()
        return defaults._get_model_defaults(self._name, self._memory()).get("columns")

    def _remember_keys(self, keys):
        defaults = self.env["ir.default"].sudo()
        defaults.set(self._name, "columns", keys, user_id=self.env.uid, condition=self._memory())

    def _memory(self):
        return f"res_model={self.res_model}"

    def _check_columns(self):
        """Remember what is chosen.

        :raise UserError: nothing is
        """
        if not self._chosen_columns():
            raise UserError(self.env._("Choose at least one column."))
        offered = self._offered_columns()
        keys = [key for key in offered if key in self._chosen_keys()]
        self.sudo().columns = {"keys": keys}
        self._remember_keys(keys)
