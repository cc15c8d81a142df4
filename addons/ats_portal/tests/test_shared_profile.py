"""A redacted profile behind a link: what the reader sees, what never leaves, and that it ends."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import RESUME, PortalCase

SECRETS = ("Núñez", "ana@example.org", "600 12 34 56", "linkedin", "Secret note", "4321", "1990", "Calle Mayor")


@tagged("post_install", "-at_install")
class TestSharedProfile(PortalCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply(
            name="Ana Núñez", phone="+34 600 12 34 56", linkedin="linkedin.com/in/ana", files=[("cv.pdf", RESUME)]
        )
        self.person = self.application.ats_candidate_id
        self.person.write({"headline": "Cook, call Ana at +34 600 12 34 56", "city": "Calle Mayor 5"})
        line = self.env["ats.candidate.resume.line"]
        line.create(
            {
                "candidate_id": self.person.id,
                "kind": "work",
                "name": "Sous-chef",
                "employer": "Casa Lucio",
                "date_start": "2019-03-01",
                "description": "Led eight people. Reach me: ana@example.org",
            }
        )
        line.create(
            {
                "candidate_id": self.person.id,
                "kind": "education",
                "name": "Diploma in cooking",
                "employer": "Basque Culinary Center",
                "date_start": "1990-09-01",
                "date_end": "1993-06-30",
            }
        )
        self.application.message_post(body="Secret note", subtype_xmlid="mail.mt_note")
        self.application.salary_expected = 4321

    def share(self, **values):
        """Make a link as a recruiter does; return the share and its address."""
        make = self.env["ats.profile.share.make"].with_user(self.recruiter)
        wizard = make.create({"candidate_id": self.person.id, "recipient": "Finance, Paul", **values})
        url = wizard.action_make()["context"]["default_url"]
        return self.env["ats.profile.share"].search([], limit=1), url[url.index("/my/") :]

    def assertHides(self, text, *more):
        for secret in (*SECRETS, *more):
            self.assertNotIn(secret, text)

    def test_the_reader_sees_what_was_chosen_and_never_the_rest(self):
        _share, path = self.share(question="Somebody for you?", summary="Good hands. Mail ana@example.org")
        page = self.url_open(path)
        self.assertEqual(page.status_code, 200)
        self.assertNotIn("key=", page.url)
        for shown in (
            "A. N.",
            "Sous-chef",
            "Casa Lucio",
            "2019",
            "Diploma in cooking",
            "Somebody for you?",
            "Good hands",
        ):
            self.assertIn(shown, page.text)
        self.assertHides(page.text, "Finance, Paul", "cv.pdf", self.job.name)
        self.assertEqual(page.headers["Cache-Control"], "no-store")
        self.assertIn("noindex", page.headers["X-Robots-Tag"])
        self.assertEqual(page.headers["Referrer-Policy"], "no-referrer")

    def test_blind_and_fewer_parts(self):
        _share, path = self.share(
            is_blind=True, show_name="full", show_skills=False, summary="Ana worked at Casa Lucio"
        )
        text = self.url_open(path).text
        self.assertHides(text, "Casa Lucio", "Basque", "A. N.")
        self.assertIn("Sous-chef", text)
        _share, path = self.share(show_work=False, show_education=False)
        text = self.url_open(path).text
        self.assertNotIn("Sous-chef", text)
        self.assertNotIn("Diploma", text)

    def test_the_text_of_the_resume_comes_with_gaps_and_is_reviewed(self):
        self.run_jobs()
        wizard = self.env["ats.profile.share.make"].with_user(self.recruiter).create({"candidate_id": self.person.id})
        wizard.action_take_text()
        self.assertIn("Cook", wizard.summary)
        self.assertHides(wizard.summary)

    def test_each_opening_is_written_down(self):
        share, path = self.share()
        self.url_open(path)
        self.url_open(f"/my/shared-profile/{share.id}")
        share.invalidate_recordset()
        self.assertEqual(share.with_user(self.recruiter).open_count, 2)
        events = self.env["ats.event"].search([("res_model", "=", "ats.profile.share"), ("res_id", "=", share.id)])
        self.assertEqual(sorted(events.mapped("type")), ["profile.opened", "profile.opened", "profile.shared"])

    def test_the_token_stands_in_no_table_and_opens_nothing_else(self):
        share, path = self.share()
        raw = path.rpartition("=")[2]
        self.assertNotIn(raw, str(share.link_id.read()) + str(share.read()))
        self.assertFalse(self.env["ats.profile.share.make"].search([]))
        self.assertEqual(self.open_link(self.application, raw).status_code, 410)
        self.url_open(path)
        self.assertEqual(self.home(self.application).status_code, 404)
        self.assertFalse(self.application.ats_address_proven)

    def test_a_candidates_own_link_opens_no_shared_profile(self):
        share, _path = self.share()
        raw = self.env["ats.access.link"]._mint(self.application)
        self.assertEqual(self.url_open(f"/my/shared-profile/open?key={raw}").status_code, 410)
        self.assertEqual(self.url_open(f"/my/shared-profile/{share.id}").status_code, 404)

    def test_closed_and_expired_links_end_the_open_page_too(self):
        share, path = self.share(days=7)
        page = f"/my/shared-profile/{share.id}"
        self.url_open(path)
        with freeze_time(fields.Datetime.now() + timedelta(days=8)):
            self.assertEqual(self.url_open(page).status_code, 404)
        with self.assertRaises(AccessError):
            share.with_user(self.hiring_manager).action_revoke()
        share.with_user(self.recruiter).action_revoke()
        self.assertEqual(self.url_open(page).status_code, 404)
        self.assertEqual(self.url_open(path).status_code, 410)

    def test_a_merged_person_is_not_shown_by_the_links_of_the_other(self):
        share, path = self.share()
        winner = self.apply(name="Ana Núñez", email="ana@other.example").ats_candidate_id
        merge = winner.with_user(self.recruiter)._merge(self.person)
        self.assertEqual(self.url_open(path).status_code, 410)
        self.assertIn(share, winner.with_user(self.recruiter).profile_share_ids)
        merge.with_user(self.recruiter)._undo()
        self.assertEqual(self.url_open(path).status_code, 200)

    def test_the_answer_reaches_the_recruiter_and_stays_inside(self):
        share, path = self.share()
        self.url_open(path)
        page = f"/my/shared-profile/{share.id}"
        self.assertEqual(self.post(f"{page}/answer", answer="maybe").status_code, 303)
        self.assertFalse(share.answer)
        self.assertEqual(self.post(f"{page}/answer", answer="interested", note="<b>Call</b> her").status_code, 303)
        self.assertEqual((share.answer, share.answer_note), ("interested", "<b>Call</b> her"))
        note = self.person.message_ids[:1]
        self.assertTrue(note.is_internal or note.subtype_id.internal)
        self.assertIn("Finance, Paul", note.body)
        self.assertNotIn("<b>", note.body)
        activity = self.person.activity_ids
        self.assertEqual(activity.user_id, self.recruiter)
        self.assertFalse(self.sent_mails(self.application).filtered(lambda mail: "Finance" in str(mail.body_html)))

    def test_only_recruiters_share(self):
        for user in (self.hiring_manager, self.interviewer, self.employee_user):
            with self.assertRaises(AccessError):
                make = self.env["ats.profile.share.make"].with_user(user)
                make.create({"candidate_id": self.person.id}).action_make()

    def test_erasing_takes_shared_profiles_and_their_links(self):
        share, path = self.share(summary="Good hands")
        link = share.link_id
        self.person.with_user(self.privacy_officer)._erase()
        self.assertFalse(share.exists() or link.exists())
        self.assertEqual(self.url_open(path).status_code, 410)
