from odoo import api, models

from .verb import ROUTED, as_verb, in_verb, is_taking


class HrApplicant(models.Model):
    """Odoo's own doors. Drag, gateway, import, automation, wizards and the API use ``create``
    and ``write``; both lead to the verbs here, so every door leaves the same traces."""

    _inherit = "hr.applicant"

    @api.model_create_multi
    def create(self, vals_list):
        applicants = self.browse()
        for rows in self._ats_in_turn([self._ats_with_candidate(vals) for vals in vals_list]):
            applicants |= super().create(self._ats_with_repeated(rows))
        applicants._ats_begin()
        if not is_taking(self.env):
            applicants._ats_arrived()
        return applicants

    @api.model
    def _ats_in_turn(self, vals_list):
        """Yield the rows in groups: one that repeats another comes when that is there."""
        rows, seen = [], set()
        for vals in vals_list:
            key = (vals["ats_candidate_id"], vals.get("job_id") or False)
            if key in seen:
                yield rows
                rows, seen = [], set()
            rows.append(vals)
            seen.add(key)
        if rows:
            yield rows

    def _ats_arrived(self):
        """Hook: applications came by a door that sends no form: typed in, imported, mailed by a job board."""

    def _ats_begin(self):
        """First stay, event and acknowledgement of new applications; talents have none."""
        applications = self.filtered("ats_state")
        self.env["ats.stage.log"]._enter(applications)
        self.env["ats.event"]._record_many(
            [
                {
                    "type": "application.created",
                    "applicant": applicant,
                    "payload": {"source": applicant.ats_source, "stage": applicant.stage_id.id},
                }
                for applicant in applications
            ]
        )
        applications._ats_set_deadline()
        if not self.env.context.get("tracking_disable"):
            applications.filtered("active")._ats_send_stage_mail()

    def write(self, vals):
        self._ats_check_may_write(vals)
        routed = {} if in_verb(self.env) else {name: vals[name] for name in ROUTED & vals.keys()}
        plain = {name: value for name, value in vals.items() if name not in routed}
        changing_job = self._ats_leave_job(plain)
        result = super().write(plain) if plain else True
        self.env["ats.stage.log"]._enter(changing_job.filtered("ats_state"))
        if routed:
            self._ats_write_routed(routed)
        return result

    def _ats_leave_job(self, vals):
        """End the stays of the applications that the values give another job; return those."""
        if "job_id" not in vals:
            return self.browse()
        changing = self.filtered(lambda applicant: applicant.job_id.id != vals["job_id"])
        self.env["ats.stage.log"]._leave(changing, "moved")
        return changing

    def _ats_write_routed(self, vals):
        """Do what native code means by writing the stage, the reason or the archive flag."""
        self.check_access("write")
        if "refuse_reason_id" in vals or "active" in vals:
            self._ats_write_ending(vals)
        if vals.get("stage_id"):
            self._ats_move(self.env["hr.recruitment.stage"].browse(vals["stage_id"]))
        elif "stage_id" in vals:
            as_verb(self).write({"stage_id": False})

    def _ats_write_ending(self, vals):
        reason = self.env["hr.applicant.refuse.reason"].browse(vals.get("refuse_reason_id") or [])
        live = self.filtered("active")
        if vals.get("active"):
            (self - live)._ats_reopen()
        elif reason:
            live._ats_refuse(reason)
            as_verb(self - live).write({"refuse_reason_id": reason.id})
        elif vals.get("active") is False:
            live._ats_archive()
        else:
            as_verb(self).write({"refuse_reason_id": False})

    def reset_applicant(self):
        """A restored application returns to the stage it left, not to the first one."""
        return super(HrApplicant, self.filtered(lambda row: not row.stage_id)).reset_applicant()
