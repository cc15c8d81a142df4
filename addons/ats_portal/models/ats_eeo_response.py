import secrets

from odoo import api, fields, models
from odoo.tools import SQL
from odoo.tools.misc import hmac

# Fewer answers than this are not told: they would point at people.
SMALLEST_COUNT = 5
QUESTIONS = ("gender", "ethnicity", "veteran", "disability")


class AtsEeoResponse(models.Model):
    """A voluntary answer about equality, in a vault: no role reads a row, also not to correct it.

    A row has a pseudonym instead of the application, the month instead of the day, and nobody who
    wrote it. What leaves the vault are counts without small numbers.
    """

    _name = "ats.eeo.response"
    _description = "Voluntary Equality Answer"
    _log_access = False
    _rec_name = "month"

    subject = fields.Char(required=True, readonly=True, groups="base.group_no_one")
    company_id = fields.Many2one("res.company", required=True, readonly=True, index=True)
    job_id = fields.Many2one("hr.job", readonly=True, index=True, ondelete="set null")
    form = fields.Char(required=True, readonly=True)
    month = fields.Date(required=True, readonly=True)
    gender = fields.Char(readonly=True)
    ethnicity = fields.Char(readonly=True)
    veteran = fields.Char(readonly=True)
    disability = fields.Char(readonly=True)

    _subject_uniq = models.UniqueIndex("(subject)", "There is one answer for each application.")

    @api.model
    def _subject_of(self, application):
        """Return the pseudonym of an application; for none one that nobody else has."""
        what = str(application.id) if application else secrets.token_hex(16)
        return hmac(self.env(su=True), "ats_portal.eeo", what)

    @api.model
    def _store(self, subject, job, form, answers):
        """Keep the answers that the form knows; sent again they replace the earlier ones."""
        known = self.env["ats.eeo.form"]._questions(form)
        values = {
            question["name"]: answers.get(question["name"])
            for question in known
            if answers.get(question["name"]) in dict(question["choices"])
        }
        vault_sudo = self.sudo()
        vault_sudo.search([("subject", "=", subject)]).unlink()
        if values:
            vault_sudo.create(
                {
                    "subject": subject,
                    "company_id": (job.sudo().company_id or self.env.company).id,
                    "job_id": job.id,
                    "form": form,
                    "month": fields.Date.today().replace(day=1),
                    **values,
                }
            )

    @api.model
    def _of(self, applications):
        """Return the answers that belong to ``applications``, elevated: to delete them, for nothing else."""
        return self.sudo().search([("subject", "in", [self._subject_of(each) for each in applications])])

    @api.model
    def _counts(self, company, question, date_from=None, date_to=None):
        """Return ``{answer: number or None}``; None stands for a number too small to be told.

        When only one answer is too small, the next smallest is held back as well: the sum would give
        the first one away.
        """
        if question not in QUESTIONS:
            raise ValueError(f"not a question: {question}")
        rows = self.env.execute_query(
            SQL(
                """SELECT %(column)s, count(*) FROM ats_eeo_response
                    WHERE company_id = %(company)s AND %(column)s IS NOT NULL
                      AND month >= COALESCE(%(since)s, '0001-01-01'::date)
                      AND month <= COALESCE(%(until)s, '9999-12-31'::date)
                    GROUP BY 1""",
                column=SQL.identifier(question),
                company=company.id,
                since=date_from or None,
                until=date_to or None,
            )
        )
        return _without_small_numbers(dict(rows))


class AtsCandidate(models.Model):
    """Equality answers go with the person."""

    _inherit = "ats.candidate"

    def _erase_targets(self):
        applications = self.sudo().with_context(active_test=False).application_ids
        return [*super()._erase_targets(), (self.env["ats.eeo.response"]._of(applications), [])]


def _without_small_numbers(counts):
    hidden = {answer for answer, count in counts.items() if count < SMALLEST_COUNT}
    shown = sorted((count, answer) for answer, count in counts.items() if answer not in hidden)
    if len(hidden) == 1 and shown:
        hidden.add(shown[0][1])
    return {answer: None if answer in hidden else count for answer, count in counts.items()}
