from odoo import fields, models


class AtsCandidateResumeLine(models.Model):
    _name = "ats.candidate.resume.line"
    _description = "Experience of a Candidate"
    _order = "kind desc, date_start desc, id"

    candidate_id = fields.Many2one("ats.candidate", required=True, ondelete="cascade", index=True)
    applicant_id = fields.Many2one("hr.applicant", "From Application", ondelete="set null", index="btree_not_null")
    kind = fields.Selection(
        [("work", "Work"), ("education", "Education"), ("other", "Other")],
        required=True,
        default="work",
    )
    name = fields.Char("Title", required=True)
    employer = fields.Char("Organisation")
    date_start = fields.Date("From")
    date_end = fields.Date("To")
    description = fields.Text()
    origin = fields.Selection([("parsed", "Read from the résumé"), ("typed", "Typed")], required=True, default="typed")

    _dates_in_order = models.Constraint(
        "CHECK (date_start <= date_end OR date_end IS NULL OR date_start IS NULL)",
        "An experience ends after it began.",
    )
