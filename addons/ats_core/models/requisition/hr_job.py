from collections import defaultdict

from odoo import api, fields, models

from .ats_requisition import LIVE


class HrJob(models.Model):
    """What permission to hire means for a job."""

    _inherit = "hr.job"

    ats_needs_requisition = fields.Boolean(
        "Approval Required",
        compute="_compute_ats_needs_requisition",
        store=True,
        readonly=False,
        precompute=True,
        help="The job is shown to candidates only with an approved requisition.",
    )
    ats_requisition_ids = fields.One2many(
        "ats.requisition",
        "job_id",
        "Requisitions",
        groups="hr_recruitment.group_hr_recruitment_user,hr.group_hr_user,ats_core.group_ats_hiring_manager",
    )
    ats_requisition_count = fields.Integer(compute="_compute_ats_openings")
    ats_opening_count = fields.Integer("Openings", compute="_compute_ats_openings")
    ats_filled_count = fields.Integer("Filled Openings", compute="_compute_ats_openings")
    ats_openings_text = fields.Char("Openings Filled", compute="_compute_ats_openings")
    ats_held_by_requisition = fields.Boolean(readonly=True, copy=False)

    @api.depends("company_id")
    def _compute_ats_needs_requisition(self):
        for job in self:
            job.ats_needs_requisition = (job.company_id or self.env.company).sudo().ats_needs_requisition

    def _compute_ats_openings(self):
        counts, requisitions = defaultdict(int), {}
        for job, state, count in (
            self.env["ats.opening"]
            .sudo()
            ._read_group([("job_id", "in", self.ids), ("state", "!=", "closed")], ["job_id", "state"], ["__count"])
        ):
            counts[job.id, state] = count
        for job, count in (
            self.env["ats.requisition"].sudo()._read_group([("job_id", "in", self.ids)], ["job_id"], ["__count"])
        ):
            requisitions[job.id] = count
        for job in self:
            job.ats_requisition_count = requisitions.get(job.id, 0)
            job.ats_filled_count = counts[job.id, "filled"]
            job.ats_opening_count = counts[job.id, "filled"] + counts[job.id, "open"]
            job.ats_openings_text = f"{job.ats_filled_count}/{job.ats_opening_count}"

    def _ats_has_openings(self):
        """Whether hiring on this job takes an opening; otherwise it works as natively."""
        self.ensure_one()
        return bool(self.env["ats.opening"].sudo().search_count([("job_id", "=", self.id)], limit=1))

    def _ats_count_openings(self):
        """Make the native target the number of open openings. Called elevated."""
        for job in self.filtered(lambda job: job._ats_has_openings()):
            open_ones = self.env["ats.opening"].search_count(self.env["ats.opening"]._hireable_domain(job))
            if job.no_of_recruitment != open_ones:
                job.with_context(ats_counts_openings=True).no_of_recruitment = open_ones

    def write(self, vals):
        """Keep the native arithmetic off jobs with openings; opening a job begins recruiting."""
        if "no_of_recruitment" in vals and not self.env.context.get("ats_counts_openings"):
            counted = self.filtered(lambda job: job._ats_has_openings())
            if counted:
                rest = {name: value for name, value in vals.items() if name != "no_of_recruitment"}
                (self - counted).write(vals)
                return counted.write(rest) if rest else True
        result = super().write(vals)
        if vals.get("ats_job_state") == "open":
            waiting = self.sudo().ats_requisition_ids.filtered(lambda requisition: requisition.state == "approved")
            waiting._open()
        return result

    def _ats_publish_fields(self):
        return [*super()._ats_publish_fields(), "ats_needs_requisition", "ats_requisition_ids.state"]

    def _ats_publish_blockers(self):
        blockers = super()._ats_publish_blockers()
        requisitions = self.sudo().ats_requisition_ids.filtered(lambda row: row.state != "closed")
        if any(row.state in LIVE for row in requisitions):
            return blockers
        frozen = requisitions.filtered(lambda row: row.state == "frozen")
        if frozen:
            blockers.append(self.env._("Hiring is frozen (%s). Unfreeze the requisition first.", frozen[0].name))
        elif self.ats_needs_requisition:
            blockers.append(self._ats_missing_requisition_sentence(requisitions))
        return blockers

    def _ats_missing_requisition_sentence(self, requisitions):
        waiting = requisitions.filtered(lambda row: row.state == "to_approve")
        if waiting:
            return self.env._("The requisition %s waits for approval.", waiting[0].name)
        if requisitions:
            return self.env._("The requisition %s is a draft. Ask for its approval.", requisitions[0].name)
        return self.env._("This job needs an approved requisition. Ask for one.")

    def _ats_hold_without_requisition(self):
        """Stop applying when the last permission to hire went. Called elevated."""
        for job in self.filtered(lambda job: job.ats_job_state == "open"):
            if not any(row.state in LIVE for row in job.ats_requisition_ids):
                job.write({"ats_job_state": "on_hold", "ats_held_by_requisition": True})
                job._message_log(
                    body=self.env._(
                        "There is no opening to hire for any more, so the job is on hold. "
                        "Close it when everybody has an answer."
                    )
                )

    def _ats_resume_with_requisition(self):
        """Go on with what was put on hold for want of a requisition. Called elevated."""
        for job in self.filtered(lambda job: job.ats_held_by_requisition):
            held = job.ats_job_state == "on_hold"
            job.write({"ats_held_by_requisition": False, **({"ats_job_state": "open"} if held else {})})

    @api.model
    def _ats_requisition_defaults(self, job):
        return {"default_job_id": job.id, "default_company_id": (job.company_id or self.env.company).id}

    def action_ats_request_opening(self):
        """A new request for this job, filled in as far as the job tells."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Request Openings"),
            "res_model": "ats.requisition",
            "view_mode": "form",
            "context": self._ats_requisition_defaults(self),
        }

    def action_ats_requisitions(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_requisition_action")
        return {
            **action,
            "domain": [("job_id", "=", self.id)],
            "context": self._ats_requisition_defaults(self),
        }

    def action_ats_openings(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_opening_action")
        return {**action, "domain": [("job_id", "=", self.id)], "context": {}}
