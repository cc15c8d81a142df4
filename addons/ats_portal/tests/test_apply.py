"""The application form over HTTP. Numbers are those of the attack cases it stands against."""

import re

from odoo.tests import tagged

from .common import FILLED, PortalCase


@tagged("post_install", "-at_install")
class TestApply(PortalCase):
    def test_a_visitor_applies_without_javascript(self):
        page = self.url_open(self.apply_url())
        self.assertEqual(page.status_code, 200)
        self.assertIn("Takes 3 minutes, no account", page.text)
        self.assertSent(self.send_form())
        application = self.applications()
        self.assertEqual(application.partner_name, "Ana Núñez")
        self.assertEqual(application.ats_source, "website")
        self.assertEqual(application.partner_phone, "+34 600 12 34 56")
        self.assertEqual(application.linkedin_profile, "https://linkedin.com/in/ana")
        self.assertFalse(application.ats_address_proven)
        self.assertIn("I like this work.", str(application.message_ids.mapped("body")))

    def test_the_visit_gives_language_zone_and_campaign(self):
        self.opener.cookies["tz"] = "Europe/Madrid"
        self.opener.cookies["odoo_utm_source"] = "Chefs Weekly"
        self.assertSent(self.send_form())
        application = self.applications()
        self.assertEqual(application.ats_lang, "en_US")
        self.assertEqual(application.ats_tz, "Europe/Madrid")
        self.assertEqual(application.source_id.name, "Chefs Weekly")

    def test_a_made_up_zone_is_dropped(self):
        self.opener.cookies["tz"] = "../../etc/passwd"
        self.assertSent(self.send_form())
        self.assertFalse(self.applications().ats_tz)

    def test_consent_is_kept_with_its_proof(self):
        self.assertSent(self.send_form())
        consent = self.applications().ats_candidate_id.consent_ids
        self.assertEqual(consent.purpose, "processing")
        self.assertEqual(consent.proof["door"], "website")
        self.assertEqual(consent.proof["application"], self.applications().id)

    def test_confirmation_page_never_shows_the_link(self):
        response = self.send_form(follow=True)
        self.assertEqual(response.status_code, 200)
        self.assertIn("a…@example.org", response.text)
        self.assertNotIn("ana@example.org", response.text)
        self.assertNotIn("/my/application", response.text)

    def test_confirmation_mail_carries_a_key_only_when_it_leaves(self):
        self.assertSent(self.send_form())
        mails = self.sent_mails(self.applications())
        self.assertEqual(len(mails), 1, "one confirmation and nothing else")
        self.assertIn("/my/application/open?to=", mails.body_html)
        key = self.raw_key(mails)
        response = self.open_link(self.applications(), key)
        self.assertEqual(response.status_code, 303)
        stored = self.env["mail.message"].search([("res_id", "=", self.applications().id)])
        self.assertNotIn(key, str(stored.mapped("body")))

    def test_a044_only_listed_fields_are_taken(self):
        stage = self.env["hr.recruitment.stage"].create({"name": "Forged", "sequence": 900})
        self.assertSent(
            self.send_form(
                stage_id=stage.id,
                user_id=2,
                company_id=1,
                priority="3",
                active="",
                id=1,
                salary_expected=1,
                job_id=1,
                ats_state="hired",
                create_uid=1,
                foo="ECHO",
            )
        )
        application = self.applications()
        self.assertNotEqual(application.stage_id, stage)
        self.assertEqual(application.priority, "0")
        self.assertEqual(application.job_id, self.job)
        self.assertNotIn("ECHO", str(application.message_ids.mapped("body")))

    def test_a046_jobs_that_take_no_applications(self):
        draft = self.make_job("Draft", ats_job_state="draft")
        never_shown = self.make_job("Not shown")
        archived = self.make_job("Archived", is_published=True)
        archived.active = False
        closed = self.make_job("Closed", is_published=True)
        closed.ats_job_state = "closed"
        cases = [(draft, 404), (never_shown, 404), (archived, 410), (closed, 410)]
        for job, status in cases:
            with self.subTest(job=job.name):
                self.assertEqual(self.url_open(self.apply_url(job)).status_code, status)
                self.assertEqual(self.send_form(job).status_code, status)
                self.assertFalse(self.applications(job=job))

    def test_a046_a_paused_job_sends_back_to_its_page(self):
        self.job.ats_job_state = "on_hold"
        response = self.send_form()
        self.assertEqual(response.status_code, 303)
        self.assertFalse(self.applications())
        page = self.url_open(response.headers["Location"])
        self.assertIn("not taking applications", page.text)

    def test_a048_what_is_missing_is_named_and_the_rest_kept(self):
        response = self.send_form(name="", email="", consent=None)
        for field in ("name", "email", "consent"):
            page = self.assertAsked(response, field)
        self.assertEqual(page.xpath("string(//input[@name='phone']/@value)"), FILLED["phone"])
        self.assertEqual(page.xpath("string(//textarea[@name='message'])"), FILLED["message"])
        self.assertFalse(self.applications())

    def test_a049_line_breaks_in_address_and_name(self):
        for field in ("name", "email", "phone", "linkedin"):
            for bad in ("ana@example.org\r\nBcc: spy@example.org", "a\x00b", "a\nb"):
                with self.subTest(field=field, bad=bad):
                    self.assertAsked(self.send_form(**{field: bad}), field)
                    self.env["ats.portal.hit"].search([]).unlink()
        self.assertFalse(self.applications())
        self.assertFalse(self.applications("spy@example.org"))

    def test_a050_long_texts_are_not_taken(self):
        page = self.assertAsked(self.send_form(message="x" * 9000), "message")
        self.assertEqual(len(page.xpath("string(//textarea[@name='message'])").strip()), 4000)

    def test_a051_markup_stays_text(self):
        script = "<script>alert(1)</script>{{7*7}}${7*7}%(x)s<t t-out='1'/>"
        response = self.send_form(name=script, email="")
        self.assertNotIn("<script>alert(1)", response.text)
        self.assertIn("&lt;script&gt;alert(1)", response.text)
        self.assertSent(self.send_form(name=script, message=script))
        application = self.applications()
        self.assertEqual(application.partner_name, script)
        self.assertNotIn("<script>", str(application.message_ids.mapped("body")))
        self.assertNotIn("<script>", str(self.sent_mails(application).body_html))
        self.open_link(application)
        home = self.home(application)
        self.assertNotIn("<script>alert(1)", home.text)

    def test_a055_only_web_addresses(self):
        for bad in ("javascript:alert(1)", "data:text/html,x", "//evil", 'https://x.y/"onx='):
            with self.subTest(bad=bad):
                self.assertAsked(self.send_form(linkedin=bad), "linkedin")

    def test_a057_double_click_and_back_button_make_one_application(self):
        key = "0" * 32
        first, second = (self.send_form(submission_key=key) for _click in range(2))
        again = self.send_form()
        for response in (first, second, again):
            self.assertSent(response)
            self.assertEqual(response.headers["Location"], first.headers["Location"])
        self.assertEqual(len(self.applications()), 1)

    def test_a057_the_same_form_twice_mails_once(self):
        key = "1" * 32
        for _click in range(2):
            self.send_form(submission_key=key)
        self.assertEqual(len(self.sent_mails(self.applications())), 1)

    def test_a060_programs_are_told_apart(self):
        self.assertAsked(self.send_form(website_url="http://spam.example"), "form")
        self.assertAsked(self.send_form(age=0), "form")
        self.assertAsked(self.send_form(started="forged"), "form")
        self.assertAsked(self.send_form(started=None), "form")
        other = self.make_job("Other")
        foreign = self.env["ats.apply.form"]._start_token(other, 1)
        self.assertAsked(self.send_form(started=foreign), "form")
        self.assertFalse(self.applications())

    def test_a061_the_same_answer_for_known_and_unknown_people(self):
        self.send_form(email="known@example.org")
        known = self.send_form(email="known@example.org", follow=True)
        unknown = self.send_form(email="kunst@example.org", follow=True)

        def stripped(page):
            return re.sub(r"csrf_token: \"[^\"]*\"|csrf_token\" value=\"[^\"]*\"", "", page.text)

        self.assertEqual(known.url, unknown.url)
        self.assertEqual(stripped(known), stripped(unknown))

    def test_a066_a_foreign_page_cannot_send_the_form(self):
        for token in (None, "", "wrong"):
            page = self.assertAsked(self.send_form(csrf_token=token), "form")
        self.assertEqual(page.xpath("string(//input[@name='name']/@value)"), FILLED["name"])
        self.assertFalse(self.applications())

    def test_without_a_resume_a_link_or_a_word_we_ask(self):
        self.assertAsked(self.send_form(linkedin="", message=""), "cv")
        self.assertSent(self.send_form(linkedin="", message="Only a word."))

    def test_a_contact_that_exists_is_never_written(self):
        victims = (
            self.env["res.partner"].create({"name": "Old Customer", "email": "ana@example.org", "phone": "+1 555 0100"})
            | self.recruiter.partner_id
        )
        before = victims.read(["name", "email", "phone", "write_date"])
        self.assertSent(self.send_form(name="Evil", phone="+1 555 6666"))
        self.assertSent(self.send_form(name="Evil", phone="+1 555 6666", email=self.recruiter.email))
        self.env.invalidate_all()
        self.assertEqual(victims.read(["name", "email", "phone", "write_date"]), before)
        self.assertFalse(self.applications().partner_id & victims)

    def test_an_open_application_is_not_overwritten(self):
        self.send_form()
        self.send_form(name="Ana M. Núñez", phone="+1 555 6666")
        application = self.applications()
        self.assertEqual(len(application), 1)
        self.assertEqual(application.partner_name, "Ana Núñez")
        self.assertEqual(application.partner_phone, "+34 600 12 34 56")
        self.assertIn("added", self.sent_mails(application)[-1].body_html)

    def test_two_people_behind_one_address_stay_two(self):
        self.send_form()
        self.send_form(name="Roberto Ortiz", phone="+1 555 6666")
        applications = self.applications()
        self.assertEqual(len(applications), 2)
        self.assertEqual(len(applications.ats_candidate_id), 2)
