from odoo import fields, models

# Native and own values that a copied stage takes over, besides those of the policy.
_STAGE_VALUES = (
    "name",
    "sequence",
    "fold",
    "template_id",
    "requirements",
    "rotting_threshold_days",
    "ats_kind",
)


class AtsStagePolicy(models.AbstractModel):
    """What a stage promises and asks for: shared by stages of jobs and stages of pipelines."""

    _name = "ats.stage.policy"
    _description = "Promises and Requirements of a Stage"

    ats_public_label = fields.Char(
        "Shown to Candidates",
        translate=True,
        help="What the candidate reads instead of the stage's name.",
    )
    ats_sla_days = fields.Integer(
        "Answer Within (working days)", help="0: no limit. Counted in working hours of the job's calendar."
    )
    ats_sla_ideal_days = fields.Integer(
        "Yellow After (working days)",
        help="0: the last working day before the limit. Waiting for the candidate does not count.",
    )
    ats_sla_escalate = fields.Selection(
        [("recruiter", "Recruiter"), ("manager", "Hiring manager"), ("both", "Both")],
        "Tell When Late",
        default="recruiter",
        help="Who gets an activity on the job when an answer is late.",
    )
    ats_require_field_ids = fields.Many2many(
        "ir.model.fields",
        string="Fields to Fill First",
        domain="[('model', '=', 'hr.applicant'), ('readonly', '=', False), ('store', '=', True), "
        "('ttype', 'in', ('char', 'text', 'html', 'integer', 'float', 'date', 'datetime', 'selection', "
        "'many2one', 'many2many', 'one2many'))]",
    )
    ats_require_consent = fields.Boolean(
        "Consent Must Be Valid", help="The candidate consents to processing, and did not withdraw it."
    )
    ats_require_assessment = fields.Boolean("Assessment Must Be Passed")

    def _ats_policy_fields(self):
        """Return the names of the fields that a copy of a stage takes over.

        Hook: addons that add requirements add their fields.

        :rtype: list[str]
        """
        return [
            *_STAGE_VALUES,
            "ats_public_label",
            "ats_sla_days",
            "ats_sla_ideal_days",
            "ats_sla_escalate",
            "ats_require_field_ids",
            "ats_require_consent",
            "ats_require_assessment",
        ]

    def _ats_copy_stages(self, target_model, vals):
        """Copy these stages, texts in all languages, with what other rooms hang on them.

        :param str target_model: ``hr.recruitment.stage`` or ``ats.pipeline.stage``
        :param dict vals: values that each copy gets besides
        :return: ``{stage: its copy}``, in the order of the stages
        """
        names = self._ats_policy_fields()
        target = self.env[target_model].sudo()
        copies = {}
        for number, stage in enumerate(self.sudo().sorted("sequence")):
            values = {name: stage._fields[name].convert_to_write(stage[name], stage) for name in names}
            copies[stage] = target.create({**values, "sequence": number, **vals})
            stage._ats_copy_texts(copies[stage])
        self._ats_stages_copied(copies)
        return copies

    def _ats_copy_texts(self, copy):
        current = self.env.lang or "en_US"
        for code, _name in self.env["res.lang"].get_installed():
            if code != current:
                own = self.with_context(lang=code)
                copy.with_context(lang=code).write(
                    {name: own[name] for name in ("name", "ats_public_label") if own[name]}
                )

    def _ats_stages_copied(self, copies):
        """Hook: stages were copied, ``{stage: its copy}``, perhaps into the other model."""
