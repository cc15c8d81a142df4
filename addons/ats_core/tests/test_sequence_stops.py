from datetime import datetime, timedelta
from email.message import EmailMessage

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import tagged

from .sequence_common import TUESDAY
from .test_sequence import SequenceCase


class RunningCase(SequenceCase):
    """One person has had the first mail."""

    def setUp(self):
        super().setUp()
        self.env["mail.alias.domain"].create(
            {
                "name": "jobs.example",
                "bounce_alias": "bounce.ats",
                "catchall_alias": "catchall.ats",
                "company_ids": [(6, 0, self.env.companies.ids)],
            }
        )
        self.sequence._start()
        self.person = self.talent()
        [self.row] = self.enrol(self.person)
        self.turn()
        self.sent = self.row.send_ids
        self.message = self.sent.sudo().mail_message_id

    def receive(self, sender="Lea Silver <lea@example.org>", to=None, **headers):
        """Deliver an answer to the first mail, as the mail gateway gets it."""
        mail = EmailMessage()
        mail["From"], mail["To"] = sender, to or "catchall.ats@jobs.example"
        mail["Subject"], mail["Message-ID"] = (
            "Re: Hello",
            f"<{self.message.id}.{len(headers)}.{sender[:3]}@example.org>",
        )
        mail["In-Reply-To"] = mail["References"] = self.message.message_id
        for name, value in headers.items():
            mail[name.replace("_", "-")] = value
        mail.set_content("Yes, call me.")
        self.env["mail.thread"].sudo().message_process("hr.applicant", mail.as_bytes())
        self.env.flush_all()
        self.env.invalidate_all()

    def assertStopped(self, reason):
        self.env.invalidate_all()
        self.assertEqual((self.row.state, self.row.stop_reason, self.row.next_at), ("stopped", reason, False))
        self.turn(datetime(2026, 3, 20, 8))
        self.assertFalse(self.mails("News"), "nothing leaves any more")
        [event] = self.env["ats.event"].search(
            [("candidate_id", "=", self.person.id), ("type", "=", "sequence.stopped")]
        )
        self.assertEqual(event.payload["reason"], reason)


@tagged("post_install", "-at_install")
class TestSequenceStops(RunningCase):
    def test_an_answer_by_mail(self):
        self.receive()
        self.assertStopped("replied")
        self.assertTrue(self.sent.replied_at)
        self.assertIn("Yes, call me", self.row.sudo().applicant_id.message_ids[0].body)

    def test_an_answer_from_another_address_of_the_person(self):
        self.receive("Lea Private <lea.private@example.net>")
        self.assertStopped("replied")

    def test_an_answer_after_the_end_is_counted(self):
        self.turn(datetime(2026, 3, 6, 8))
        self.turn(datetime(2026, 3, 13, 8))
        self.assertEqual(self.row.state, "finished")
        self.receive()
        self.assertEqual(self.row.state, "finished")
        self.assertEqual(len(self.row.send_ids.filtered("replied_at")), 1)
        self.assertTrue(self.row.reply_since)

    def test_an_out_of_office_note_stops_nothing(self):
        self.receive(Auto_Submitted="auto-replied")
        self.assertEqual(self.row.state, "active")
        self.assertFalse(self.sent.replied_at)

    def test_a_colleague_who_writes_into_it_stops_nothing(self):
        self.receive(self.hr_officer.email_formatted)
        self.assertEqual(self.row.state, "active")

    def test_an_answer_waits_on_my_day_until_it_is_answered(self):
        def waiting(user):
            groups = self.env["ats.day"].with_user(user)._ats_day()["groups"]
            return [row for group in groups if group["key"] == "sequence_replies" for row in group["rows"]]

        self.receive()
        [row] = waiting(self.recruiter)
        self.assertEqual((row["name"], row["job"]), ("Lea Silver", "Keep in touch"))
        self.assertIn("Yes, call me", row["why"])
        self.assertFalse(waiting(self.admin_rec), "it is the sender's")
        self.row.with_user(self.recruiter)._end_waiting()
        self.assertFalse(waiting(self.recruiter))
        self.row.with_user(self.recruiter)._wait_again()
        self.assertTrue(waiting(self.recruiter))
        applicant = self.row.sudo().applicant_id.with_user(self.recruiter)
        applicant._ats_write_to_candidate("<p>I will.</p>")
        self.env.invalidate_all()
        self.assertFalse(waiting(self.recruiter))

    def test_a_new_application(self):
        self.apply("Lea Silver", "lea@example.org")
        self.assertStopped("applied")

    def test_a_new_application_by_hand(self):
        self.env["hr.applicant"].with_user(self.recruiter).create(
            {"partner_name": "Lea Silver", "email_from": "lea@example.org", "job_id": self.job.id}
        )
        self.assertStopped("applied")

    def test_a_mail_that_comes_back(self):
        mail = EmailMessage()
        mail["From"], mail["To"] = "MAILER-DAEMON@mx.example", "bounce.ats@jobs.example"
        mail["Subject"], mail["Message-ID"] = "Undelivered", "<back@mx.example>"
        mail["In-Reply-To"] = mail["References"] = self.message.message_id
        mail.set_content("Unknown user")
        mail.add_attachment(
            b"Final-Recipient: rfc822; lea@example.org\nAction: failed\n",
            maintype="message",
            subtype="delivery-status",
        )
        dictionary = {
            "bounced_email": "lea@example.org",
            "bounced_partner": self.env["res.partner"],
            "bounced_msg_ids": [self.message.message_id],
            "bounced_message": self.message,
            "email_from": "MAILER-DAEMON@mx.example",
            "to": "bounce.ats@jobs.example",
            "message_id": "<back@mx.example>",
        }
        self.env["mail.thread"].sudo()._routing_handle_bounce(mail, dictionary)
        self.assertTrue(self.sent.bounced_at)
        self.assertStopped("bounced")

    def test_an_address_that_the_server_refuses(self):
        self.mails().sudo()._postprocess_sent_message([], [], failure_type="mail_email_invalid")
        self.assertStopped("bounced")

    def test_unsubscribing(self):
        self.env["ats.message.preference"]._stop("Lea@Example.org", "talent_pool", self.env.company)
        self.assertStopped("unsubscribed")

    def test_unsubscribing_from_something_else_stops_nothing(self):
        self.env["ats.message.preference"]._stop("lea@example.org", "job_alert", self.env.company)
        self.assertEqual(self.row.state, "active")

    def test_taking_the_agreement_back(self):
        self.person.sudo()._ats_withdraw_consent("talent_pool")
        self.assertStopped("no_consent")

    def test_an_agreement_that_does_not_hold_any_more(self):
        self.person.sudo().consent_ids.withdrawn_at = TUESDAY  # past the verb, as an expiry would
        self.turn(datetime(2026, 3, 6, 8))
        self.assertStopped("no_consent")

    def test_do_not_contact(self):
        self.person.do_not_contact = True
        self.assertStopped("do_not_contact")

    def test_leaving_the_pool(self):
        self.person._pool_remove(self.pool)
        self.assertStopped("left_pool")

    def test_leaving_the_pool_natively(self):
        other = self.env["hr.talent.pool"].create({"name": "Other"})
        self.person.sudo()._ats_talents().talent_pool_ids = other
        self.turn(datetime(2026, 3, 6, 8))
        self.assertStopped("left_pool")

    def test_erasure(self):
        self.person.with_user(self.privacy_officer)._erase()
        self.assertStopped("erased")
        self.assertFalse(self.row.tz)

    def test_going_on_asks_again(self):
        self.row.with_user(self.recruiter).action_stop()
        self.person.do_not_contact = True
        with self.assertRaisesRegex(UserError, "Does not want"):
            self.row.with_user(self.recruiter).action_go_on()
        self.person.do_not_contact = False
        self.row.with_user(self.recruiter).action_go_on()
        self.assertEqual((self.row.state, self.row.next_at), ("active", datetime(2026, 3, 6, 8)))

    def test_the_profile_shows_it(self):
        self.assertEqual(self.person.sequence_chip, "Keep in touch: next on 6 Mar")
        self.assertFalse(self.person.with_user(self.interviewer).sudo(False).exists().sequence_chip)

    def test_a_copy_of_the_data_names_it(self):
        data = self.person.sudo()._export(self.person.application_ids)
        [entry] = data["sequences"]
        self.assertEqual((entry["name"], entry["mails"][0]["subject"]), ("Keep in touch", "Hello Lea Silver"))


@tagged("post_install", "-at_install")
class TestSequenceCap(SequenceCase):
    def setUp(self):
        super().setUp()
        self.env.company.write({"ats_own_mail_limit": 2, "ats_own_mail_days": 10})
        self.other = self.make_sequence(name="Other")
        self.third = self.make_sequence(name="Third")
        (self.sequence | self.other | self.third)._start()
        self.person = self.talent()

    def test_over_all_sequences_what_is_over_the_limit_waits(self):
        rows = self.enrol(self.person) | self.enrol(self.person, self.other) | self.enrol(self.person, self.third)
        self.turn()
        self.assertEqual(len(self.mails()), 2)
        [held] = rows.filtered("is_held")
        self.assertEqual(held.next_at, TUESDAY + timedelta(days=10))
        self.assertIn("enough mails", held.status_text)
        (self.sequence | self.other)._pause()
        self.turn(TUESDAY + timedelta(days=10, minutes=1))
        self.assertFalse(held.is_held)
        self.assertEqual(held.last_step_id, self.third.step_ids[0])

    def test_other_mails_on_our_own_account_count(self):
        [talent] = self.person.sudo()._ats_talents()
        for _number in range(2):
            talent._ats_mail(self.hello, kind="talent_pool")
        talent._ats_mail(self.hello)
        self.assertEqual(self.person._ats_own_mail_from(), TUESDAY + timedelta(days=10))
        [row] = self.enrol(self.person)
        self.turn()
        self.assertTrue(row.is_held)

    def test_no_limit(self):
        self.env.company.ats_own_mail_limit = 0
        rows = self.enrol(self.person) | self.enrol(self.person, self.other) | self.enrol(self.person, self.third)
        self.turn()
        self.assertEqual(len(rows.send_ids), 3)

    def test_two_records_of_one_person_have_one_limit(self):
        again = self.talent("Lea Silver", "lea.s@example.net")
        self.enrol(again, self.sequence)
        self.enrol(again, self.other)
        self.turn()
        self.assertEqual(len(self.mails()), 2)
        self.person.sudo()._merge(again.sudo())
        [row] = self.enrol(self.person, self.third)
        self.turn()
        self.assertTrue(row.is_held)

    def test_todos_are_no_mails(self):
        self.enrol(self.person)
        self.turn()
        self.sequence.step_ids[1].unlink()
        self.env.company.ats_own_mail_limit = 1
        self.turn(TUESDAY + timedelta(days=7))
        self.assertEqual(len(self.sequence.enrolment_ids.send_ids), 2)


@tagged("post_install", "-at_install")
class TestSequenceMerge(SequenceCase):
    def setUp(self):
        super().setUp()
        self.sequence._start()
        self.winner, self.loser = self.talent(), self.talent("Lea Silver", "lea.s@example.net")

    def merge(self):
        self.env.flush_all()
        return self.winner.sudo()._merge(self.loser.sudo())

    def test_what_the_other_was_in_goes_on_for_the_one(self):
        [row] = self.enrol(self.loser)
        self.turn()
        merge = self.merge()
        self.assertEqual((row.candidate_id, row.state), (self.winner, "active"))
        self.turn(datetime(2026, 3, 6, 8))
        [news] = self.mails("News")
        self.assertIn("lea@example.org", news.email_to)
        with freeze_time(datetime(2026, 3, 7)):
            merge._undo(rest=True)
        self.assertEqual(row.candidate_id, self.loser)

    def test_of_two_who_are_in_it_the_one_goes_on_who_got_further(self):
        [far] = self.enrol(self.loser)
        self.turn()
        [near] = self.enrol(self.winner)
        merge = self.merge()
        self.assertEqual((far.state, near.state, near.stop_reason), ("active", "stopped", "merged"))
        self.turn(datetime(2026, 3, 6, 8))
        self.assertEqual((len(self.mails("Hello")), len(self.mails("News"))), (1, 1))
        with freeze_time(datetime(2026, 3, 7)):
            merge._undo(rest=True)
        self.assertEqual((near.state, near.candidate_id, near.next_at), ("active", self.winner, TUESDAY))

    def test_what_one_was_stopped_for_holds_for_both(self):
        [row] = self.enrol(self.winner)
        row._stop("replied")
        [other] = self.enrol(self.loser)
        self.merge()
        self.assertEqual((other.state, other.stop_reason), ("stopped", "merged"))


@tagged("post_install", "-at_install")
class TestSequenceRunner(SequenceCase):
    def test_what_failed_at_one_person_does_not_stop_the_others(self):
        self.sequence._start()
        rows = self.enrol(self.talent() | self.talent("Bo", "bo@example.org"))
        self.break_template(self.hello, '{"Lea Silver": "Hello"}[object.partner_name]')
        self.turn()
        self.assertEqual(
            dict(zip(rows.candidate_id.mapped("name"), rows.mapped("state"), strict=True)),
            {"Lea Silver": "active", "Bo": "stopped"},
        )

    def test_a_second_turn_at_once_sends_nothing(self):
        self.sequence._start()
        self.enrol(self.talent())
        self.turn()
        self.turn()
        self.assertEqual(len(self.mails()), 1)
