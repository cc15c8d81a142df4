from odoo.exceptions import AccessError
from odoo.http import request, route

from odoo.addons.website_hr_recruitment.controllers.main import WebsiteHrRecruitment

from .gate import Gate

OFFICERS = "hr_recruitment.group_hr_recruitment_user"


def hidden_job(error, job=None, **_params):
    """Answer for a job that the visitor may not read: over is 410, anything else 404."""
    if not isinstance(error, AccessError) or not job:
        return 404
    return 410 if job.sudo()._ats_careers_state() == "closed" else 404


class Careers(WebsiteHrRecruitment, Gate):
    """The job's page. The list stays the native one."""

    @route(handle_params_access_error=hidden_job)
    def job(self, job, **params):
        if job.sudo()._ats_careers_state() != "hidden" or not request.env.user.has_group(OFFICERS):
            self._ats_check_job(job)
        return super().job(job, **params)

    @route()
    def check_recent_application(self, field, value, job_id):
        """Constant: the native answer tells who applied, and who the recruiter is."""
        return {"message": None}
