from odoo import api, fields, models

FORMS = [("none", "Not asked"), ("basic", "Gender and disability"), ("us", "United States: EEO-1 categories")]


class ResCountry(models.Model):
    _inherit = "res.country"

    ats_eeo_form = fields.Selection(
        FORMS,
        "Equality Questions to Candidates",
        help="Asked on a page of its own after applying, voluntary, never shown with an application. "
        "Empty: asked in the United States only.",
    )


class AtsEeoForm(models.AbstractModel):
    """The voluntary questions about equality, by the country of the job."""

    _name = "ats.eeo.form"
    _description = "Equality Questions"

    @api.model
    def _of_job(self, job):
        """Return the name of the form for a job: ``none``, ``basic`` or ``us``."""
        job_sudo = job.sudo()
        country = (
            job_sudo.address_id.country_id or job_sudo.ats_location_ids[:1].country_id or job_sudo.company_id.country_id
        )
        return country.ats_eeo_form or ("us" if country.code == "US" else "none")

    @api.model
    def _questions(self, form):
        """Return the questions of a form: dicts with name, label, hint and choices."""
        declined = ("declined", self.env._("I do not wish to answer"))
        questions = {
            "gender": (self.env._("Gender"), "", [*self._genders(form), declined]),
            "ethnicity": (self.env._("Race or ethnicity"), "", [*self._ethnicities(), declined]),
            "veteran": (self.env._("Protected veteran"), self._veteran_hint(), [*self._veterans(), declined]),
            "disability": (
                self.env._("Disability"),
                self.env._("A condition that limits a major activity of life, now or in the past."),
                [("yes", self.env._("Yes, I have one or have had one")), ("no", self.env._("No")), declined],
            ),
        }
        asked = {"us": list(questions), "basic": ["gender", "disability"]}.get(form, [])
        return [
            {"name": name, "label": label, "hint": hint, "choices": choices}
            for name, (label, hint, choices) in questions.items()
            if name in asked
        ]

    @api.model
    def _genders(self, form):
        genders = [("female", self.env._("Female")), ("male", self.env._("Male"))]
        return genders if form == "us" else [*genders, ("other", self.env._("Non-binary or other"))]

    @api.model
    def _ethnicities(self):
        """The categories of EEO-1, Component 1."""
        return [
            ("hispanic", self.env._("Hispanic or Latino")),
            ("white", self.env._("White")),
            ("black", self.env._("Black or African American")),
            ("pacific", self.env._("Native Hawaiian or Other Pacific Islander")),
            ("asian", self.env._("Asian")),
            ("native", self.env._("American Indian or Alaska Native")),
            ("two_or_more", self.env._("Two or more races")),
        ]

    @api.model
    def _veterans(self):
        return [
            ("protected", self.env._("I identify as one or more of the classes of protected veteran")),
            ("not_protected", self.env._("I am not a protected veteran")),
        ]

    @api.model
    def _veteran_hint(self):
        return self.env._(
            "Disabled, recently separated, active duty wartime or campaign badge, or service medal veteran."
        )
