from odoo import fields, models
from odoo.exceptions import UserError


class EntryBlocked(UserError):
    """An entry requirement of a stage is not met. The web client asks for a reason in one dialog."""

    def __init__(self, message, applicants, stage, blockers):
        super().__init__(message)
        self.context = {
            "applicant_ids": applicants.ids,
            "stage_id": stage.id,
            "stage_name": stage.name,
            "blockers": blockers,
        }


class HrApplicant(models.Model):
    """What a stage asks for before an application may enter it."""

    _inherit = "hr.applicant"

    ats_assessment = fields.Selection(
        [("pending", "Pending"), ("passed", "Passed"), ("failed", "Failed")],
        "Assessment",
        copy=False,
        tracking=True,
        help="Result of a test or exercise. Stages may ask for it to be passed.",
    )

    def _ats_check_can_enter(self, stage, override_reason=None):
        """Raise with a sentence when one of the applications cannot enter the stage."""
        self._ats_check_pipeline(stage)
        if override_reason:
            return
        blocked = {applicant: applicant._ats_entry_blockers(stage) for applicant in self}
        lines = [
            self.env._("%(name)s: %(why)s", name=applicant.partner_name, why=why) if len(self) > 1 else why
            for applicant, blockers in blocked.items()
            for why in blockers
        ]
        if lines:
            name = self.partner_name if len(self) == 1 else self.env._("%s candidates", len(self))
            message = self.env._("%(name)s cannot enter %(stage)s yet:", name=name, stage=stage.name)
            raise EntryBlocked("\n".join([message, *lines]), self, stage, lines)

    def _ats_check_pipeline(self, stage):
        """Raise unless all applications are open and the stage is one of their pipelines."""
        for applicant in self:
            if applicant.ats_state not in ("ongoing", "hired"):
                raise UserError(
                    self.env._(
                        "%(name)s's application has ended. Restore it before you move it.",
                        name=applicant.partner_name,
                    )
                )
            if not stage._ats_is_for(applicant.job_id):
                raise UserError(
                    self.env._(
                        "The stage %(stage)s is not part of the pipeline of %(job)s.",
                        stage=stage.name,
                        job=applicant.job_id.name or self.env._("no job"),
                    )
                )

    def _ats_entry_blockers(self, stage):
        """Say what is missing before the application may enter the stage.

        Hook: other rooms and addons add their sentences.

        :rtype: list[str]
        """
        self.ensure_one()
        applicant_sudo, stage_sudo = self.sudo(), stage.sudo()
        blockers = []
        empty = stage_sudo.ats_require_field_ids.filtered(lambda field: not applicant_sudo[field.name])
        if empty:
            blockers.append(self.env._("Fill in: %s.", ", ".join(empty.mapped("field_description"))))
        if stage_sudo.ats_require_consent and not applicant_sudo.ats_candidate_id._ats_consents("processing"):
            blockers.append(self.env._("The candidate's consent is missing or was withdrawn."))
        if stage_sudo.ats_require_assessment and self.ats_assessment != "passed":
            blockers.append(self.env._("The assessment is not passed."))
        return blockers

    def action_ats_move_despite(self, stage_id, reason):
        """Button of the dialog: move although something is missing.

        :param str reason: why; kept with the stay
        """
        if not (reason or "").strip():
            raise UserError(self.env._("Say why the requirements are set aside."))
        stage = self.env["hr.recruitment.stage"].browse(stage_id)
        self._ats_move(stage, override_reason=reason.strip())
