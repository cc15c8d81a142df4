import io
from datetime import timedelta

import xlsxwriter

from odoo import api, fields, models

# A copy of people's data does not lie around.
FILE_HOURS = 24
# No cell is anything but text: what a candidate typed is never a formula or a link.
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


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
        records = lines._record()._filtered_access("read").with_env(self.env)
        if not records:
            return
        content = _spreadsheet(self._sheet_columns(), self._sheet_rows(records))
        self.sudo().file_id = (
            self.env["ir.attachment"]
            .sudo()
            .create(
                {
                    "name": self.env._(
                        "%s.xlsx", dict(self._fields["res_model"]._description_selection(self.env))[self.res_model]
                    ),
                    "raw": content,
                    "mimetype": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "res_model": self._name,
                    "res_id": self.id,
                }
            )
        )

    def _sheet_columns(self):
        """Return the titles of the columns."""
        of_application = [
            self.env._("Job"),
            self.env._("Stage"),
            self.env._("State"),
            self.env._("Applied"),
            self.env._("Recruiter"),
        ]
        of_person = [
            self.env._("Name"),
            self.env._("E-mail"),
            self.env._("Phone"),
            self.env._("City"),
            self.env._("LinkedIn"),
            self.env._("Headline"),
            self.env._("Skills and Languages"),
            self.env._("Tags"),
            self.env._("Talent Pools"),
            self.env._("Source"),
            self.env._("Not to Be Written To"),
        ]
        return of_person + (of_application if self.res_model == "hr.applicant" else [])

    def _sheet_rows(self, records):
        """Return the rows, in the order of the selection, as the owner reads the records."""
        blockers = records._ats_mail_blockers()
        return [
            [
                *self._sheet_person(record, person),
                " ".join(blockers[record].values()),
                *(self._sheet_application(record) if record._name == "hr.applicant" else ()),
            ]
            for record, person in self._people(records).items()
        ]

    def _sheet_person(self, record, person):
        of_application = record._name == "hr.applicant"
        return [
            record.partner_name if of_application else person.name,
            record.email_from if of_application else person.email,
            record.partner_phone if of_application else person.phone,
            person.city,
            record.linkedin_profile if of_application else person.linkedin,
            person.headline,
            _listed(person.skill_ids),
            _listed(record.categ_ids if of_application else person.tag_ids),
            _listed(person.talent_pool_ids),
            (record.source_id if of_application else person.source_id).name,
        ]

    def _sheet_application(self, applicant):
        states = dict(applicant._fields["ats_state"]._description_selection(self.env))
        return [
            applicant.job_id.name,
            applicant.stage_id.name,
            states.get(applicant.ats_state),
            fields.Date.to_string(fields.Datetime.context_timestamp(self, applicant.create_date).date()),
            applicant.user_id.name,
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


def _listed(records):
    return ", ".join(filter(None, records.mapped("name")))


def _spreadsheet(columns, rows):
    """Return the bytes of a workbook with one sheet; every cell is text."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, PLAIN) as workbook:
        sheet = workbook.add_worksheet()
        bold = workbook.add_format({"bold": True})
        for column, title in enumerate(columns):
            sheet.write_string(0, column, title, bold)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                sheet.write_string(number, column, str(value or ""))
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(columns) - 1, 22)
    return content.getvalue()
