"""Helpers of the portal's tests: a published job, the form as a browser sends it, a private link."""

import re
import time
import uuid

from lxml import html

from odoo.http import Request
from odoo.tests import HttpCase, new_test_user

from odoo.addons.ats_core.tests.common import AtsMixin, make_pdf

FILLED = {
    "name": "Ana Núñez",
    "email": "ana@example.org",
    "phone": "+34 600 12 34 56",
    "linkedin": "linkedin.com/in/ana",
    "message": "I like this work.",
    "consent": "1",
}


class PortalCase(AtsMixin, HttpCase):
    """A visitor without an account, in front of a published job."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.job.is_published = True
        cls.env["ats.portal.hit"].search([]).unlink()

    def setUp(self):
        super().setUp()
        # A session of its own, with a token that its forms carry.
        self.authenticate(None, None)

    # Applying ------------------------------------------------------------------------------

    def apply_url(self, job=None):
        return f"/jobs/apply/{self.env['ir.http']._slug(job or self.job)}"

    def form_fields(self, job=None, *, age=60, **fields):
        """Return the fields of a form that was opened ``age`` seconds ago; None leaves one out."""
        started = self.env["ats.apply.form"]._start_token(job or self.job, time.time() - age)
        values = {
            "csrf_token": Request.csrf_token(self),
            "submission_key": uuid.uuid4().hex,
            "started": started,
            **FILLED,
            **fields,
        }
        return {name: value for name, value in values.items() if value is not None}

    def send_form(self, job=None, *, files=None, follow=False, url=None, **fields):
        """Send the form; ``files`` is a list of ``(field, filename, bytes)``."""
        sent = [(field, (name, content)) for field, name, content in files or []]
        return self.url_open(
            url or self.apply_url(job),
            data=self.form_fields(job, **fields),
            files=sent or None,
            allow_redirects=follow,
        )

    def applications(self, email="ana@example.org", job=None):
        return (
            self.env["hr.applicant"]
            .with_context(active_test=False)
            .search(
                [
                    ("email_normalized", "=", email),
                    ("job_id", "=", (job or self.job).id),
                ]
            )
        )

    def assertSent(self, response):
        self.assertEqual(response.status_code, 303, response.text[:2000])
        self.assertTrue(response.headers["Location"].endswith("/sent"))

    def assertAsked(self, response, field, status=400):
        """The form came back with a message at ``field`` and in the summary."""
        self.assertEqual(response.status_code, status)
        page = html.fromstring(response.text)
        summary = page.xpath("//*[@id='ats_summary']")
        self.assertTrue(summary, "no summary of what is wrong")
        if field != "form":
            message = page.xpath(f"string(//*[@id='ats_{field}_error'])").strip()
            self.assertTrue(message, f"no message at {field}")
            self.assertIn(message, summary[0].text_content())
        return page

    # The candidate's page ------------------------------------------------------------------

    def raw_key(self, mail):
        """Return the key in the mail as it leaves; stored bodies have none."""
        self.assertNotIn("key=", str(mail.body_html))
        sent = mail._prepare_outgoing_list()
        self.assertEqual(len(sent), 1)
        return re.search(r"[&;]key=([\w-]+)", sent[0]["body"]).group(1)

    def open_link(self, application, raw=None, follow=False, **params):
        raw = raw or self.env["ats.access.link"]._mint(application)
        query = "&".join(f"{name}={value}" for name, value in params.items())
        return self.url_open(f"/my/application/open?to={application.id}&key={raw}&{query}", allow_redirects=follow)

    def home(self, application, page=""):
        return self.url_open(f"/my/application/{application.id}{page}", allow_redirects=False)

    def post(self, path, files=None, **fields):
        return self.url_open(
            path,
            data={"csrf_token": Request.csrf_token(self), **fields},
            files=files,
            allow_redirects=False,
        )

    def portal_user(self, login="ana_portal"):
        return new_test_user(self.env, login, groups="base.group_portal", name="Ana Portal")


RESUME = make_pdf("Ana Núñez", "Cook", "ana@example.org")
OTHER_PDF = make_pdf("Something else")
