from odoo import models
from odoo.exceptions import UserError


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
        is_application = self.res_model == "hr.applicant"
        self.env["ats.bulk.line"].sudo().create(
            [
                {
                    "run_id": self.id,
                    "applicant_id": record.id if is_application else False,
                    "candidate_id": record.sudo().ats_candidate_id.id if is_application else record.id,
                    "state": "skipped" if record in skipped else "todo",
                    "reason": skipped.get(record) or notes.get(record),
                }
                for record in records
            ]
        )
        self.sudo().state = "preview"

    def _check_chosen(self):
        needed = {
            "move": "stage_id",
            "refuse": "reason_id",
            "tag": "tag_ids",
            "assign": "recruiter_id",
            "pool": "pool_ids",
            "job": "job_id",
            "sms": "sms_body",
        }.get(self.action)
        if needed and not self[needed]:
            label = self._fields[needed].get_description(self.env, ["string"])["string"]
            raise UserError(self.env._("Choose first: %s.", label))
        if self.action == "mail":
            self._check_text()

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
