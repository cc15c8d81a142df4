from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import html2plaintext

from .sheet import Sheet

# A copy of people's data does not lie around.
FILE_HOURS = 24


class AtsBulkRun(models.Model):
    """Export to a spreadsheet: what the owner may read, with a word on who may not be written to."""

    _inherit = "ats.bulk.run"

    file_id = fields.Many2one("ir.attachment", "Spreadsheet", readonly=True, copy=False, ondelete="set null")

    def _plan_export(self, records):
        erased = self.env._("The data of this person was erased.")
        skipped = {
            record: erased for record, person in self._people(records).items() if person and person.sudo().erased_at
        }
        blockers = (records - records.browse([record.id for record in skipped]))._ats_mail_blockers()
        notes = {record: " ".join(why.values()) for record, why in blockers.items() if "do_not_contact" in why}
        return skipped, notes

    def _do_export(self, records):
        """The rows are written when all are known: :meth:`_finish`."""
        return {}

    def _finish(self):
        result = super()._finish()
        if self.action == "export":
            self.with_user(self.sudo().user_id)._write_spreadsheet()
        return result

    def _write_spreadsheet(self):
        lines = self.sudo().line_ids.filtered(lambda line: line.state == "done")
        records = lines._record()._filtered_access("read").with_env(self._as_the_owner_sees_it())
        if not records:
            return
        run = self.with_env(records.env)
        content = Sheet(records.env).workbook(run._sheet_titles(), run._sheet_rows(records))
        self.sudo().file_id = (
            self.env["ir.attachment"]
            .sudo()
            .create(
                {
                    "name": run.env._(
                        "%s.xlsx", dict(run._fields["res_model"]._description_selection(run.env))[self.res_model]
                    ),
                    "raw": content,
                    "mimetype": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "res_model": self._name,
                    "res_id": self.id,
                }
            )
        )

    def _as_the_owner_sees_it(self):
        """Return the environment with the language and the zone of who gets the file, also in the background."""
        return self.with_context(lang=self.env.user.lang, tz=self.env.user.tz or "UTC").env

    def _sheet_titles(self):
        zone = self.env.context["tz"]
        titles = [
            f"{label} ({zone})" if self.env[model]._fields[name].type == "datetime" else label
            for model, name, label in self._chosen_columns()
        ]
        # Whoever works with a copy has to know it: this column is no choice.
        return [*titles, self.env._("Not to Be Written To")]

    def _sheet_rows(self, records):
        """Return the rows, in the order of the selection, as the owner reads the records."""
        blockers = records._ats_mail_blockers()
        columns = [(model, name) for model, name, _label in self._chosen_columns()]
        return [
            [
                *(_cell(record if model == record._name else person, name) for model, name in columns),
                " ".join(blockers[record].values()),
            ]
            for record, person in self._people(records).items()
        ]

    @api.autovacuum
    def _gc_spreadsheets(self):
        """Delete the files of exports after a day; who was exported when stays in the list of runs."""
        before = fields.Datetime.now() - timedelta(hours=FILE_HOURS)
        old = self.sudo().search([("file_id", "!=", False), ("finished_at", "<", before)], limit=1000)
        old.file_id.unlink()

    def action_download(self):
        """Button: fetch the file."""
        self.ensure_one()
        self._check_owner()
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self.file_id.id}?download=true",
            "target": "download",
        }


def _cell(record, name):
    """Return what a cell says: a text, a number, a date or a moment in the zone of the reader."""
    field, value = record._fields[name], record[name]
    if field.type == "many2one":
        return value.sudo().display_name  # as a form shows it
    if field.type == "many2many":
        return ", ".join(filter(None, value._filtered_access("read").mapped("display_name")))
    if field.type == "boolean":
        return record.env._("Yes") if value else ""
    if field.type == "html":
        return html2plaintext(value or "")
    if field.type == "selection":
        return dict(field._description_selection(record.env)).get(value, "")
    if field.type == "datetime" and value:
        return fields.Datetime.context_timestamp(record, value).replace(tzinfo=None)
    # What is not known is empty: no pay is not a pay of zero.
    return value or ""
