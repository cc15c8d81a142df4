from markupsafe import Markup

from odoo import api, models
from odoo.tools.urls import urljoin

from ..lib.ats_feeds import Pay, Posting, job_posting, plain_text, script_text

SUMMARY_LENGTH = 200


class HrJob(models.Model):
    """A job as machines read it: search engines and job boards."""

    _inherit = "hr.job"

    def _ats_posting(self, post=None, base_url=None, query=""):
        """Return the posting of a job, in the language and place of ``post``.

        :param post: an ``ats.job.post`` (elevated); the first one when left out
        :param str query: what is added to the job's address, for instance ``?c=k3…``
        :rtype: Posting
        """
        job_sudo = self.sudo()
        job_sudo.ensure_one()
        post = post or job_sudo.ats_post_ids[:1]
        job_sudo = job_sudo.with_context(lang=post.lang or self.env.lang)
        company_sudo = job_sudo.company_id or self.env.company.sudo()
        base_url = base_url or job_sudo.get_base_url()
        place = post._ats_place() if post else None
        places = job_sudo._ats_places()
        return Posting(
            reference=post.reference or f"{job_sudo.id}-new",
            requisition=str(job_sudo.id),
            title=job_sudo.name or "",
            description=job_sudo._ats_posting_text(),
            url=urljoin(base_url, job_sudo.website_url) + query,
            apply_url=urljoin(base_url, job_sudo._ats_apply_path()),
            company=company_sudo.name or "",
            company_url=company_sudo.website or base_url,
            logo_url=f"{base_url}/logo.png?company={company_sudo.id}",
            email=job_sudo.user_id.email or company_sudo.email or "",
            department=job_sudo.department_id.name or "",
            posted=(job_sudo.published_date or job_sudo.create_date.date()),
            updated=job_sudo.write_date or job_sudo.create_date,
            language=(post.lang or self.env.lang or "en_US").replace("_", "-"),
            employment_type=job_sudo.ats_employment_type or "",
            workplace=job_sudo.ats_workplace or "",
            place=place,
            other_places=tuple(each for each in places if each != place),
            pay=job_sudo._ats_posting_pay(),
            closes=job_sudo.ats_close_date or None,
            sample_text=job_sudo._ats_has_sample_text(),
        )

    def _ats_posting_text(self):
        """Return the HTML that the job's page shows; the summary when the page says nothing."""
        self.ensure_one()
        page = str(self.website_description or "")
        return page if plain_text(page) else str(self.description or "")

    def _ats_has_sample_text(self):
        """Tell whether the page still has the text that Odoo puts there for every new job."""
        self.ensure_one()
        sample = plain_text(self._get_default_website_description())
        return bool(sample) and plain_text(self.website_description) == sample

    def _ats_posting_pay(self):
        self.ensure_one()
        if not self.ats_pay_shown or not (self.ats_pay_min or self.ats_pay_max):
            return None
        currency = self.ats_pay_currency_id or self.company_id.currency_id
        return Pay(self.ats_pay_min, self.ats_pay_max, currency.name, self.ats_pay_period or "year")

    def _ats_apply_path(self):
        self.ensure_one()
        return f"/jobs/apply/{self.env['ir.http']._slug(self)}"

    # ------------------------------------------------------------
    # The job's own page
    # ------------------------------------------------------------

    def _ats_structured_data(self):
        """Return the JSON-LD of the page; empty unless people can apply now."""
        self.ensure_one()
        if self.sudo()._ats_careers_state() != "open":
            return Markup()
        post_sudo = self.sudo().ats_post_ids.filtered(lambda post: post.lang == self.env.lang)[:1]
        return Markup(script_text(job_posting(self._ats_posting(post_sudo))))  # noqa: S704 (no < > & in it)

    def _ats_summary(self):
        """Return what the job says first about itself, for cards and previews."""
        self.ensure_one()
        text = plain_text(self.description or self.website_description).partition("\n")[0]
        return text if len(text) <= SUMMARY_LENGTH else f"{text[:SUMMARY_LENGTH].rsplit(' ', 1)[0]}…"

    def _default_website_meta(self):
        """A shared link shows the job, where it is and what it pays."""
        meta = super()._default_website_meta()
        facts = [fact["text"] for fact in self._ats_public_facts() if fact["key"] in ("place", "workplace", "pay")]
        if description := " · ".join(filter(None, [*facts, self._ats_summary()])):
            meta["default_opengraph"]["og:description"] = description
            meta["default_twitter"]["twitter:description"] = description
            meta["default_meta_description"] = description
        return meta

    @api.model
    def _ats_sitemap(self, website):
        """Return ``(address, date of the last change)`` of each job that search engines may list."""
        jobs_sudo = self.sudo().search(website.website_domain() & self._ats_advertised_domain(), order="id")
        return [(job.website_url, (job.write_date or job.create_date).date()) for job in jobs_sudo]
