from odoo import Command, models
from odoo.tools import plaintext2html

_CERTIFICATES = {
    "hr_recruitment.degree_graduate": "graduate",
    "hr_recruitment.degree_bachelor": "bachelor",
    "hr_recruitment.degree_licenced": "master",
    "hr_recruitment.degree_bac5": "doctor",
}
_LINE_TYPES = {
    "work": "hr_skills.resume_type_experience",
    "education": "hr_skills.resume_type_education",
}


class HrApplicant(models.Model):
    """What the employee keeps of the application besides the terms."""

    _inherit = "hr.applicant"

    def _get_employee_create_vals(self):
        """Keep what is private private: the employee gets a contact of their own, and the
        candidate's is left alone. Natively the company's address is written over it."""
        vals = super()._get_employee_create_vals()
        for name in ("work_contact_id", "applicant_ids", "phone"):
            vals.pop(name, None)
        company = self.department_id.company_id or self.company_id or self.env.company
        vals.update(
            {
                "company_id": company.id,
                "private_email": self.email_from or vals.get("private_email"),
                "private_phone": self.partner_phone or vals.get("private_phone"),
                "work_email": company.email,
                "work_phone": company.phone,
                "parent_id": self._ats_manager_of_new_employee().id,
                "certificate": self._ats_certificate(),
                "lang": vals.get("lang") or self._ats_mail_lang(),
            }
        )
        if skills := self._ats_skills_of_new_employee():
            vals["employee_skill_ids"] = skills
        return vals

    def _ats_skills_of_new_employee(self):
        """Return commands for the skills of today, natively those of the past come along as well. What was typed about
        the person comes first, and needs a level."""
        typed = self.sudo().ats_candidate_id.own_skill_ids.filtered("skill_level_id")
        lines = [*typed, *(line for line in self.current_applicant_skill_ids if line.skill_id not in typed.skill_id)]
        return [
            Command.create(
                {
                    "skill_id": line.skill_id.id,
                    "skill_level_id": line.skill_level_id.id,
                    "skill_type_id": line.skill_type_id.id,
                }
            )
            for line in lines
        ]

    def _ats_manager_of_new_employee(self):
        """The department's manager, else the hiring manager's own employee record."""
        company = self.department_id.company_id or self.company_id or self.env.company
        hiring_manager = self.job_id.ats_hiring_manager_id.with_company(company)
        return self.department_id.manager_id or hiring_manager.employee_id

    def _ats_certificate(self):
        degree_xmlid = self.type_id.get_external_id().get(self.type_id.id)
        return _CERTIFICATES.get(degree_xmlid, "other") if self.type_id else False

    def _ats_carry_over(self, employee):
        """Copy experience and documents to the employee; what is there already is not doubled."""
        self._ats_copy_resume(employee)
        self._ats_copy_documents(employee)

    def _ats_copy_resume(self, employee):
        known = {(line.name, line.date_start) for line in employee.resume_line_ids}
        lines_sudo = self.sudo().ats_candidate_id.resume_line_ids
        vals_list = [
            vals
            for vals in map(self._ats_resume_line_vals, lines_sudo)
            if (vals["name"], vals["date_start"]) not in known
        ]
        self.env["hr.resume.line"].create([{**vals, "employee_id": employee.id} for vals in vals_list])

    def _ats_resume_line_vals(self, line):
        # Natively a start is required; a line that tells none begins at its end.
        start = line.date_start or line.date_end or self.create_date.date()
        xmlid = _LINE_TYPES.get(line.kind)
        line_type = xmlid and self.env.ref(xmlid, raise_if_not_found=False)
        return {
            "name": ", ".join(filter(None, (line.name, line.employer))),
            "date_start": start,
            "date_end": line.date_end if line.date_end and line.date_end >= start else False,
            "description": plaintext2html(line.description) if line.description else False,
            "line_type_id": line_type.id if line_type else False,
        }

    def _ats_copy_documents(self, employee):
        """Copy the application's files one by one, so that never more than one is in memory."""
        attachments_sudo = self.env["ir.attachment"].sudo()
        kept = set(
            attachments_sudo.search(
                [
                    ("res_model", "=", "hr.employee"),
                    ("res_id", "=", employee.id),
                    ("res_field", "=", False),
                ]
            ).mapped("checksum")
        )
        for attachment in self._ats_documents_for_employee_sudo():
            if attachment.checksum not in kept:
                kept.add(attachment.checksum)
                attachment.copy({"res_model": "hr.employee", "res_id": employee.id})

    def _ats_documents_for_employee_sudo(self):
        """The files of the application; letters of offers stay where pay may be seen."""
        documents_sudo = self.sudo().ats_document_ids
        return documents_sudo.filtered(lambda document: document.kind != "offer").attachment_id
