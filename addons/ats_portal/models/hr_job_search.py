import re
import unicodedata

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..lib.ats_feeds import plain_text
from .hr_job import SHOWN_STATES

# Work in a year, to compare pay of different periods: 40 hours, 5 days, 52 weeks.
PERIODS_IN_A_YEAR = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
MAX_WORDS = 8
# Shorter words are looked for as they are: the start of one letter would find everything.
SHORT = 3


class HrJob(models.Model):
    """Finding jobs on the careers page: words, publication and pay in columns of their own."""

    _inherit = "hr.job"

    ats_search_text = fields.Text(compute="_compute_ats_search_text", store=True, groups="base.group_user")
    ats_pay_yearly = fields.Float(
        "Pay of a Year", compute="_compute_ats_pay_yearly", store=True, groups="base.group_user"
    )

    _ats_listed_idx = models.Index("(sequence, id) WHERE is_published AND active")

    def init(self):
        """The words as PostgreSQL looks for them, made once and not with every search."""
        result = super().init()
        self.env.cr.execute(
            """
            ALTER TABLE hr_job ADD COLUMN IF NOT EXISTS ats_search_vector tsvector
                GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, COALESCE(ats_search_text, ''))) STORED;
            CREATE INDEX IF NOT EXISTS ats_hr_job_search_vector_idx ON hr_job USING gin (ats_search_vector)
            """
        )
        return result

    @api.depends(
        "name", "description", "website_description", "department_id.name", "address_id.city", "ats_location_ids.city"
    )
    def _compute_ats_search_text(self):
        """Words of the posting in every language, without accents and case."""
        langs = [code for code, _name in self.env["res.lang"].get_installed()]
        for job in self:
            texts = [text for lang in langs for text in job.sudo().with_context(lang=lang)._ats_posting_words() if text]
            job.ats_search_text = " ".join(" ".join(_words(text)) for text in dict.fromkeys(texts)) or False

    def _ats_posting_words(self):
        cities = [self.address_id.city, *self.ats_location_ids.mapped("city")]
        markup = dict.fromkeys([self.description or "", self.website_description or ""])
        return [self.name, self.department_id.name, *cities, *(plain_text(text) for text in markup)]

    @api.depends("ats_pay_min", "ats_pay_max", "ats_pay_period", "ats_pay_shown")
    def _compute_ats_pay_yearly(self):
        """Upper end of the shown pay, brought to a year; 0 when pay is not shown."""
        for job in self:
            shown = job.ats_pay_shown and (job.ats_pay_max or job.ats_pay_min)
            job.ats_pay_yearly = shown * PERIODS_IN_A_YEAR.get(job.ats_pay_period, 1) if shown else 0

    @api.model
    def _ats_listed_domain(self, website):
        """Return the domain of the jobs that the current user may find on ``website``.

        Recruiters also find what is not published yet, by their own record rules.
        """
        rules = self.env["ir.rule"]._compute_domain("hr.job", "read")
        domain = Domain("active", "=", True) & website.website_domain() & Domain(rules or Domain.TRUE)
        if self.env.user.has_group("hr_recruitment.group_hr_recruitment_user"):
            return domain
        return domain & self._ats_advertised_domain()

    @api.model
    def _ats_advertised_domain(self):
        """Return the domain of jobs that the world may be told about today."""
        still_open = Domain("ats_close_date", "=", False) | Domain("ats_close_date", ">=", fields.Date.today())
        return Domain("is_published", "=", True) & Domain("ats_job_state", "in", SHOWN_STATES) & still_open

    @api.model
    def _ats_shareable_domain(self):
        """What the website shows and takes applications for, except what is confidential."""
        return self._ats_advertised_domain() & Domain(
            [("ats_job_state", "=", "open"), ("active", "=", True), ("ats_restricted", "=", False)]
        )

    @api.model
    def _ats_words_domain(self, words, *, any_word=False):
        """Return the domain of the jobs with all of ``words``, or any of them."""
        query = self._ats_ts_query(words, any_word=any_word)

        def to_sql(model, alias, _query):
            return SQL("%s @@ %s", SQL.identifier(alias, "ats_search_vector"), query)

        return Domain.custom(to_sql=to_sql)

    @api.model
    def _ats_ts_query(self, words, *, any_word=False):
        terms = (f"'{word}':*" if len(word) >= SHORT else f"'{word}'" for word in words)
        return SQL("to_tsquery('simple'::regconfig, %s)", (" | " if any_word else " & ").join(terms))

    @api.model
    def _ats_search_words(self, text):
        """Return the words of what a visitor typed; a plural finds the singular too."""
        words = dict.fromkeys(_words((text or "")[:200]))
        return [word[:-1] if len(word) > SHORT and word.endswith("s") else word for word in words][:MAX_WORDS]


def _words(text):
    """Return the words of a text in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.findall(r"[^\W_]+", "".join(char for char in plain if not unicodedata.combining(char)))
