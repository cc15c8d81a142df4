from datetime import datetime, timedelta
from unittest.mock import patch

from freezegun import freeze_time
from psycopg2.errors import CheckViolation

from odoo import Command
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import new_test_user, tagged
from odoo.tools import mute_logger

from .common import AtsCase
from .sequence_common import TUESDAY, SequenceMixin


class SequenceCase(SequenceMixin, AtsCase):
    def setUp(self):
        super().setUp()
        clock = freeze_time(TUESDAY)
        clock.start()
        self.addCleanup(clock.stop)


@tagged("post_install", "-at_install")
class TestSequence(SequenceCase):
    def test_the_steps_read_as_a_timeline(self):
        self.assertEqual(
            self.sequence.summary,
            "Day 0: mail “Hello” · after 3 working days: mail “News” · after 5 working days: to-do “Call”",
        )

    def test_from_the_first_mail_to_the_end(self):
        self.sequence._start()
        person = self.talent()
        [row] = self.enrol(person)
        self.assertEqual((row.step_id, row.next_at), (self.sequence.step_ids[0], TUESDAY))
        self.turn()
        mail = self.mails()
        self.assertEqual((mail.subject, mail.email_to), ("Hello Lea Silver", '"Lea Silver" <lea@example.org>'))
        self.assertEqual(mail.email_from, self.recruiter.email_formatted)
        self.assertIn("List-Unsubscribe", mail.headers)
        # Three working days after Tuesday is Friday, nine o'clock in Brussels.
        self.assertEqual(row.next_at, datetime(2026, 3, 6, 8))
        self.turn(datetime(2026, 3, 6, 7, 59))
        self.assertFalse(self.mails("News"))
        self.turn(datetime(2026, 3, 6, 8))
        self.assertEqual(len(self.mails("News")), 1)
        self.assertEqual(row.next_at, datetime(2026, 3, 13, 8))
        self.turn(datetime(2026, 3, 13, 8))
        self.assertEqual((row.state, row.step_id, row.next_at), ("finished", row.step_id.browse(), False))
        [talent] = person.sudo()._ats_talents()
        self.assertEqual(talent.activity_ids.mapped("summary"), ["Call"])
        self.assertEqual(talent.activity_ids.user_id, self.recruiter)
        self.assertEqual(len(row.send_ids), 3)
        events = self.env["ats.event"].search([("candidate_id", "=", person.id), ("type", "like", "sequence.")])
        self.assertEqual(sorted(events.mapped("type")), ["sequence.enrolled", "sequence.finished"])

    def test_nothing_leaves_before_the_start_and_while_it_is_paused(self):
        [row] = self.enrol(self.talent())
        self.assertFalse(row.next_at)
        self.turn(TUESDAY + timedelta(days=1))
        self.assertFalse(self.mails())
        with freeze_time(TUESDAY + timedelta(days=1)):
            self.sequence._start()
        self.assertEqual(row.next_at, TUESDAY + timedelta(days=1))
        self.sequence._pause()
        self.turn(TUESDAY + timedelta(days=2))
        self.assertFalse(self.mails())
        self.sequence._start()
        self.turn(TUESDAY + timedelta(days=2))
        self.assertEqual(len(self.mails()), 1)

    def test_mails_leave_in_the_readers_hours(self):
        self.sequence._start()
        tokyo, angeles = self.talent(tz="Asia/Tokyo"), self.talent("Bo", "bo@example.org", tz="America/Los_Angeles")
        rows = self.enrol(tokyo | angeles)
        # Eleven in Brussels is seven in the evening in Tokyo and two at night in Los Angeles.
        self.assertEqual(
            dict(zip(rows.candidate_id.mapped("name"), rows.mapped("next_at"), strict=True)),
            {"Lea Silver": datetime(2026, 3, 4, 0), "Bo": datetime(2026, 3, 3, 17)},
        )

    def test_a_late_runner_waits_for_the_morning(self):
        self.sequence._start()
        [row] = self.enrol(self.talent())
        self.turn(datetime(2026, 3, 3, 22))
        self.assertFalse(self.mails())
        self.assertEqual(row.next_at, datetime(2026, 3, 4, 8))

    def test_holidays_of_the_company_are_no_working_days(self):
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Holiday",
                "calendar_id": self.env.company.resource_calendar_id.id,
                "date_from": datetime(2026, 3, 4, 23),
                "date_to": datetime(2026, 3, 5, 22, 59),
            }
        )
        self.sequence._start()
        [row] = self.enrol(self.talent())
        self.turn()
        self.assertEqual(row.next_at, datetime(2026, 3, 9, 8), "Thursday does not count, so Monday")

    def test_mails_are_in_the_persons_language(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        self.hello.with_context(lang="fr_FR").subject = "Bonjour {{ object.partner_name }}"
        self.sequence._start()
        person = self.talent()
        person.sudo().lang = "fr_FR"
        self.enrol(person)
        self.turn()
        self.assertEqual(self.mails("Bonjour").subject, "Bonjour Lea Silver")

    def test_figures(self):
        self.sequence._start()
        rows = self.enrol(self.talent() | self.talent("Bo", "bo@example.org"))
        self.turn()
        rows[0].send_ids._note_first("replied_at")
        rows[0]._stop("replied")
        self.env.flush_all()
        self.env.invalidate_all()
        first = self.sequence.step_ids[0]
        self.assertEqual((first.sent_count, first.replied_count, first.stopped_count), (2, 1, 1))
        self.assertEqual(self.sequence.step_ids[1].waiting_count, 1)
        self.assertEqual((self.sequence.sent_count, self.sequence.replied_count), (2, 1))
        self.assertEqual((self.sequence.active_count, self.sequence.enrolment_count), (1, 2))


@tagged("post_install", "-at_install")
class TestSequenceEnrolling(SequenceCase):
    def codes(self, person, sequence=None, **options):
        _rows, left_out = (sequence or self.sequence)._enrol(person, **options)
        return set(left_out.get(person, ()))

    def test_who_is_left_out_and_why(self):
        self.assertEqual(self.codes(self.talent("No", "no@example.org", agrees=False)), {"no_consent"})
        self.assertEqual(self.codes(self.talent("Out", "out@example.org", pool=False)), {"no_file", "left_pool"})
        silent = self.talent("Silent", "silent@example.org")
        silent.do_not_contact = True
        self.assertEqual(self.codes(silent), {"do_not_contact"})
        mute = self.talent("Mute", False)
        self.assertEqual(self.codes(mute), {"no_address"})
        gone = self.talent("Gone", "gone@example.org")
        self.env["ats.message.preference"]._stop("gone@example.org", "talent_pool", self.env.company)
        self.assertEqual(self.codes(gone), {"unsubscribed"})

    def test_who_is_in_it_or_has_been(self):
        person = self.talent()
        [row] = self.enrol(person)
        self.assertEqual(self.codes(person), {"in_it"})
        row._stop("by_hand")
        self.assertEqual(self.codes(person), {"been_in_it"})
        self.assertEqual(self.codes(person, again=True), set())
        self.assertEqual(len(self.sequence.enrolment_ids), 2)

    def test_who_has_an_open_application_or_was_hired(self):
        applicant = self.apply("Lea Silver", "lea@example.org")
        person = applicant.ats_candidate_id
        person._pool_add(self.pool)
        person._ats_give_consent("talent_pool", text_version="1", proof={})
        self.assertEqual(self.codes(person), {"applied"})
        applicant.sudo()._ats_move(self.stage_hired)
        self.assertEqual(self.codes(person), {"hired"})

    def test_another_group_of_companies(self):
        other = self.env["res.company"].create({"name": "Elsewhere"})
        person = self.talent()
        person.sudo().company_id = other
        self.assertIn("other_company", self.sequence.sudo()._enrol_blockers(person.sudo())[person])

    def test_a_thousand_cost_the_queries_of_one(self):
        people = self.env["ats.candidate"].create(
            [{"name": f"Person {number}", "email": f"p{number}@example.org"} for number in range(120)]
        )
        people._pool_add(self.pool)

        def cost(chosen):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.sequence._enrol_blockers(chosen.with_user(self.recruiter))
            return self.cr.sql_log_count - before

        cost(people[:3])
        self.assertEqual(cost(people[:3]), cost(people))

    def test_the_dialog_says_who_and_why_not(self):
        self.talent()
        self.talent("Bo", "bo@example.org", agrees=False)
        action = self.pool.with_user(self.recruiter).action_ats_enrol()
        wizard = self.env["ats.sequence.enrol"].with_user(self.recruiter).with_context(**action["context"]).create({})
        self.assertEqual(wizard.sequence_id, self.sequence, "there is no choice")
        self.assertEqual((wizard.welcome_count, wizard.left_out_count), (1, 1))
        self.assertEqual(wizard.preview, "1 of 2 people will be added, 1 will not:")
        self.assertIn("Bo", wizard.left_out)
        self.assertIn("Has not agreed", wizard.left_out)
        wizard.action_enrol()
        self.assertEqual(self.sequence.enrolment_ids.candidate_id.mapped("name"), ["Lea Silver"])

    def test_names_in_the_dialog_are_no_markup(self):
        self.talent("<img src=x onerror=alert(1)>", "x@example.org", agrees=False)
        wizard = self.env["ats.sequence.enrol"].create({"sequence_id": self.sequence.id, "pool_id": self.pool.id})
        self.assertIn("&lt;img", wizard.left_out)

    def test_only_recruiters(self):
        person = self.talent()
        officer_who_interviews = new_test_user(
            self.env,
            "officer_who_interviews",
            groups="ats_core.group_ats_privacy,hr_recruitment.group_hr_recruitment_interviewer",
        )
        for user in (self.hiring_manager, self.interviewer, self.privacy_officer, officer_who_interviews):
            with self.assertRaises(AccessError):
                self.sequence.with_user(user)._enrol(person.with_user(user))
        with self.assertRaises(AccessError):
            self.env["ats.sequence.enrolment"].with_user(self.recruiter).create(
                {"sequence_id": self.sequence.id, "candidate_id": person.id}
            )
        [row] = self.enrol(person)
        with self.assertRaises(AccessError):
            row.write({"state": "finished"})
        for user in (self.hiring_manager, self.interviewer):
            with self.assertRaises(AccessError):
                row.with_user(user).action_stop()
        with self.assertRaises(AccessError):
            row.with_user(self.privacy_officer).action_stop()
        row.with_user(self.recruiter).action_stop()
        self.assertEqual((row.state, row.stop_reason), ("stopped", "by_hand"))

    def test_written_from_a_confidential_application_it_is_its_teams(self):
        restricted = self.make_job("Secret", ats_restricted=True, user_id=self.admin_rec.id)
        applicant = self.apply("Lea Silver", "lea@example.org", job=restricted)
        [row] = self.enrol(self.talent("Bo", "bo@example.org"))
        found = self.env["ats.sequence.enrolment"].with_user(self.recruiter).search([("id", "=", row.id)])
        self.assertTrue(found)
        row.sudo().applicant_id = applicant
        self.env.flush_all()
        self.assertFalse(found.search([("id", "=", row.id)]))
        self.assertTrue(found.with_user(self.admin_rec).search([("id", "=", row.id)]))


@tagged("post_install", "-at_install")
class TestSequenceChanges(SequenceCase):
    def setUp(self):
        super().setUp()
        self.sequence._start()
        self.person = self.talent()
        [self.row] = self.enrol(self.person)
        self.turn()
        self.first, self.second, self.third = self.sequence.step_ids

    def test_it_says_what_happens_with_those_inside(self):
        self.env.invalidate_all()
        self.assertIn("1 people are in it", self.sequence.running_notice)

    def test_a_new_delay_counts_from_the_last_step(self):
        self.second.delay_days = 1
        self.assertEqual(self.row.next_at, datetime(2026, 3, 4, 8))

    def test_an_added_step_reaches_who_is_not_past_it(self):
        self.sequence.step_ids = [
            Command.create({"sequence": 1, "delay_days": 1, "template_id": self.news.id}),
        ]
        added = self.sequence.step_ids - (self.first | self.second | self.third)
        self.assertEqual(self.row.step_id, added)

    def test_a_removed_step_is_skipped_and_its_figures_stay(self):
        self.second.unlink()
        self.assertEqual(self.row.step_id, self.third)
        self.first.unlink()
        self.assertEqual(self.first.exists().active, False, "somebody has had it")
        self.assertEqual(self.row.step_id, self.third)
        self.third.unlink()
        self.assertEqual(self.row.state, "active", "there is no step at all: nobody has finished")

    def test_a_step_moved_before_the_last_one_is_not_sent_again(self):
        self.first.sequence = 5
        self.assertEqual(self.row.step_id.ids, [], "all others lie before the place they have reached")
        self.assertEqual(self.row.state, "finished")

    def test_other_hours(self):
        self.sequence.write({"hour_from": 14, "hour_to": 16})
        self.assertEqual(self.row.next_at, datetime(2026, 3, 6, 13))
        with self.assertRaises(CheckViolation), mute_logger("odoo.sql_db"), self.cr.savepoint():
            self.sequence.write({"hour_from": 16, "hour_to": 14})
            self.env.flush_all()

    def test_it_starts_only_when_its_mails_can_be_written(self):
        broken = self.make_sequence(name="Broken")
        self.break_template(self.hello)
        with self.assertRaisesRegex(UserError, "Hello"):
            broken._start()
        with self.assertRaises(UserError):
            self.make_sequence(name="Empty", step_ids=False)._start()

    def test_a_mail_that_cannot_be_written_stops_it_and_says_so(self):
        self.break_template(self.news)
        self.turn(datetime(2026, 3, 6, 8))
        self.assertEqual((self.row.state, self.row.stop_reason), ("stopped", "failed"))
        self.assertTrue(self.person.sudo().activity_ids.filtered(lambda one: one.user_id == self.recruiter))

    def test_a_step_needs_what_it_sends(self):
        with self.assertRaises(ValidationError):
            self.sequence.step_ids = [Command.create({"kind": "sms"})]

    def test_a_text_message_goes_only_to_who_agreed(self):
        template = self.env["sms.template"].create(
            {"name": "Hi", "model_id": self.env["ir.model"]._get_id("hr.applicant"), "body": "Hi"}
        )
        self.second.write({"kind": "sms", "sms_template_id": template.id})
        self.turn(datetime(2026, 3, 6, 8))
        [sms] = self.row.send_ids.filtered(lambda send: send.kind == "sms")
        self.assertFalse(sms.is_sent)
        self.assertIn("No SMS", sms.note)
        self.assertEqual(self.row.step_id, self.third)

    def test_a_test_mail_to_oneself(self):
        self.first.with_user(self.recruiter).action_test()
        mail = self.mails("[Test]")
        self.assertEqual((mail.subject, mail.email_to), ("[Test] Hello Lea Silver", self.recruiter.email_formatted))
        self.assertFalse(mail.res_id)
        with self.assertRaises(AccessError):
            self.first.with_user(self.privacy_officer).action_test()

    def test_a_copy_begins_as_a_draft_with_the_steps(self):
        copy = self.sequence.copy()
        self.assertEqual((copy.state, len(copy.step_ids), copy.enrolment_count), ("draft", 3, 0))


@tagged("post_install", "-at_install")
class TestSequenceInBulk(SequenceCase):
    def many(self, count):
        people = self.env["ats.candidate"].union(
            *(self.talent(f"Talent {number}", f"t{number}@example.org") for number in range(count))
        )
        return people.with_user(self.recruiter)

    def enrol_many(self, people):
        wizard = self.env["ats.sequence.enrol"].with_user(self.recruiter)
        wizard = wizard.create({"sequence_id": self.sequence.id, "candidate_ids": people.ids})
        action = wizard.action_enrol()
        return self.env["ats.bulk.run"].with_user(self.recruiter).browse(action["params"]["run_ids"])

    def test_many_are_added_in_the_background_with_a_skip_list(self):
        people = self.many(25)
        people[0].sudo().do_not_contact = True
        run = self.enrol_many(people)
        self.assertEqual((run.state, run.todo_count, run.skipped_count), ("running", 24, 1))
        self.assertFalse(self.sequence.enrolment_ids)
        self.run_jobs()
        self.assertEqual((run.state, run.done_count), ("done", 24))
        self.assertEqual(self.sequence.enrolment_ids.candidate_id, people[1:])
        self.assertIn("contacted", run.reasons)

    def test_it_is_taken_back_while_nothing_was_sent(self):
        people = self.many(3)
        run = self.enrol_many(people)
        self.assertTrue(run.can_undo)
        first = self.sequence.enrolment_ids[0]
        self.env["ats.sequence.send"].sudo().create(
            {"enrolment_id": first.id, "step_id": self.sequence.step_ids[0].id, "kind": "mail"}
        )
        run.action_undo()
        self.assertEqual(self.sequence.enrolment_ids, first)
        failed = run.line_ids.filtered(lambda line: line.state == "failed")
        self.assertEqual((failed.candidate_id, run.state), (first.candidate_id, "undone"))
        self.assertIn("first step", failed.reason)

    def test_more_than_a_thousand_are_more_than_one_run(self):
        with patch("odoo.addons.ats_core.models.sequence.bulk_sequence.MOST", 2):
            runs = self.enrol_many(self.many(5))
        self.assertEqual(len(runs), 3)
        self.assertEqual(len(self.sequence.enrolment_ids), 5)

    def test_applications_and_managers_do_not(self):
        runs = self.env["ats.bulk.run"].with_user(self.recruiter)
        with self.assertRaises(UserError):
            runs._prepare(self.apply().with_user(self.recruiter), "sequence", sequence_id=self.sequence.id)
        with self.assertRaises(AccessError):
            person = self.apply().ats_candidate_id.with_user(self.hiring_manager)
            runs.with_user(self.hiring_manager)._prepare(person, "sequence", sequence_id=self.sequence.id)
