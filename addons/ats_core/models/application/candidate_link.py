from odoo import api, fields, models


class HrApplicant(models.Model):
    """The person of an application."""

    _inherit = "hr.applicant"

    ats_candidate_id = fields.Many2one("ats.candidate", "Candidate", index=True, ondelete="restrict", tracking=False)
    ats_address_proven = fields.Boolean(
        "Address Confirmed",
        readonly=True,
        copy=False,
        help="The candidate opened a private link or answered from this address.",
    )

    @api.model
    def _ats_person_vals(self, vals):
        """Return the values of the candidate that belongs to the values of an application."""
        partner_sudo = self.env["res.partner"].sudo().browse(vals.get("partner_id") or [])
        job_sudo = self.env["hr.job"].sudo().browse(vals.get("job_id") or [])
        department_sudo = self.env["hr.department"].sudo().browse(vals.get("department_id") or [])
        company = (
            self.env["res.company"].browse(vals.get("company_id") or [])
            or department_sudo.company_id
            or job_sudo.company_id
            or self.env.company
        )
        email = vals.get("email_from") or partner_sudo.email
        return {
            "name": vals.get("partner_name") or partner_sudo.name or email or self.env._("Unnamed"),
            "email": email,
            "phone": vals.get("partner_phone") or partner_sudo.phone,
            "linkedin": vals.get("linkedin_profile"),
            "lang": self._ats_installed_lang(vals.get("ats_lang")),
            "source_id": vals.get("source_id"),
            "partner_id": partner_sudo.filtered("ats_candidate_partner").id,
            "company_id": company.sudo().root_id.id,
        }

    @api.model
    def _ats_with_candidate(self, vals):
        """Return the values of an application with its person."""
        if vals.get("ats_candidate_id"):
            return dict(vals)
        talent_sudo = self.browse(vals.get("pool_applicant_id") or []).sudo()
        person = (
            talent_sudo.ats_candidate_id or self.env["ats.candidate"]._find_or_create(self._ats_person_vals(vals))[0]
        )
        return {**vals, "ats_candidate_id": person.id}

    @api.model
    def _ats_with_repeated(self, vals_list):
        """Return the values with the open application, or the talent, that each stands beside.

        :param list vals_list: rows of which none repeats another
        """
        rows = [vals for vals in vals_list if not vals.get("ats_duplicate_of_id") and vals.get("active", True)]
        people = self.env["ats.candidate"].browse({vals["ats_candidate_id"] for vals in rows})
        jobs = self.env["hr.job"].browse({vals["job_id"] for vals in rows if vals.get("job_id")})
        standing = {
            (one_sudo.ats_candidate_id.id, one_sudo.job_id.id): one_sudo.id
            for one_sudo in self._ats_open_applications(people, jobs)
        }
        pooled = {vals["ats_candidate_id"] for vals in rows if vals.get("talent_pool_ids") and not vals.get("job_id")}
        for talent_sudo in people.filtered(lambda person: person.id in pooled).sudo()._ats_talents():
            standing.setdefault((talent_sudo.ats_candidate_id.id, False), talent_sudo.id)
        for vals in rows:
            vals["ats_duplicate_of_id"] = standing.get((vals["ats_candidate_id"], vals.get("job_id") or False), False)
        return vals_list

    @api.model
    def _ats_open_application(self, candidate, job):
        """Return the one ongoing application of a person for a job, elevated; may be empty."""
        return self._ats_open_applications(candidate, job)[:1]

    @api.model
    def _ats_open_applications(self, candidates, jobs):
        """Return the ongoing applications of people for jobs, elevated; one at most of a person for a job."""
        if not candidates or not jobs:
            return self.sudo().browse()
        return self.sudo().search(
            [
                ("ats_candidate_id", "in", candidates.ids),
                ("job_id", "in", jobs.ids),
                ("ats_state", "=", "ongoing"),
                ("ats_duplicate_of_id", "=", False),
            ]
        )

    def _ats_prove_address(self):
        """The candidate holds the mailbox of this application: remember it."""
        unproven = self.filtered(lambda applicant: not applicant.ats_address_proven)
        unproven.ats_address_proven = True
        for applicant in unproven:
            self.env["ats.event"]._record("link.opened", applicant=applicant)

    def action_ats_open_candidate(self):
        """Open the person of this application."""
        self.ensure_one()
        return self.ats_candidate_id.get_formview_action()

    def action_ats_other_applications(self):
        """Open all applications of the person."""
        self.ensure_one()
        return self.ats_candidate_id.action_open_applications()
