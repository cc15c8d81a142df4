from odoo.exceptions import AccessError
from odoo.http import request, route

from odoo.addons.website_hr_recruitment.controllers.main import WebsiteHrRecruitment

from ..models.ats_careers import PER_PAGE
from .gate import Gate

OFFICERS = "hr_recruitment.group_hr_recruitment_user"
SESSION_CHANNEL = "ats_channel"


def hidden_job(error, job=None, **_params):
    """Answer for a job that the visitor may not read: over is 410, anything else 404."""
    if not isinstance(error, AccessError) or not job:
        return 404
    return 410 if job.sudo()._ats_careers_state() == "closed" else 404


def sitemap_list(_env, _rule, query):
    if not query or query.lower() in "/jobs":
        yield {"loc": "/jobs"}


def sitemap_jobs(env, _rule, query):
    """Jobs that people can apply for, with the date of their last change."""
    website = env["website"].get_current_website()
    for path, changed in env["hr.job"]._ats_sitemap(website):
        if not query or query.lower() in path:
            yield {"loc": path, "lastmod": changed}


class Careers(WebsiteHrRecruitment, Gate):
    """The list of jobs and the job's page."""

    @route(sitemap=sitemap_list)
    def jobs(self, page=1, **params):
        page = int(page) if str(page).isdigit() and len(str(page)) < 10 else 1
        values = request.env["ats.careers"]._page(request.website, params, page)
        self._ats_note_channel(params)
        path = request.httprequest.path.partition("/page/")[0]
        pager = request.website.pager(
            url=path, url_args=request.httprequest.args, total=values["total"], page=page, step=PER_PAGE
        )
        response = request.render(
            "website_hr_recruitment.index",
            {**values, "pager": pager, "careers_path": path, **self._ats_native_list_values(params)},
        )
        if values["is_narrowed"]:
            response.headers["X-Robots-Tag"] = "noindex"
        return response

    def _ats_native_list_values(self, params):
        """What extensions of the native list may look at; our own filters take their place."""
        names = ("country_id", "department_id", "office_id", "contract_type_id", "industry_id")
        return {name: False for name in names} | {"original_search": False, "search_count": 0}

    @route(handle_params_access_error=hidden_job, sitemap=sitemap_jobs)
    def job(self, job, **params):
        if job.sudo()._ats_careers_state() != "hidden" or not request.env.user.has_group(OFFICERS):
            self._ats_check_job(job)
        self._ats_note_channel(params)
        response = super().job(job, **params)
        if job.sudo()._ats_careers_state() != "open":
            response.headers["X-Robots-Tag"] = "noindex"
        return response

    @route(sitemap=False)
    def jobs_detail(self, job, **params):
        return super().jobs_detail(job, **params)

    @route()
    def check_recent_application(self, field, value, job_id):
        """Constant: the native answer tells who applied, and who the recruiter is."""
        return {"message": None}

    @route(
        [
            "/jobs/feed/<string(minlength=20,maxlength=100):token>.xml",
            "/jobs/feed/<string(minlength=20,maxlength=100):token>.json",
        ],
        type="http",
        auth="public",
        website=True,
        multilang=False,
        sitemap=False,
        methods=["GET"],
        save_session=False,
    )
    def jobs_feed(self, token, **_params):
        """The feed of one job board; the address is its key."""
        self._ats_limit("feed.ip", self._ats_network(), limit=60)
        channel_sudo = request.env["ats.job.channel"]._of_token(token)
        if not channel_sudo:
            return request.make_response("", status=404)
        answer = channel_sudo._feed()
        response = request.make_response(answer.body, [("Content-Type", answer.content_type)])
        response.headers["X-Robots-Tag"] = "noindex"
        response.add_etag()
        response.make_conditional(request.httprequest)
        agent = request.httprequest.user_agent.string
        channel_sudo._log_fetch(answer, agent=agent, status=response.status_code)
        return response

    def _ats_note_channel(self, params):
        """Remember for this visit which job board led here."""
        channel_sudo = request.env["ats.job.channel"]._of_code(params.get("c"))
        if channel_sudo:
            request.session[SESSION_CHANNEL] = channel_sudo.id
