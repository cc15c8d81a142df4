from odoo import api, fields, models

from ..models.ats_eeo_response import SMALLEST_COUNT


class AtsEeoReport(models.TransientModel):
    """Totals of the voluntary equality answers; numbers too small to be told are left out."""

    _name = "ats.eeo.report"
    _description = "Equality Totals"

    company_id = fields.Many2one("res.company", required=True, default=lambda self: self.env.company)
    date_from = fields.Date("From")
    date_to = fields.Date("To")
    table = fields.Html(compute="_compute_table", sanitize=False)

    @api.depends("company_id", "date_from", "date_to")
    def _compute_table(self):
        for report in self:
            # What leaves the vault are totals: nobody, this user included, reads a row.
            values = {"questions": report.sudo()._totals(), "smallest": SMALLEST_COUNT}
            report.table = self.env["ir.qweb"]._render("ats_portal.eeo_totals", values, raise_if_not_found=False)

    def _totals(self):
        """Return ``[(question, [(answer, number or None)])]`` for the company's answers."""
        company = self.company_id if self.company_id in self.env.companies else self.env.company
        totals = []
        for question in self.env["ats.eeo.form"]._questions("us"):
            counts = self.env["ats.eeo.response"]._counts(company, question["name"], self.date_from, self.date_to)
            if counts:
                labels = {**dict(question["choices"]), "other": self.env._("Non-binary or other")}
                rows = [(labels.get(answer, answer), count) for answer, count in counts.items()]
                totals.append((question["label"], sorted(rows)))
        return totals
