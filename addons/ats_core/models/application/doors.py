from odoo import api, models

from .verb import ROUTED, in_verb


class HrApplicant(models.Model):
    """Odoo's own doors. Drag, gateway, import, automation, wizards and the API use ``create``
    and ``write``; both lead to the verbs here, so every door leaves the same traces."""

    _inherit = "hr.applicant"

    @api.model_create_multi
    def create(self, vals_list):
        applicants = self.browse()
        for vals in vals_list:
            # One by one: the next row may repeat the one before it.
            applicants |= super().create([self._ats_with_candidate(vals)])
        applicants._ats_begin()
        return applicants

    def _ats_begin(self):
        """First stay, event and acknowledgement of new applications; talents have none."""
        applications = self.filtered("ats_state")
        self.env["ats.stage.log"]._enter(applications)
        self.env["ats.event"]._record_many([
            {"type": "application.created", "applicant": applicant,
             "payload": {"source": applicant.ats_source, "stage": applicant.stage_id.id}}
            for applicant in applications
        ])
        applications._ats_set_deadline()
        if not self.env.context.get("tracking_disable"):
            applications.filtered("active")._ats_send_stage_mail()

    def write(self, vals):
        self._ats_check_may_write(vals)
        if in_verb(self.env) or not ROUTED & vals.keys():
            return self._ats_write_plain(vals)
        self._ats_write_routed(vals)
        return True

    def _ats_write_plain(self, vals):
        if "job_id" not in vals:
            return super().write(vals)
        moved = self.filtered(lambda applicant: applicant.job_id.id != vals["job_id"])
        log = self.env["ats.stage.log"]
        log._leave(moved, "moved")
        result = super().write(vals)
        log._enter(moved.filtered("ats_state"))
        return result

    def _ats_write_routed(self, vals):
        """Do what native code means by writing the stage, the reason or the archive flag."""
        plain = {name: value for name, value in vals.items() if name not in ROUTED}
        if plain:
            self._ats_write_plain(plain)
        if "refuse_reason_id" in vals or "active" in vals:
            self._ats_write_ending(vals)
        if "stage_id" in vals:
            stage = self.env["hr.recruitment.stage"].browse(vals["stage_id"] or [])
            if stage:
                self._ats_move(stage)
            else:
                super().write({"stage_id": False})

    def _ats_write_ending(self, vals):
        reason = self.env["hr.applicant.refuse.reason"].browse(vals.get("refuse_reason_id") or [])
        live = self.filtered("active")
        if vals.get("active"):
            (self - live)._ats_reopen()
        elif reason:
            live._ats_refuse(reason)
            super(HrApplicant, self - live).write({"refuse_reason_id": reason.id})
        elif vals.get("active") is False:
            live._ats_archive()
        else:
            super().write({"refuse_reason_id": False})

    def reset_applicant(self):
        """A restored application returns to the stage it left, not to the first one."""
        return super(HrApplicant, self.filtered(lambda row: not row.stage_id)).reset_applicant()
