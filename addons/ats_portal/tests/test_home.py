"""What the candidate finds on the own page."""

from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .common import OTHER_PDF, RESUME, PortalCase, make_pdf


@tagged("post_install", "-at_install")
class TestHome(PortalCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply(files=[("cv.pdf", RESUME)])

    def text(self, application=None, page=""):
        response = self.home(application or self.application, page)
        self.assertEqual(response.status_code, 200)
        return response.text

    def test_a084_status_in_public_words(self):
        self.open_link(self.application)
        self.stage_screen.name = "Refuse soon, bad culture fit"
        expected = [
            (self.stage_new, "Received"),
            (self.stage_screen, "In review"),
            (self.stage_interview, "Interview"),
            (self.stage_offer, "Decision"),
        ]
        for stage, label in expected:
            self.application._ats_move(stage)
            with self.subTest(stage=stage.name):
                text = self.text()
                self.assertRegex(text, rf"o_ats_status_badge[^>]*>{label}<")
                self.assertNotIn("culture fit", text)
        self.assertIn('aria-current="step"', text)

    def test_a084_refusal_is_polite_and_says_nothing_internal(self):
        reason = self.env["hr.applicant.refuse.reason"].create({"name": "Bad culture fit"})
        self.application._ats_refuse(reason)
        self.open_link(self.application)
        text = self.text()
        self.assertIn("Not selected", text)
        self.assertNotIn("culture", text)
        self.assertNotIn("/withdraw", text)

    def test_a079_internal_notes_stay_inside(self):
        self.application.message_post(body="INTERNAL-NOTE", message_type="comment", subtype_xmlid="mail.mt_note")
        self.application.applicant_notes = "INTERNAL-HTML"
        self.application.sudo().salary_expected = 987654
        self.open_link(self.application)
        text = self.text()
        for secret in ("INTERNAL-NOTE", "INTERNAL-HTML", "987654", self.recruiter.email):
            self.assertNotIn(secret, text)

    def test_what_to_do_comes_first(self):
        offer = self.make_offer()
        offer._send()
        self.open_link(self.application)
        text = self.text()
        self.assertIn(f"/my/application/{self.application.id}/offer/{offer.id}", text)
        self.assertLess(text.index("o_ats_todos"), text.index("o_ats_card"))

    def make_offer(self):
        return (
            self.env["ats.offer"]
            .with_user(self.recruiter)
            .create(
                {
                    "applicant_id": self.application.id,
                    "wage": 4000,
                    "wage_period": "month",
                    "start_date": fields.Date.today() + timedelta(days=40),
                    "expires_at": fields.Datetime.now() + timedelta(days=7),
                }
            )
        )

    def test_answer_day_is_told_while_it_lies_ahead(self):
        self.stage_new.ats_sla_days = 5
        self.open_link(self.application)
        self.assertIn("answer by", self.text())
        self.application.sudo().date_last_stage_update = fields.Datetime.now() - timedelta(days=60)
        self.assertNotIn("answer by", self.text())

    # Documents -----------------------------------------------------------------------------

    def document_path(self, document):
        return f"/document/{document.id}"

    def test_own_documents_come_as_files_that_run_nowhere(self):
        self.open_link(self.application)
        response = self.home(self.application, self.document_path(self.application.ats_document_ids))
        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.content, RESUME)
        self.assertEqual(response.headers["Content-Type"], "application/pdf")
        self.assertIn("attachment", response.headers["Content-Disposition"])
        self.assertIn("default-src 'none'", response.headers["Content-Security-Policy"])
        self.assertEqual(response.headers["Cache-Control"], "no-store")

    def test_a_document_is_never_served_as_a_page(self):
        document = self.application.ats_document_ids
        document.sudo().mimetype = "text/html"
        self.open_link(self.application)
        response = self.home(self.application, self.document_path(document))
        self.assertEqual(response.headers["Content-Type"], "application/octet-stream")

    def test_a080_what_colleagues_added_is_not_there(self):
        internal = (
            self.env["ats.document"]
            .sudo()
            ._receive(self.application.sudo(), [("assessment.pdf", OTHER_PDF)], origin="internal", proven=True)
        )
        self.open_link(self.application)
        self.assertNotIn("assessment.pdf", self.text())
        response = self.home(self.application, self.document_path(internal))
        self.assertEqual(response.status_code, 404)

    def upload(self, name, content):
        return self.post(
            f"/my/application/{self.application.id}/documents",
            files=[("files", (name, content))],
        )

    def test_adding_a_document(self):
        self.open_link(self.application)
        response = self.upload("certificate.pdf", OTHER_PDF)
        self.assertEqual(response.status_code, 303)
        added = self.application.ats_document_ids.filtered(lambda document: document.name == "certificate.pdf")
        self.assertEqual(added.origin, "candidate")
        self.assertTrue(added.proven, "the link has proven the address")
        self.assertIn("certificate.pdf", self.text())

    def test_adding_what_is_no_document(self):
        self.open_link(self.application)
        for name, content in (("a.exe", b"MZ"), ("a.pdf", b"MZ" + b"\0" * 40), ("a.svg", b"<svg/>")):
            response = self.upload(name, content)
            self.assertEqual(response.status_code, 400)
            self.assertIn("alert-danger", response.text)
        self.assertEqual(len(self.application.ats_document_ids), 1)

    def test_the_next_version_keeps_the_one_before(self):
        self.open_link(self.application)
        first = self.application.ats_document_ids
        path = f"/my/application/{self.application.id}/documents"
        self.post(path, files=[("files", ("better.pdf", OTHER_PDF))], replaces=str(first.id))
        self.env.invalidate_all()
        second = self.application.ats_document_ids - first
        self.assertEqual((second.kind, second.version), (first.kind, first.version + 1))
        text = self.text()
        self.assertIn("replaced by a newer one", text)
        self.assertEqual(self.home(self.application, self.document_path(first)).status_code, 200)

    def test_what_the_recruiter_asked_for_is_to_do_until_it_is_here(self):
        asked = (
            self.env["ats.document.request"]
            .with_user(self.recruiter)
            .create({"applicant_id": self.application.id, "name": "Work permit", "due_date": "2030-05-01"})
        )
        self.open_link(self.application)
        text = self.text()
        self.assertIn("Send us: Work permit", text)
        self.assertIn("by May 1, 2030", text)
        path = f"/my/application/{self.application.id}/documents"
        self.post(path, files=[("files", ("permit.pdf", OTHER_PDF))], asked=str(asked.id))
        self.env.invalidate_all()
        self.assertEqual(asked.state, "received")
        self.assertEqual(asked.document_id.name, "permit.pdf")
        self.assertNotIn("o_ats_todos", self.text())

    def test_nothing_is_added_to_an_ended_application(self):
        self.open_link(self.application)
        self.application.sudo()._ats_withdraw()
        self.assertEqual(self.upload("late.pdf", OTHER_PDF).status_code, 400)

    # Withdrawing ---------------------------------------------------------------------------

    def test_withdrawing_takes_a_confirmed_post_and_happens_once(self):
        self.open_link(self.application)
        self.assertIn("Withdraw your application?", self.text(page="/withdraw"))
        self.assertEqual(self.application.ats_state, "ongoing", "looking changes nothing")
        for _click in range(2):
            response = self.post(f"/my/application/{self.application.id}/withdraw", reason="Found\r\na job")
            self.assertEqual(response.status_code, 303)
        self.env.invalidate_all()
        self.assertEqual(self.application.ats_state, "withdrawn")
        self.assertEqual(self.application.ats_withdraw_reason, "Found a job")
        events = (
            self.env["ats.event"]
            .sudo()
            .search_count(
                [
                    ("applicant_id", "=", self.application.id),
                    ("type", "=", "application.withdrawn"),
                ]
            )
        )
        self.assertEqual(events, 1)

    def test_a066_withdrawing_needs_the_token_of_the_page(self):
        self.open_link(self.application)
        response = self.url_open(
            f"/my/application/{self.application.id}/withdraw",
            data={"reason": "x"},
            allow_redirects=False,
        )
        self.assertEqual(response.status_code, 400)
        self.assertEqual(self.application.ats_state, "ongoing")

    # Cost ----------------------------------------------------------------------------------

    def test_queries_do_not_grow_with_what_is_shown(self):
        application_sudo = self.application.sudo()

        def queries():
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            application_sudo._ats_home_values()
            return self.env.cr.sql_log_count - before

        queries()
        few = queries()
        self.env["ats.document"].sudo()._receive(
            application_sudo,
            [(f"{number}.pdf", make_pdf(str(number))) for number in range(5)],
            origin="candidate",
            proven=True,
        )
        for stage in (self.stage_screen, self.stage_interview, self.stage_offer):
            application_sudo._ats_move(stage)
        self.assertLessEqual(queries(), few + 3)

    def test_query_count_of_the_page_values(self):
        application_sudo = self.application.sudo()
        application_sudo._ats_home_values()
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(30):
            application_sudo._ats_home_values()
