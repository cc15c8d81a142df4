"""The profile of a person: one timeline within the reader's rights, who has looked, and why it is kept."""

from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.tests import Form, tagged

from .common import AtsCase, make_pdf


@tagged("post_install", "-at_install")
class TestCandidateProfile(AtsCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply(files=[("cv.pdf", make_pdf("Ana García", "Cook"))])
        self.person = self.application.ats_candidate_id

    def seen(self, user, name="timeline"):
        self.env.invalidate_all()
        return str(self.person.with_user(user)[name])

    def test_one_timeline_over_all_applications(self):
        other = self.apply(job=self.make_job("Designer"))
        other.with_user(self.recruiter)._ats_write_to_candidate("<p>Welcome, Ana</p>")
        self.application._ats_candidate_writes("When do I hear from you?")
        self.application.with_user(self.recruiter).message_post(
            body="Strong", message_type="comment", subtype_xmlid="mail.mt_note"
        )
        self.person.with_user(self.recruiter).message_post(
            body="Met at a fair", message_type="comment", subtype_xmlid="mail.mt_note"
        )
        self.application._ats_move(self.stage_interview)
        timeline = self.seen(self.recruiter)
        for words in (
            "Application received",
            "Backend Developer",
            "Designer",
            "Welcome, Ana",
            "When do I hear from you?",
            "Strong",
            "Met at a fair",
            self.stage_interview.name,
            "Document received",
        ):
            self.assertIn(words, timeline)
        kinds = [kind for kind, _label in self.person._timeline_chips(self.person._timeline_entries())]
        self.assertEqual(kinds, ["all", "application", "message", "note", "file"])
        moments = [entry["at"] for entry in self.person._timeline_entries()]
        self.assertEqual(moments, sorted(moments, reverse=True))

    def test_readers_see_what_the_rules_let_them(self):
        secret = self.make_job("Secret job", ats_restricted=True, user_id=False, ats_hiring_manager_id=False)
        hidden = self.apply(job=secret)
        hidden.message_post(body="Hush", message_type="comment", subtype_xmlid="mail.mt_note")
        for name in ("timeline", "possession"):
            self.assertNotIn("Secret job", self.seen(self.recruiter, name))
            self.assertIn("Secret job", self.seen(self.admin_rec, name))
        self.assertNotIn("Hush", self.seen(self.recruiter))
        other = self.make_job("Designer", ats_hiring_manager_id=False)
        self.apply(job=other)
        self.assertIn("Designer", self.seen(self.recruiter))
        self.assertNotIn("Designer", self.seen(self.hiring_manager))
        self.application.interviewer_ids = self.interviewer
        offer = self.env["ats.offer"].create(
            {"applicant_id": self.application.id, "wage": 4321, "wage_period": "month"}
        )
        self.env["ats.event"]._record("offer.sent", applicant=self.application, res=offer)
        self.assertIn("Offer sent", self.seen(self.recruiter))
        self.assertNotIn("Offer sent", self.seen(self.interviewer))
        self.assertNotIn("4321", self.seen(self.recruiter))

    def test_every_role_that_may_opens_it(self):
        self.application.interviewer_ids = self.interviewer
        for user in (self.recruiter, self.hiring_manager, self.interviewer, self.admin_rec, self.privacy_officer):
            with self.subTest(user.login):
                self.env.invalidate_all()
                self.assertTrue(Form(self.person.with_user(user)).name)

    def views(self):
        return self.env["ats.event"].search([("type", "=", "candidate.viewed"), ("candidate_id", "=", self.person.id)])

    def test_opening_is_written_down_once_a_visit(self):
        spec = {"name": {}, "timeline": {}, "seen_by": {}}
        person = self.person.with_user(self.recruiter)
        person.web_read({"name": {}})
        self.assertFalse(self.views(), "a list is no visit")
        person.web_read(spec)
        person.web_read(spec)
        self.assertEqual(self.views().actor_id, self.recruiter)
        self.assertEqual(len(self.views()), 1)
        with freeze_time(fields.Datetime.now() + timedelta(hours=1)):
            person.web_read(spec)
        self.assertEqual(len(self.views()), 2)
        self.env.invalidate_all()
        (row,) = self.person.with_user(self.admin_rec).web_read(spec)
        self.assertIn("2 people", row["seen_by"])

    def test_why_it_is_kept_and_what_must_be_seen_first(self):
        self.assertEqual(self.person.retention_words, "As long as an application is open")
        consent = {"candidate_id": self.person.id, "purpose": "retention", "text_version": "1"}
        self.env["ats.consent"].create(consent)
        self.person.write({"retention_until": "2030-01-31", "do_not_contact": True})
        self.assertIn("as the person agreed", self.person.retention_words)
        self.person.legal_hold = True
        self.assertIn("legal hold", self.person.retention_words)
        texts = [chip["text"] for chip in self.person.chips]
        self.assertEqual(texts[:2], ["Do not contact", "Legal hold"])
        self.assertTrue(texts[2].startswith("May be kept"))

    def test_an_address_is_proven_by_an_application_from_it(self):
        self.assertFalse(self.person.address_proven)
        self.application._ats_prove_address()
        self.env.invalidate_all()
        self.assertTrue(self.person.address_proven)

    def test_buttons_open_what_does_the_work(self):
        person = self.person.with_user(self.recruiter)
        self.assertEqual(person.action_add_to_job()["context"]["default_applicant_ids"], self.application.ids)
        self.assertEqual(person.action_add_to_pool()["res_model"], "talent.pool.add.applicants")
        self.assertTrue(person.action_write()["res_model"])
        self.assertEqual(person.action_share_profile()["context"]["default_candidate_id"], person.id)

    def busy_person(self, name, count):
        for number in range(count):
            job = self.make_job(f"{name} {number}")
            row = self.apply(name=name, email=f"{name[:2]}@example.org", job=job).with_user(self.recruiter)
            row._ats_write_to_candidate("<p>Hello</p>")
            row.message_post(body="Note", message_type="comment", subtype_xmlid="mail.mt_note")
        return row.sudo().ats_candidate_id.with_env(self.env)

    def opening_queries(self, person):
        person.env.flush_all()
        person.env.invalidate_all()
        before = self.env.cr.sql_log_count
        Form(person)
        return self.env.cr.sql_log_count - before

    def test_opening_costs_the_same_for_2_and_for_12_applications(self):
        recruiter = self.recruiter
        few, many = (self.busy_person(name, count) for name, count in (("Bo Berg", 2), ("Cy Cole", 12)))
        self.opening_queries(few.with_user(recruiter))  # fills the caches of views and rules
        of_few, of_many = (self.opening_queries(each.with_user(recruiter)) for each in (few, many))
        self.assertLessEqual(of_many, of_few + 2, "the number of applications costs queries")
        self.assertLess(of_many, 50)
