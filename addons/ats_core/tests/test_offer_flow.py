from datetime import timedelta

from psycopg2.errors import CheckViolation, UniqueViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .offer_common import EVIDENCE, START, OfferCase


@tagged("post_install", "-at_install")
class TestOfferFlow(OfferCase):
    def test_a_draft_takes_over_what_the_job_says(self):
        contract_type = self.env["hr.contract.type"].create({"name": "Permanent"})
        self.job.write({"contract_type_id": contract_type.id, "ats_pay_period": "year"})
        offer = self.env["ats.offer"].with_user(self.recruiter).create({"applicant_id": self.apply().id})
        self.assertEqual(
            (offer.state, offer.version, offer.wage_period, offer.contract_type_id),
            ("draft", 1, "year", contract_type),
        )
        self.assertEqual(offer.currency_id, self.job.ats_pay_currency_id)
        self.assertEqual(offer.company_id, self.env.company)
        self.assertTrue(offer.name.startswith("OF"))
        self.assertIn("offer.created", self.events(offer.applicant_id))

    def test_sending_seals_mails_and_tells(self):
        offer = self.make_offer()
        applicant = offer.applicant_id
        mails = len(self.sent_mails(applicant))
        offer._send()
        self.assertEqual(offer.state, "sent")
        self.assertTrue(offer.letter_attachment_id.raw.startswith(b"%PDF"))
        self.assertEqual(len(offer.letter_sha256), 64)
        mail = self.sent_mails(applicant)[mails:]
        self.assertEqual(len(mail), 1)
        self.assertIn("ana@example.org", mail.email_to)
        self.assertIn(f"/my/application/open?to={applicant.id}", mail.body_html)
        self.assertNotIn("4,200", mail.body_html, "a mail tells no pay")
        self.assertNotIn("key=", mail.body_html, "a stored mail holds no secret")
        self.assertFalse(mail.attachment_ids, "the letter stays behind the private link")
        self.assertEqual(self.events(applicant)[-1], "offer.sent")
        self.assertEqual(applicant.ats_public_status, "offer")

    def test_an_incomplete_offer_says_what_is_missing(self):
        offer = self.make_offer(wage=0, start_date=False)
        with self.assertRaisesRegex(UserError, "pay, start date"):
            offer._send()
        self.assertEqual(offer.state, "draft")

    def test_a_date_in_the_past_is_no_date_to_answer_by(self):
        offer = self.make_offer(expires_at=fields.Datetime.now() - timedelta(hours=1))
        with self.assertRaisesRegex(UserError, "has passed"):
            offer._send()

    def test_no_offer_leaves_for_an_ended_application(self):
        offer = self.make_offer()
        offer.applicant_id.with_user(self.recruiter)._ats_withdraw()
        self.assertEqual(offer.state, "withdrawn", "preparing stops with the application")
        second = self.make_offer(offer.applicant_id)
        with self.assertRaisesRegex(UserError, "has ended"):
            second._send()

    def test_who_does_not_want_to_be_contacted_is_not_mailed_an_offer(self):
        offer = self.make_offer()
        offer.applicant_id.ats_candidate_id.do_not_contact = True
        with self.assertRaisesRegex(UserError, "contacted"):
            offer._send()

    def test_sent_terms_are_fixed(self):
        offer = self.make_offer()
        offer._send()
        for name, value in (
            ("wage", 9999),
            ("start_date", "2027-02-01"),
            ("expires_at", "2028-01-01"),
            ("benefits", "A castle"),
        ):
            with self.subTest(name), self.assertRaises(UserError):
                offer.write({name: value})
        offer.write({"hr_responsible_id": self.hr_officer.id})
        self.assertEqual(offer.wage, 4200)

    def test_states_and_seals_are_never_typed(self):
        offer = self.make_offer()
        for name, value in (
            ("state", "accepted"),
            ("version", 7),
            ("letter_sha256", "0" * 64),
            ("answer_evidence", {}),
            ("answered_at", fields.Datetime.now()),
            ("approved_by_id", self.recruiter.id),
            ("author_id", False),
        ):
            with self.subTest(name), self.assertRaises(UserError):
                offer.with_context(ats_verb=True).write({name: value})
            with self.subTest(name), self.assertRaises(UserError):
                offer.sudo().write({name: value})

    def test_nobody_creates_an_accepted_offer(self):
        applicant = self.apply()
        for vals in ({"state": "accepted"}, {"letter_sha256": "0" * 64}, {"answered_at": fields.Datetime.now()}):
            with self.subTest(vals), self.assertRaises(UserError):
                self.make_offer(applicant, **vals)

    def test_the_author_is_who_makes_it(self):
        offer = self.make_offer(author_id=self.admin_rec.id)
        self.assertEqual(offer.author_id, self.recruiter)

    def test_a_new_version_replaces_the_one_that_waits(self):
        first = self.make_offer()
        first._send()
        second = first._new_version()
        self.assertEqual((second.version, second.state, second.wage), (2, "draft", 4200))
        self.assertEqual(second.name, first.name)
        second.wage = 4500
        second._send()
        self.assertEqual((first.state, second.state), ("superseded", "sent"))
        with self.assertRaisesRegex(UserError, "replaced by a newer version"):
            first.sudo()._answer(True, evidence=EVIDENCE)

    def test_one_draft_at_a_time_is_enough(self):
        first = self.make_offer()
        first._send()
        self.assertEqual(first._new_version(), first._new_version())

    def test_withdrawing_ends_it(self):
        offer = self.make_offer()
        offer._send()
        offer._withdraw("Budget was cut")
        self.assertEqual(offer.state, "withdrawn")
        self.assertEqual(self.events(offer.applicant_id)[-1], "offer.withdrawn")
        with self.assertRaisesRegex(UserError, "withdrawn"):
            offer._withdraw()

    def test_refusing_the_application_takes_the_offer_back(self):
        offer = self.sent_offer()
        reason = self.env["hr.applicant.refuse.reason"].create({"name": "Other"})
        offer.applicant_id.with_user(self.recruiter)._ats_refuse(reason)
        self.assertEqual(offer.state, "withdrawn")

    def test_what_was_sent_is_not_deleted(self):
        offer = self.make_offer()
        offer._send()
        with self.assertRaises(UserError):
            offer.unlink()
        with self.assertRaisesRegex(UserError, "archive the application"):
            offer.applicant_id.with_user(self.recruiter).unlink()

    def test_a_draft_is_deleted_freely(self):
        offer = self.make_offer()
        offer.unlink()
        self.assertFalse(offer.exists())

    # What PostgreSQL refuses, whoever asks ---------------------------------------------------

    def test_two_offers_never_wait_at_once(self):
        offer = self.sent_offer()
        second = self.make_offer(offer.applicant_id)
        self.env.flush_all()
        with self.assertRaises(UniqueViolation), mute_logger("odoo.sql_db"):
            self.env.cr.execute(
                "UPDATE ats_offer SET state = 'sent', sent_at = now(), letter_sha256 = 'x' WHERE id = %s",
                [second.id],
            )

    def test_an_ended_offer_never_ends_again(self):
        offer = self.accepted_offer()
        self.env.flush_all()
        for column, value in (
            ("state", "declined"),
            ("state", "sent"),
            ("answered_at", None),
            ("wage", 1),
            ("letter_sha256", "x"),
        ):
            with (
                self.subTest(column),
                self.assertRaises(CheckViolation),
                mute_logger("odoo.sql_db"),
                self.env.cr.savepoint(flush=False),
            ):
                self.env.cr.execute(
                    f"UPDATE ats_offer SET {column} = %s WHERE id = %s",  # noqa: S608
                    [value, offer.id],
                )

    # Approval --------------------------------------------------------------------------------

    def test_the_hiring_manager_approves(self):
        offer = self.make_offer()
        offer._submit()
        self.assertIn(self.hiring_manager, offer.activity_ids.user_id)
        with self.assertRaises(UserError):
            offer.write({"wage": 1})
        offer.with_user(self.hiring_manager).action_approve()
        self.assertEqual((offer.state, offer.approved_by_id), ("approved", self.hiring_manager))
        self.assertFalse(offer.activity_ids)
        offer._send()
        self.assertEqual(offer.state, "sent")

    def test_an_offer_that_waits_for_approval_is_not_sent(self):
        offer = self.make_offer()
        offer._submit()
        with self.assertRaisesRegex(UserError, "waits for approval"):
            offer._send()

    def test_who_prepared_it_does_not_approve_it(self):
        offer = self.make_offer(user=self.admin_rec)
        offer._submit()
        with self.assertRaises(AccessError):
            offer._approve()
        offer.with_user(self.hiring_manager)._approve()
        self.assertEqual(offer.state, "approved")

    def test_another_recruiter_does_not_approve(self):
        offer = self.make_offer(user=self.admin_rec)
        offer._submit()
        with self.assertRaises(AccessError):
            offer.with_user(self.recruiter)._approve()

    def test_reworking_voids_the_approval(self):
        offer = self.make_offer()
        offer._submit()
        offer.with_user(self.hiring_manager)._approve()
        offer._rework()
        self.assertEqual((offer.state, offer.approved_by_id.id), ("draft", False))
        offer.wage = 5000
        self.assertEqual(offer.wage, 5000)

    # The candidate's page --------------------------------------------------------------------

    def test_the_candidate_reads_terms_in_the_own_zone(self):
        offer = self.make_offer(expires_at="2027-06-30 22:30:00", trial_months=6, conditions="A work permit.")
        terms = dict(offer._ats_public_terms())
        self.assertIn("4,200", terms["Pay"])
        self.assertIn("per month", terms["Pay"])
        self.assertEqual(terms["Start"], "January 4, 2027")
        self.assertIn("July 1, 2027", terms["Answer by"], "22:30 UTC is the next day in Brussels")
        self.assertIn("Europe/Brussels", terms["Answer by"])
        self.assertEqual(terms["Probation"], "6 months")
        self.assertEqual(terms["Conditions"], "A work permit.")
        self.assertNotIn("Benefits", terms, "nothing is listed that is not offered")

    def test_a_made_up_zone_is_not_believed(self):
        offer = self.make_offer(self.apply(tz="Mars/Olympus"))
        self.assertIn("(UTC)", dict(offer._ats_public_terms())["Answer by"])

    def test_an_offer_that_waits_is_the_candidates_to_do(self):
        offer = self.sent_offer()
        [todo] = [todo for todo in offer.applicant_id._ats_candidate_todos() if todo["kind"] == "offer"]
        self.assertEqual(todo["due"], offer.expires_at)
        self.assertEqual(todo["url"], f"/my/application/{offer.applicant_id.id}/offer/{offer.id}")
        offer._answer(False, evidence=EVIDENCE)
        self.assertFalse(offer.applicant_id._ats_candidate_todos())
        self.assertEqual(offer.applicant_id._ats_timeline()[-1]["kind"], "offer")

    def test_the_card_tells_the_state_to_who_may_see_offers(self):
        applicant = self.sent_offer().applicant_id
        applicant.job_id.interviewer_ids = self.interviewer
        facts = applicant.with_user(self.recruiter)._ats_card_facts()
        self.assertIn("Offer: Sent", [fact["label"] for fact in facts[applicant.id]])
        hidden = applicant.with_user(self.interviewer)._ats_card_facts()
        self.assertNotIn("offer", [fact["kind"] for fact in hidden.get(applicant.id, [])])

    def test_make_offer_opens_the_draft_that_is_there(self):
        applicant = self.apply().with_user(self.recruiter)
        self.assertEqual(applicant.action_ats_make_offer()["context"], {"default_applicant_id": applicant.id})
        offer = self.make_offer(applicant)
        self.assertEqual(applicant.action_ats_make_offer()["res_id"], offer.id)
        self.assertEqual(offer.start_date, START)
