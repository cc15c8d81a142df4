from odoo import api, models
from odoo.exceptions import UserError

from .ats_bulk_line import FIELD_OF


class AtsBulkRun(models.Model):
    """Who is left out and why, before anything happens. ``_plan_<action>`` says it for many at
    once; the same is asked again when it is done."""

    _inherit = "ats.bulk.run"

    def _plan(self, records):
        """Say what would become of each record.

        :return: ``({record: why it is left out}, {record: what to know about it})``
        """
        skipped, notes = getattr(self, f"_plan_{self.action}")(records)
        if self.res_model == "hr.applicant":
            for applicant in records - self._decided_by_owner(records):
                skipped[applicant] = self.env._("You do not decide about this application.")
        return skipped, notes

    def _decided_by_owner(self, applicants):
        """Return those that the owner decides about."""
        if applicants._ats_is_recruiter():
            return applicants
        own = {job for job in applicants.sudo().job_id if job.ats_hiring_manager_id == self.user_id}
        return applicants.filtered(lambda applicant: applicant.sudo().job_id in own)

    def _preview(self):
        """Write down who would be done and who is left out.

        :raise UserError: something has not been chosen
        """
        self.ensure_one()
        self.check_access("write")
        self._check_chosen()
        records = self._targets()
        skipped, notes = self._plan(records)
        self.sudo().line_ids.unlink()
        self.env["ats.bulk.line"].sudo().create(
            [
                {
                    "run_id": self.id,
                    "candidate_id": self._person_of(record).id,
                    FIELD_OF[self.res_model]: record.id,
                    "state": "skipped" if record in skipped else "todo",
                    "reason": skipped.get(record) or notes.get(record),
                }
                for record in records
            ]
        )
        self.sudo().state = "preview"

    def _person_of(self, record):
        """Return the person whose name stands in the line of a record."""
        if record._name == "ats.duplicate":
            return record.sudo()._by_weight()[-1]
        return record.sudo().ats_candidate_id if record._name == "hr.applicant" else record

    def _check_chosen(self):
        needed = self._needed_choices().get(self.action)
        if needed and not self[needed]:
            label = self._fields[needed].get_description(self.env, ["string"])["string"]
            raise UserError(self.env._("Choose first: %s.", label))
        if self.action == "mail":
            self._check_text()
        if self.action == "export":
            self._check_columns()

    @api.model
    def _needed_choices(self):
        """Hook: the field that has to be chosen, by action."""
        return {
            "move": "stage_id",
            "refuse": "reason_id",
            "tag": "tag_ids",
            "assign": "recruiter_id",
            "pool": "pool_ids",
            "job": "job_id",
            "sms": "sms_body",
        }

    # ------------------------------------------------------------
    # Buttons of the dialog
    # ------------------------------------------------------------

    def action_preview(self):
        """Button: show who is done and who is left out."""
        self._preview()
        return self._open()

    def action_back(self):
        """Button: choose again."""
        self.ensure_one()
        self.check_access("write")
        self.sudo().filtered(lambda run: run.state == "preview").state = "draft"
        return self._open()
