from urllib.parse import urlencode

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL, format_amount

PER_PAGE = 12
# Lower ends of the pay filter, in the currency of the website's company.
PAY_STEPS = (20000, 30000, 40000, 50000, 60000, 80000, 100000, 150000)
LARGEST_ID = 2**31 - 1


class AtsCareers(models.AbstractModel):
    """The list of jobs: what a visitor asked for, the page of jobs, and the filters with counts.

    The number of queries does not depend on how many jobs there are.
    """

    _name = "ats.careers"
    _description = "Careers Page"

    @api.model
    def _page(self, website, params, number):
        """Return a page of the list.

        :param website: the ``website`` looked at
        :param dict params: the query of the address, untrusted
        :param int number: which page, from 1
        :return: dict with ``jobs`` (elevated), ``cards`` (their HTML), ``total``, ``pages``, ``number``, ``filters``,
            ``chosen``, ``search``, ``some_words`` (the words were found only one by one)

        """
        # No text of PostgreSQL may hold a zero character.
        params = {name: value.replace("\0", "") for name, value in params.items() if isinstance(value, str)}
        jobs_sudo = self.env["hr.job"].sudo()
        listed = self.env["hr.job"]._ats_listed_domain(website)
        asked = self._asked(website, params)
        words = jobs_sudo._ats_search_words(params.get("search"))
        found, total, some_words = self._find(listed & Domain.AND(asked.values()), words, number)
        filters = self._filters(website, listed, params)
        return {
            "jobs": found,
            "cards": self._cards(found),
            "total": total,
            "number": number,
            "filters": filters,
            "is_narrowed": bool(asked or words),
            **self._chosen(filters, (params.get("search") or "")[:200]),
            "some_words": some_words,
        }

    @api.model
    def _find(self, domain, words, number):
        """Return ``(jobs of the page, how many there are, found by single words only)``."""
        jobs_sudo = self.env["hr.job"].sudo()
        for any_word in (False, True) if len(words) > 1 else (False,):
            narrowed = domain & jobs_sudo._ats_words_domain(words, any_word=any_word) if words else domain
            total = jobs_sudo.search_count(narrowed)
            if total:
                pages = -(-total // PER_PAGE)
                offset = (max(1, min(number, pages)) - 1) * PER_PAGE
                query = jobs_sudo._search(narrowed, order="is_published desc, sequence, id desc")
                query.limit, query.offset = PER_PAGE, offset
                if words:
                    query.order = SQL("%s DESC, %s", self._in_name(words, any_word), query.order)
                return jobs_sudo.browse(query.get_result_ids()), total, any_word
        return jobs_sudo, 0, False

    @api.model
    def _cards(self, jobs):
        return [self._card(job) for job in jobs]

    @api.model
    def _card(self, job):
        """Return the HTML of one job in the list."""
        return self.env["ir.qweb"]._render("ats_portal.careers_card", {"job": job})

    @api.model
    def _in_name(self, words, any_word):
        """Jobs with the words in their name come first."""
        query = self.env["hr.job"]._ats_ts_query(words, any_word=any_word)
        return SQL("(to_tsvector('simple'::regconfig, hr_job.name) @@ %s)", query)

    @api.model
    def _chosen(self, filters, search):
        """Return what narrows the list, each with the query of the list without it."""
        values = {each["name"]: each["chosen"]["value"] for each in filters if each["chosen"]}
        labels = {each["name"]: each["chosen"]["label"] for each in filters if each["chosen"]}
        if search:
            values["search"], labels["search"] = search, f"“{search}”"
        chosen = [
            {"label": label, "without": urlencode({key: value for key, value in values.items() if key != name})}
            for name, label in labels.items()
        ]
        return {"chosen": chosen, "search": search}

    # ------------------------------------------------------------
    # What was asked for
    # ------------------------------------------------------------

    @api.model
    def _asked(self, website, params):
        """Return the domain of each filter in the address; what makes no sense is left out.

        The native names of filters keep working: menus and links of the website use them.
        """
        asked = {name: domain for name in self._filter_names() if (domain := self._domain_of(website, name, params))}
        for name, field in (("office_id", "address_id"), ("contract_type_id",) * 2, ("industry_id",) * 2):
            if id_ := _id(params.get(name)):
                asked[name] = Domain(field, "=", id_)
        if id_ := _id(params.get("country_id")):
            asked["country_id"] = Domain("ats_post_ids", "any", [("country_id", "=", id_)])
        if params.get("is_remote"):
            asked["is_remote"] = Domain("address_id", "=", False) | Domain("ats_workplace", "=", "remote")
        return asked

    @api.model
    def _filter_names(self):
        return ("department_id", "place", "workplace", "type", "lang", "pay")

    @api.model
    def _domain_of(self, website, name, params):
        value = params.get(name)
        if not value or not isinstance(value, str):
            return None
        if name == "department_id":
            return Domain(name, "=", _id(value)) if _id(value) else None
        if name == "place":
            return Domain("ats_post_ids", "any", [("city", "=", value)])
        if name == "lang":
            return Domain("ats_post_ids", "any", [("lang", "=", value)])
        if name == "pay":
            currency = website.company_id.sudo().currency_id
            return _id(value) and Domain("ats_pay_yearly", ">=", _id(value)) & Domain(
                "ats_pay_currency_id", "=", currency.id
            )
        return Domain({"workplace": "ats_workplace", "type": "ats_employment_type"}[name], "=", value)

    # ------------------------------------------------------------
    # Filters
    # ------------------------------------------------------------

    @api.model
    def _filters(self, website, listed, params):
        """Return the filters that would narrow the list: dicts with name, label, choices, chosen."""
        labels = self._filter_labels()
        filters = []
        for name, choices in self._all_choices(website, listed).items():
            value = params.get(name) or ""
            chosen = next((choice for choice in choices if choice["value"] == value), None)
            if len(choices) > 1 or chosen:
                filters.append({"name": name, "label": labels[name], "choices": choices, "chosen": chosen})
        return filters

    @api.model
    def _all_choices(self, website, listed):
        """Return what each filter offers; nobody may change it, it is kept for other visitors."""
        counts = {**self._count_jobs(listed), **self._count_posts(listed)}
        return {name: self._choices(website, name, counts.get(name, {})) for name in self._filter_names()}

    @api.model
    def _count_jobs(self, listed):
        """Return ``{filter: {value: number of jobs}}`` for columns of the job, in one query."""
        query = self.env["hr.job"].sudo()._search(listed)
        currency = self.env["website"].get_current_website().company_id.sudo().currency_id
        pay = SQL(
            "CASE WHEN ats_pay_currency_id = %s THEN width_bucket(ats_pay_yearly, %s) END",
            currency.id,
            list(map(float, PAY_STEPS)),
        )
        rows = self.env.execute_query(
            SQL(
                """SELECT department_id, ats_workplace, ats_employment_type, pay, count(*)
                     FROM (SELECT department_id, ats_workplace, ats_employment_type, %(pay)s AS pay
                             FROM hr_job WHERE id IN %(jobs)s) AS job
                    GROUP BY GROUPING SETS ((department_id), (ats_workplace), (ats_employment_type), (pay))""",
                pay=pay,
                jobs=query.subselect(),
            )
        )
        counts = {name: {} for name in ("department_id", "workplace", "type", "pay")}
        for *values, count in rows:
            for name, value in zip(counts, values, strict=True):
                if value:
                    counts[name][value] = count
        return counts

    @api.model
    def _count_posts(self, listed):
        """Return the same for places and languages, which a job may have several of."""
        query = self.env["hr.job"].sudo()._search(listed)
        rows = self.env.execute_query(
            SQL(
                """SELECT city, lang, count(DISTINCT job_id) FROM ats_job_post
                    WHERE active AND job_id IN %s GROUP BY GROUPING SETS ((city), (lang))""",
                query.subselect(),
            )
        )
        return {
            "place": {city: count for city, _lang, count in rows if city},
            "lang": {lang: count for _city, lang, count in rows if lang},
        }

    @api.model
    def _choices(self, website, name, counts):
        if name == "pay":
            return self._pay_choices(website, counts)
        words = self._words_of(name, counts)
        choices = [
            {"value": str(value), "label": words.get(value) or str(value), "count": counts[value]} for value in counts
        ]
        return sorted(choices, key=lambda choice: choice["label"].casefold())

    @api.model
    def _words_of(self, name, values):
        """Return the words that people read for each value."""
        if name == "department_id":
            departments_sudo = self.env["hr.department"].sudo().browse(values)
            return {department.id: department.name for department in departments_sudo}
        if name == "lang":
            return {code: self.env["res.lang"]._get_data(code=code).name or code for code in values}
        field = {"workplace": "ats_workplace", "type": "ats_employment_type"}.get(name)
        return dict(self.env["hr.job"]._fields[field]._description_selection(self.env)) if field else {}

    @api.model
    def _pay_choices(self, website, counts):
        """Return the steps of pay that some, but not all, jobs reach."""
        currency_sudo = website.company_id.sudo().currency_id
        choices, reached = [], 0
        for bucket in range(len(PAY_STEPS), 0, -1):
            if counts.get(bucket):
                reached += counts[bucket]
                amount = format_amount(self.env, PAY_STEPS[bucket - 1], currency_sudo, trailing_zeroes=False)
                label = self.env._("from %s a year", amount)
                choices.insert(0, {"value": str(PAY_STEPS[bucket - 1]), "label": label, "count": reached})
        return choices

    @api.model
    def _filter_labels(self):
        return {
            "department_id": self.env._("Department"),
            "place": self.env._("Place"),
            "workplace": self.env._("Workplace"),
            "type": self.env._("Employment type"),
            "lang": self.env._("Language"),
            "pay": self.env._("Pay"),
        }


def _id(text):
    """Return the whole number in a piece of an address; 0 when there is none that a record may have."""
    is_number = isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 11
    return int(text) if is_number and int(text) <= LARGEST_ID else 0
