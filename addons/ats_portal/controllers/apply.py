import pytz
from markupsafe import Markup

from odoo.http import request, route

from ..lib.ats_apply_form import mask_email
from ..models.ats_apply_form import MAX_REQUEST_BYTES
from .apply_equality import KEPT_SUBJECTS, SESSION_SUBJECTS
from .careers import SESSION_CHANNEL, Careers, hidden_job
from .draft import Draft
from .referral import Touches

SESSION_SENT = "ats_sent"
LONGEST_ADDRESS = 320  # characters that count as a mailbox


class Apply(Careers, Draft, Touches):
    """The application form: one page, without an account, with or without JavaScript."""

    # The token is checked in _ats_send, so that an expired session costs nothing that was typed.
    @route(
        methods=["GET", "POST"],
        sitemap=False,
        csrf=False,
        max_content_length=MAX_REQUEST_BYTES,
        handle_params_access_error=hidden_job,
    )
    def jobs_apply(self, job, **params):
        if self._ats_check_job(job) == "paused":
            return request.redirect(job.website_url, code=303)
        if request.httprequest.method == "POST":
            return self._ats_send(job, params)
        return self._ats_form_page(job, request.env["ats.apply.form"]._with_draft(job, self._ats_draft_sudo(job)))

    @route(
        '/jobs/apply/<model("hr.job"):job>/sent',
        type="http",
        auth="public",
        website=True,
        methods=["GET"],
        sitemap=False,
        handle_params_access_error=hidden_job,
    )
    def jobs_apply_sent(self, job, **_params):
        self._ats_check_job(job)
        return request.render(
            "ats_portal.apply_sent",
            {
                "job": job,
                "sent_to": request.session.get(SESSION_SENT) or "",
                "answer_days": next((step["days"] for step in job.sudo()._ats_public_steps() if step["days"]), 0),
                "asks_equality": self._ats_asks_equality(job),
            },
        )

    def _ats_form_page(self, job, form, status=200):
        values = {
            "job": job,
            "main_object": job,
            "labels": request.env["ats.apply.form"]._labels(),
            "recommended_by": self._ats_recommended_by(job),
        }
        response = request.render("ats_portal.apply_page", {**values, **form})
        response.status_code = status
        return response

    def _ats_send(self, job, params):
        """Check what was sent, hand it to the verb, and show the same page to everybody."""
        if self._ats_is_too_frequent(params.get("email")):
            return self._ats_wait_page()
        form = request.env["ats.apply.form"]
        reading = form._read(job, params, self._ats_with_draft(job, self._ats_sent_files("cv", "files")))
        if not request.validate_csrf(params.get("csrf_token")):
            reading.errors["form"] = request.env._("Your visit had ended. Please send it again.")
        if reading.errors:
            return self._ats_form_again(job, reading, params, 400)
        vals = {**form._apply_vals(job, reading, params), **self._ats_visit_vals()}
        if reading.values["without_referral"]:
            self._ats_forget_touches(job)
        touches = self._ats_touches(job) if not reading.values["without_referral"] else ()
        applicants_sudo = request.env["hr.applicant"].sudo()
        subject = applicants_sudo._ats_apply_from_website(job.sudo(), vals, reading.files, touches)
        self._ats_draft_sudo(job).unlink()
        request.session[SESSION_SENT] = mask_email(reading.values["email"])
        known = dict(list((request.session.get(SESSION_SUBJECTS) or {}).items())[-KEPT_SUBJECTS:])
        request.session[SESSION_SUBJECTS] = {**known, str(job.id): subject}
        return request.redirect(f"{request.httprequest.path}/sent", code=303)

    def _ats_wait_page(self):
        """Ask to send again in a minute. Nothing was looked at and the page is bare, so that whoever sends hundreds
        takes no time from others; what was typed is in it."""
        values = {
            "action": request.httprequest.path,
            "kept": [pair for pair in request.httprequest.form.items(multi=True) if pair[0] != "csrf_token"],
            "token": request.csrf_token(),
            "lang": request.lang.code,
        }
        page = request.env["ir.qweb"]._render("ats_portal.apply_wait", values)
        headers = [("Retry-After", "60"), ("Content-Type", "text/html; charset=utf-8")]
        return request.make_response(Markup("<!DOCTYPE html>") + page, headers, status=429)

    def _ats_form_again(self, job, reading, params, status):
        """Show the form as it was sent, with what is wrong. A sound résumé is kept, so that it need
        not be chosen again."""
        draft_sudo = self._ats_draft_sudo(job)
        sent = request.httprequest.files.get("cv")
        if sent and sent.filename and "cv" not in reading.errors:
            draft_sudo = self._ats_keep_draft(job, reading.files[0])
        again = request.env["ats.apply.form"]._filled(job, reading, params)
        again["draft"] = draft_sudo
        return self._ats_form_page(job, again, status)

    def _ats_asks_equality(self, job):
        known = (request.session.get(SESSION_SUBJECTS) or {}).get(str(job.id))
        return bool(known) and request.env["ats.eeo.form"]._of_job(job) != "none"

    def _ats_is_too_frequent(self, email):
        """Count the request once, however often the database makes it start again."""
        if not hasattr(request, "ats_too_frequent"):
            mailbox = (email or "")[:LONGEST_ADDRESS]
            request.ats_too_frequent = request.env["ats.apply.form"]._is_too_frequent(
                request.httprequest.remote_addr, mailbox
            )
        return request.ats_too_frequent

    def _ats_visit_vals(self):
        """Return what the visit tells: language, zone, and the campaign that led here."""
        tz = request.cookies.get("tz")
        tracked = request.env["hr.applicant"].sudo().default_get(["campaign_id", "source_id", "medium_id"])
        channel_sudo = request.env["ats.job.channel"].sudo().browse(request.session.get(SESSION_CHANNEL)).exists()
        tracked |= channel_sudo._utm_vals()
        return {
            "lang": request.lang.code,
            "tz": tz if tz in pytz.all_timezones_set else None,
            **{name: id_ for name, id_ in tracked.items() if id_},
        }
