"""Codes, corrections, requests, a copy of the data, and erasing a person."""

import json
import re
from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import SQL

from .common import AtsCase, make_pdf

MARKS = ("zorbaline", "quixhausen")  # found nowhere by chance
SKIPPED = {"bus_bus", "ir_logging", "ats_portal_hit"}


@tagged("post_install", "-at_install")
class TestPrivacy(AtsCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply(
            name="Zorbaline Quixhausen",
            email="zorbaline@quixhausen.example",
            files=[("zorbaline.pdf", make_pdf("Zorbaline", "Cook"))],
            message="I am Zorbaline",
            linkedin="https://linkedin.com/in/zorbaline",
        )
        self.person = self.application.ats_candidate_id

    # Codes ---------------------------------------------------------------------------------

    def issue(self, purpose="erasure"):
        mail = self.env["ats.access.code"]._issue(self.application, purpose)
        return re.search(r">\s*(\d{6})\s*<", mail.body_html).group(1)

    def test_a087_a_code_works_once_and_for_its_purpose(self):
        codes = self.env["ats.access.code"]
        code = self.issue()
        self.assertFalse(codes._redeem(self.application, "email", code))
        self.assertTrue(codes._redeem(self.application, "erasure", code))
        self.assertFalse(codes._redeem(self.application, "erasure", code))

    def test_a087_five_tries_and_fifteen_minutes(self):
        codes = self.env["ats.access.code"]
        code = self.issue()
        wrong = "000000" if code != "000000" else "111111"
        for _try in range(5):
            self.assertFalse(codes._redeem(self.application, "erasure", wrong))
        self.assertFalse(codes._redeem(self.application, "erasure", code))
        code = self.issue()
        with freeze_time(fields.Datetime.now() + timedelta(minutes=16)):
            self.assertFalse(codes._redeem(self.application, "erasure", code))

    # Corrections ---------------------------------------------------------------------------

    def test_a_correction_waits_for_a_colleague(self):
        self.application._ats_suggest_changes({"partner_phone": "+33 6 00 00 00 00", "partner_name": self.person.name})
        change = self.application.with_user(self.recruiter).ats_suggested_change_ids
        self.assertEqual(change.mapped("field_name"), ["partner_phone"])
        self.assertFalse(self.application.partner_phone)
        change.action_accept()
        self.assertEqual(self.application.partner_phone, "+33 6 00 00 00 00")
        self.assertEqual(self.person.phone, "+33 6 00 00 00 00")
        self.assertFalse(self.application.ats_suggested_change_ids)

    def test_the_newest_word_counts_and_may_be_kept_away(self):
        self.application._ats_suggest_changes({"ats_city": "Lyon"})
        self.application._ats_suggest_changes({"ats_city": "Paris"})
        change = self.application.ats_suggested_change_ids
        self.assertEqual(change.new_value, "Paris")
        self.application.sudo().interviewer_ids = self.interviewer
        with self.assertRaises(AccessError):
            change.with_user(self.interviewer).action_accept()
        change.with_user(self.recruiter).action_keep()
        self.assertEqual(change.state, "kept")
        self.assertFalse(self.person.city)

    # Documents asked for -------------------------------------------------------------------

    def test_asking_for_a_document_mails_the_candidate(self):
        request = (
            self.env["ats.document.request"]
            .with_user(self.recruiter)
            .create({"applicant_id": self.application.id, "name": "Work permit", "due_date": "2030-05-01"})
        )
        mail = self.sent_mails(self.application)[-1]
        self.assertIn("Work permit", mail.body_html)
        self.assertIn("May 1, 2030", mail.body_html)
        request._fulfil(self.application.ats_document_ids)
        self.assertEqual(request.state, "received")
        with self.assertRaises(AccessError):
            self.env["ats.document.request"].with_user(self.interviewer).create(
                {"applicant_id": self.application.id, "name": "x"}
            )

    # Consents ------------------------------------------------------------------------------

    def test_a_consent_is_taken_back_as_easily_as_given(self):
        self.person._ats_give_consent("job_alert", text_version="v1", proof={})
        self.person._ats_give_consent("job_alert", text_version="v1", proof={})
        self.assertEqual(len(self.person.consent_ids), 1)
        allows = self.env["ats.message.preference"]._allows
        self.person._ats_withdraw_consent("job_alert")
        self.assertFalse(self.person._ats_has_consent("job_alert"))
        self.assertFalse(allows(self.person.email, "job_alert", self.person.company_id))
        self.person._ats_give_consent("job_alert", text_version="v2", proof={})
        self.assertTrue(allows(self.person.email, "job_alert", self.person.company_id))

    def test_leaving_the_pool_is_leaving_the_pool(self):
        pool = self.env["hr.talent.pool"].create({"name": "Cooks"})
        self.person._ats_give_consent("talent_pool", text_version="v1", proof={})
        self.person._pool_add(pool)
        self.person._ats_withdraw_consent("talent_pool")
        self.person.invalidate_recordset()
        self.assertFalse(self.person.talent_pool_ids)

    # Requests ------------------------------------------------------------------------------

    def ask(self, kind, **values):
        return self.env["ats.privacy.request"]._open(self.application, kind, **values)

    def test_a_request_has_a_day_and_somebody_in_charge(self):
        self.application.company_id.sudo().ats_privacy_officer_id = self.privacy_officer
        request = self.ask("explanation", note="Why?")
        self.assertEqual(request, self.ask("explanation"), "asked twice is asked once")
        self.assertEqual(request.handled_by_id, self.privacy_officer)
        self.assertEqual(request.activity_ids.user_id, self.privacy_officer)
        self.assertEqual((request.due_at - request.received_at).days, 14)
        access = self.ask("accommodation", note="A ramp")
        self.assertEqual(access.handled_by_id, self.recruiter)

    def test_a_request_is_answered_in_words(self):
        request = self.ask("explanation").with_user(self.privacy_officer)
        with self.assertRaises(UserError):
            request.action_done()
        request.answer = "A person read it."
        request.action_done()
        self.assertEqual(request.state, "done")
        self.assertIn("A person read it.", self.sent_mails(self.application)[-1].body_html)
        with self.assertRaises(AccessError):
            request.write({"state": "new"})

    def test_recruiters_see_what_they_work_on_only(self):
        erasure = self.ask("erasure")
        access = self.ask("accommodation", note="A ramp")
        seen = self.env["ats.privacy.request"].with_user(self.recruiter).search([])
        self.assertIn(access, seen)
        self.assertNotIn(erasure, seen)
        self.assertNotIn(access, self.env["ats.privacy.request"].with_user(self.admin_rec).search([]))

    # A copy --------------------------------------------------------------------------------

    def test_the_copy_has_everything_of_the_person_and_nothing_of_us(self):
        self.application.message_post(body="INTERNAL-NOTE", subtype_xmlid="mail.mt_note")
        self.application.sudo()._ats_candidate_writes("Any news?")
        self.application.with_user(self.recruiter)._ats_write_to_candidate("<p>Soon</p>")
        copy = json.dumps(self.person._export(self.application))
        for text in ("Zorbaline Quixhausen", "zorbaline.pdf", "Any news?", "Soon", "linkedin.com/in/zorbaline"):
            self.assertIn(text, copy)
        self.assertNotIn("INTERNAL-NOTE", copy)
        self.assertNotIn(self.stage_new.name, copy)
        alone = self.person._export(self.application, with_person=False)
        self.assertFalse(alone["resume"])

    # Erasing -------------------------------------------------------------------------------

    def fill_everything(self):
        """Leave traces wherever a daily life of an application leaves them."""
        application = self.application
        application._ats_suggest_changes({"partner_phone": "+49 zorbaline"})
        application.sudo()._ats_candidate_writes("Zorbaline here", [("quixhausen.pdf", make_pdf("again"))])
        application.with_user(self.recruiter)._ats_write_to_candidate("<p>Dear Zorbaline</p>")
        application.with_user(self.recruiter).message_post(body="Zorbaline is nice", subtype_xmlid="mail.mt_note")
        application.activity_schedule("mail.mail_activity_data_todo", summary="Call Zorbaline")
        application.applicant_notes = "<p>Zorbaline note</p>"
        application.with_user(self.recruiter)._ats_contact()
        self.person.write({"profile": {"basics": {"name": "Zorbaline"}}, "headline": "Zorbaline", "city": "Quixhausen"})
        self.person.message_post(body="about Zorbaline")
        self.env["ats.candidate.resume.line"].create({"candidate_id": self.person.id, "name": "Zorbaline Ltd"})
        self.env["ats.access.link"]._mint(application)
        self.person._pool_add(self.env["hr.talent.pool"].create({"name": "Cooks"}))
        self.run_jobs()
        self.make_offer()
        self.env.flush_all()

    def make_offer(self):
        offer = (
            self.env["ats.offer"]
            .with_user(self.recruiter)
            .create(
                {
                    "applicant_id": self.application.id,
                    "wage": 1,
                    "wage_period": "month",
                    "start_date": fields.Date.today(),
                    "expires_at": fields.Datetime.now() + timedelta(days=7),
                }
            )
        )
        offer._send()
        offer.sudo()._answer(False, evidence={"name": "Zorbaline"}, reason="Zorbaline says no")

    def found(self):
        """Return where the person's name still stands: every text of every table."""
        self.env.flush_all()
        columns = self.env.execute_query(
            SQL(
                """SELECT c.table_name, c.column_name FROM information_schema.columns c
                     JOIN information_schema.tables t USING (table_schema, table_name)
                    WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE'
                      AND data_type IN ('text', 'character varying', 'json', 'jsonb')"""
            )
        )
        by_table = {}
        for table, column in columns:
            by_table.setdefault(table, []).append(column)
        hits = []
        for table, names in by_table.items():
            if table in SKIPPED:
                continue
            text = SQL(" || ' ' || ").join(SQL("coalesce(%s::text, '')", SQL.identifier(name)) for name in names)
            query = SQL(
                "SELECT count(*) FROM %s WHERE (%s) ILIKE ANY (%s)",
                SQL.identifier(table),
                text,
                [f"%{mark}%" for mark in MARKS],
            )
            if count := self.env.execute_query(query)[0][0]:
                hits.append((table, count))
        return hits

    def test_an_erased_person_is_nowhere(self):
        self.fill_everything()
        self.assertTrue(self.found())
        request = self.ask("erasure", note="Forget Zorbaline", verified_by="code").with_user(self.privacy_officer)
        request.action_erase()
        self.env["mail.mail"].sudo().search([("state", "=", "outgoing")]).unlink()  # the answer has left
        self.assertEqual(self.found(), [])
        self.assertEqual(request.state, "done")
        self.assertEqual(request.proof["candidate"], self.person.id)
        self.assertGreater(request.proof["rows"]["mail.message"], 3)
        self.assertTrue(self.person.erased_at)
        self.assertEqual(self.application.exists().job_id, self.job, "the count of applications stays")
        event = self.env["ats.event"].sudo().search([("type", "=", "candidate.erased")])
        self.assertEqual(event.candidate_id, self.person)

    def test_a_second_erasure_changes_nothing(self):
        erase = self.person.with_user(self.privacy_officer)._erase
        first, second = erase(), erase()
        self.assertEqual(first["erased_at"], second["erased_at"])

    def test_a_hold_a_duty_and_a_job_stand_against_it(self):
        as_officer = self.person.with_user(self.privacy_officer)
        self.person.legal_hold = True
        with self.assertRaisesRegex(UserError, "legal hold"):
            as_officer._erase()
        self.person.legal_hold = False
        self.application.company_id.sudo().ats_keep_after_end_days = 180
        self.application.sudo()._ats_withdraw()
        with self.assertRaisesRegex(UserError, "keep the last application until"):
            as_officer._erase()
        with freeze_time(fields.Datetime.now() + timedelta(days=181)):
            as_officer._erase()
        self.assertTrue(self.person.erased_at)

    def test_who_was_hired_is_not_erased_here(self):
        self.application._ats_move(self.stage_hired)
        with self.assertRaisesRegex(UserError, "hired"):
            self.person.with_user(self.privacy_officer)._erase()

    def test_only_the_privacy_officer_erases(self):
        for user in (self.recruiter, self.admin_rec, self.hiring_manager):
            with self.assertRaises(AccessError):
                self.person.with_user(user)._erase()

    def test_somebody_else_keeps_everything(self):
        other = self.apply(name="Bob", email="bob@example.org", files=[("bob.pdf", make_pdf("Bob"))])
        customer = self.env["res.partner"].create({"name": "Same Address", "email": self.person.email})
        before = (other.read(["partner_name", "email_from"]), len(other.ats_document_ids), len(other.message_ids))
        self.person.with_user(self.privacy_officer)._erase()
        self.assertEqual(
            (other.read(["partner_name", "email_from"]), len(other.ats_document_ids), len(other.message_ids)), before
        )
        self.assertEqual(customer.name, "Same Address")
