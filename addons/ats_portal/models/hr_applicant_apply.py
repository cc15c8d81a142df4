from odoo import api, fields, models
from odoo.exceptions import UserError

# Doors through which a person applied by themselves, and therefore hears that it arrived.
OWN_DOORS = ("website", "email", "api", "referral")


class HrApplicant(models.Model):
    """What happens when the website's form has been accepted."""

    _inherit = "hr.applicant"

    @api.model
    def _ats_apply_from_website(self, job, vals, files, touches=()):
        """Apply for ``job`` with the checked values, answers and files of the form, through the verb.

        Tells nothing about what was known before: the visitor is told the same in every case.

        :param touches: the colleagues' links that the browser had opened, see ``_ats_credit_referral``
        :return: a pseudonym of the application, for the voluntary questions that follow
        """
        answers, purposes = vals.get("answers", {}), vals.get("consents", ["processing"])
        vals = {name: value for name, value in vals.items() if value and name not in ("answers", "consents")}
        application, outcome = self._ats_apply(job, vals, files=files, answers=answers, source="website")
        if application and outcome != "duplicate":
            application._ats_keep_consents(purposes, outcome)
        if outcome == "created" and touches:
            application._ats_credit_referral(touches)
        return self.env["ats.eeo.response"]._subject_of(application)

    def _ats_keep_consents(self, purposes, outcome):
        """Write down which boxes were ticked, with the sentence that stood there and when it was."""
        self.ensure_one()
        texts = {consent["purpose"]: consent for consent in self.env["ats.apply.form"]._consents(self.sudo().job_id)}
        self.env["ats.consent"].sudo().create(
            [
                {
                    "candidate_id": self.sudo().ats_candidate_id.id,
                    "purpose": purpose,
                    "text_version": texts[purpose]["version"],
                    "text_id": texts[purpose]["own"].id if texts[purpose]["own"] else False,
                    "proof": {
                        "door": "website",
                        "text": texts[purpose]["text"],
                        "lang": self.env.lang,
                        "application": self.id,
                        "outcome": outcome,
                        "address_proven": self.ats_address_proven,
                        "at": fields.Datetime.to_string(fields.Datetime.now()),
                    },
                }
                for purpose in purposes
            ]
        )

    def _ats_confirm_receipt(self, outcome):
        """Mail whoever applied that it arrived, with the way to their own page. It takes the
        place of the first stage's mail, which shows the recruiter's private data."""
        self.ensure_one()
        if self.ats_source not in OWN_DOORS:
            return super()._ats_confirm_receipt(outcome)
        template_sudo = self.env.ref("ats_portal.mail_template_application_received").sudo()
        return self._ats_mail(template_sudo.with_context(ats_outcome=outcome))

    def website_form_input_filter(self, request, values):
        """Refuse the native website form. It checks neither the job's state nor the files, and
        it renames contacts; our own form takes its place."""
        raise UserError(self.env._("This form has moved. Open the job and press Apply."))
