from odoo import models
from odoo.fields import Command


class AtsBulkRun(models.Model):
    """Move, refuse, tag."""

    _inherit = "ats.bulk.run"

    # Move ------------------------------------------------------------------------------------

    def _plan_move(self, applicants):
        stage, skipped = self.stage_id, {}
        for applicant in applicants:
            if why := self._why_not_moved(applicant, stage):
                skipped[applicant] = why
        return skipped, {}

    def _why_not_moved(self, applicant, stage):
        if applicant.ats_state not in ("ongoing", "hired"):
            return self.env._("The application has ended.") if applicant.ats_state else self.env._("Is a talent.")
        if applicant.stage_id == stage:
            return self.env._("Is there already.")
        if not stage._ats_is_for(applicant.job_id):
            return self.env._("The stage is not part of the pipeline of %s.", applicant.job_id.name or "")
        return " ".join(applicant._ats_entry_blockers(stage))

    def _do_move(self, applicants):
        before = {applicant.id: {"stage": applicant.stage_id.id} for applicant in applicants}
        applicants._ats_move(self.stage_id)
        return before

    def _undo_move(self, applicants, before):
        staying = {}
        for stage_id, group in applicants.grouped(lambda applicant: before[applicant.id].get("stage")).items():
            stage = self.env["hr.recruitment.stage"].browse(stage_id or []).exists()
            there = group.filtered(lambda applicant: applicant.stage_id == self.stage_id) if stage else group.browse()
            staying |= dict.fromkeys(group - there, self.env._("has been moved since."))
            if there:
                there._ats_move(stage)
        return staying

    # Refuse ----------------------------------------------------------------------------------

    def _plan_refuse(self, applicants):
        skipped, notes = {}, {}
        blockers = applicants._ats_mail_blockers() if self.template_id else {}
        for applicant in applicants:
            if applicant.ats_state == "hired":
                skipped[applicant] = self.env._("Was hired already.")
            elif applicant.ats_state != "ongoing":
                skipped[applicant] = self.env._("Is not open.")
            elif blockers.get(applicant):
                notes[applicant] = self.env._("Without a mail: %s", " ".join(blockers[applicant].values()))
        return skipped, notes

    def _do_refuse(self, applicants):
        applicants._ats_refuse(self.reason_id, template=self.template_id, send_at=self.send_at)
        return {}

    def _undo_refuse(self, applicants, _before):
        refused = applicants.filtered(lambda one: one.ats_state == "refused" and one.refuse_reason_id == self.reason_id)
        refused._ats_reopen()
        return dict.fromkeys(applicants - refused, self.env._("has been changed since."))

    # Tag -------------------------------------------------------------------------------------

    def _tag_field(self):
        return "categ_ids" if self.res_model == "hr.applicant" else "tag_ids"

    def _plan_tag(self, records):
        field = self._tag_field()
        return {record: self.env._("Has it already.") for record in records if self.tag_ids <= record[field]}, {}

    def _do_tag(self, records):
        field = self._tag_field()
        before = {record.id: {"tags": (self.tag_ids - record[field]).ids} for record in records}
        records.write({field: [Command.link(tag.id) for tag in self.tag_ids]})
        return before

    def _undo_tag(self, records, before):
        for tag_ids, group in records.grouped(lambda record: tuple(before[record.id].get("tags", ()))).items():
            group.write({self._tag_field(): [Command.unlink(id_) for id_ in tag_ids]})
        return {}
