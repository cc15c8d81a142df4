from datetime import timedelta
from unittest.mock import patch

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from odoo.addons.base.models.ir_cron import IrCron

from .common import AtsCase
from .offer_common import OfferMixin

# A Tuesday, ten o'clock in UTC.
NOW = "2026-11-24 10:00:00"


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestMyDay(OfferMixin, AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reason = cls.env["hr.applicant.refuse.reason"].create({"name": "No permit"})
        (cls.recruiter | cls.hiring_manager).tz = "UTC"

    def setUp(self):
        super().setUp()
        # Committing would end the transaction of the test.
        self.startPatcher(patch.object(IrCron, "_commit_progress", lambda *_args, **_kwargs: float("inf")))

    def apply(self, **values):
        """Apply at the frozen time; natively the creation is dated by PostgreSQL's clock."""
        applicant = super().apply(**values)
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_applicant SET create_date = %s WHERE id = %s", [fields.Datetime.now(), applicant.id]
        )
        applicant.invalidate_recordset(["create_date"])
        return applicant

    def day(self, user=None, scope="mine"):
        """The groups of the user's list by key."""
        day = self.env["ats.day"].with_user(user or self.recruiter).read_day(scope)
        return {group["key"]: group for group in day["groups"]}

    def names(self, key, user=None, scope="mine"):
        return [row["name"] for row in self.day(user, scope).get(key, {"rows": []})["rows"]]

    def do(self, key, record, verb, user=None):
        return self.env["ats.day"].with_user(user or self.recruiter).do_row(key, record.id, verb)

    def overdue(self, name="Ana García", email="ana@example.org", **values):
        applicant = self.apply(name=name, email=email, **values)
        applicant.sudo().ats_sla_deadline = fields.Datetime.now() - timedelta(days=3)
        return applicant

    # ------------------------------------------------------------ what is on the list

    def test_kinds_stand_in_their_order_and_are_counted(self):
        self.overdue()
        self.apply(name="Bo Berg", email="bo@example.org")._ats_propose_refusal(self.reason, origin="No permit")
        self.apply(name="Cy Cole", email="cy@example.org").sudo()._ats_candidate_writes("When do you decide?")
        self.sent_offer(
            self.apply(name="Di Dale", email="di@example.org"),
            expires_at=fields.Datetime.now() + timedelta(days=2),
        )
        day = self.env["ats.day"].with_user(self.recruiter).read_day()
        self.assertEqual(
            [(group["key"], group["count"], group["late"]) for group in day["groups"]],
            [("refusals", 1, 0), ("replies", 1, 0), ("overdue", 1, 1), ("offers", 1, 0), ("new", 3, 0)],
        )
        self.assertEqual((day["total"], day["late"]), (7, 1))
        self.assertEqual(self.day()["replies"]["rows"][0]["why"], "Wrote: “When do you decide?”")
        self.assertIn("No permit", self.day()["refusals"]["rows"][0]["why"])

    def test_what_is_yesterday_follows_the_users_clock(self):
        applicant = self.apply()
        self.env.cr.execute("UPDATE hr_applicant SET create_date = '2026-11-22 23:30' WHERE id = %s", [applicant.id])
        self.assertFalse(self.names("new"))
        self.recruiter.tz = "Europe/Brussels"
        self.assertEqual(self.names("new"), ["Ana García"])

    def test_mine_is_what_i_recruit_or_lead(self):
        other = new_test_user(self.env, "ats_recruiter2", groups="hr_recruitment.group_hr_recruitment_user")
        self.overdue()
        self.assertEqual(self.names("overdue"), ["Ana García"])
        self.assertEqual(self.names("overdue", self.hiring_manager), ["Ana García"])
        self.assertFalse(self.names("overdue", other))
        self.assertFalse(self.names("overdue", other, "team"))
        self.job.interviewer_ids = other
        self.env.flush_all()
        self.assertFalse(self.names("overdue", other))
        self.assertEqual(self.names("overdue", other, "team"), ["Ana García"])
        self.assertEqual(self.names("overdue", self.admin_rec, "team"), ["Ana García"])

    def test_an_application_without_recruiter_is_the_job_recruiters(self):
        self.overdue().sudo().user_id = False
        self.assertEqual(self.names("overdue"), ["Ana García"])

    def test_record_rules_decide(self):
        self.overdue()
        self.assertFalse(self.day(self.interviewer, "team"))
        self.job.ats_restricted = True
        outsider = new_test_user(self.env, "ats_manager2", groups="ats_core.group_ats_hiring_manager")
        self.assertFalse(self.day(outsider, "team"))
        with self.assertRaises(AccessError):
            self.env["ats.day"].with_user(self.employee_user).read_day()

    def test_queries_do_not_grow_with_the_rows(self):
        def queries():
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.day()
            return self.cr.sql_log_count - before

        for number in range(2):
            self.overdue(name=f"First {number}", email=f"first{number}@example.org")
        self.day()
        few = queries()
        for number in range(15):
            self.overdue(name=f"Person {number}", email=f"person{number}@example.org")
        self.assertLessEqual(queries(), few)
        self.assertLessEqual(few, 40)

    def test_each_kind_is_counted_and_picked_with_one_query(self):
        for number in range(23):
            self.overdue(name=f"Person {number}", email=f"person{number}@example.org")
        day = self.env["ats.day"].with_user(self.recruiter)
        [group] = [group for group in day._ats_day_readable_groups("mine") if group.key == "overdue"]
        self.env.flush_all()
        day._ats_day_pick(group, [], 20)
        before = self.cr.sql_log_count
        ids, count, late = day._ats_day_pick(group, [], 20)
        self.assertEqual(self.cr.sql_log_count - before, 1)
        self.assertEqual((len(ids), count, late), (20, 23, 23))

    # ------------------------------------------------------------ doing

    def test_the_next_stage_and_back(self):
        applicant = self.overdue()
        row = self.day()["overdue"]["rows"][0]
        self.assertEqual(row["verbs"][0], {"name": "advance", "label": "To Screening"})
        result = self.do("overdue", applicant, "advance")
        self.assertEqual(result["message"], "Ana García moved to Screening")
        self.assertTrue(result["undo"])
        self.assertEqual(applicant.stage_id, self.stage_screen)
        self.env["ats.day"].with_user(self.recruiter).undo_rows("overdue", applicant.ids, "advance")
        self.assertEqual(applicant.stage_id, self.stage_new)

    def test_nobody_is_hired_by_the_next_stage(self):
        applicant = self.apply()
        applicant._ats_move(self.stage_offer)
        applicant.sudo().ats_sla_deadline = fields.Datetime.now() - timedelta(days=3)
        [row] = self.day()["overdue"]["rows"]
        self.assertEqual([verb["name"] for verb in row["verbs"]], ["look", "refuse"])

    def test_confirming_refusals_together_and_back(self):
        applicants = self.apply() | self.apply(name="Bo Berg", email="bo@example.org")
        proposals = applicants._ats_propose_refusal(self.reason)
        day = self.env["ats.day"].with_user(self.recruiter)
        result = day.do_group("refusals", "confirm")
        self.assertEqual(set(result["ids"]), set(proposals.ids))
        self.assertEqual(set(applicants.mapped("ats_state")), {"refused"})
        day.undo_rows("refusals", result["ids"], "confirm")
        self.assertEqual(set(applicants.mapped("ats_state")), {"ongoing"})
        with self.assertRaisesRegex(UserError, "row by row"):
            day.do_group("refusals", "keep")

    def test_no_answer_needed_and_back(self):
        applicant = self.apply()
        applicant.sudo()._ats_candidate_writes("Thank you!")
        self.assertTrue(self.do("replies", applicant, "reply")["action"])
        self.do("replies", applicant, "answered")
        self.assertFalse(self.names("replies"))
        self.env["ats.day"].with_user(self.recruiter).undo_rows("replies", applicant.ids, "answered")
        self.assertEqual(self.names("replies"), ["Ana García"])

    def test_a_reminded_offer_rests_until_tomorrow(self):
        offer = self.sent_offer(expires_at=fields.Datetime.now() + timedelta(days=2))
        mails = len(self.sent_mails(offer.applicant_id))
        self.do("offers", offer, "remind")
        self.assertEqual(len(self.sent_mails(offer.applicant_id)), mails + 1)
        self.assertFalse(self.names("offers"))
        with freeze_time("2026-11-25 09:00:00"):
            [row] = self.day()["offers"]["rows"]
            self.assertEqual([verb["name"] for verb in row["verbs"]], ["write"])

    def test_what_is_done_already_is_not_done_again(self):
        applicant = self.overdue()
        self.do("overdue", applicant, "advance")
        applicant.sudo().ats_sla_deadline = False
        result = self.do("overdue", applicant, "advance")
        self.assertIn("Somebody else", result["message"])
        self.assertEqual(applicant.stage_id, self.stage_screen)

    def test_only_what_is_on_the_own_list_is_done(self):
        applicant = self.overdue()
        outsider = new_test_user(self.env, "ats_manager2", groups="ats_core.group_ats_hiring_manager")
        self.do("overdue", applicant, "advance", outsider)
        self.assertEqual(applicant.stage_id, self.stage_new, "not on the list of another manager")
        with self.assertRaises(AccessError):
            self.do("overdue", applicant, "advance", self.employee_user)
        with self.assertRaisesRegex(UserError, "not on your list"):
            self.do("overdue", applicant, "unlink")

    # ------------------------------------------------------------ putting off

    def test_put_off_for_me_alone_until_the_morning(self):
        applicant = self.overdue()
        day = self.env["ats.day"].with_user(self.recruiter)
        day.snooze_row("overdue", applicant.id, "tomorrow")
        self.assertFalse(self.names("overdue"))
        self.assertEqual(self.names("overdue", self.hiring_manager), ["Ana García"])
        day.wake_row("overdue", applicant.id)
        self.assertEqual(self.names("overdue"), ["Ana García"])
        day.snooze_row("overdue", applicant.id, "monday")
        with freeze_time("2026-11-30 07:59:00"):
            self.assertFalse(self.names("overdue"))
        with freeze_time("2026-11-30 08:01:00"):
            self.assertEqual(self.names("overdue"), ["Ana García"])

    # ------------------------------------------------------------ morning mail

    def mails(self):
        self.env["ats.day"]._cron_morning()
        found = self.env["mail.mail"].sudo().search([("subject", "like", "Your day")], order="id")
        return {mail.email_to: mail for mail in found}

    def test_the_morning_mail_tells_the_same_once(self):
        self.overdue()
        (self.recruiter | self.hiring_manager).write({"tz": "Europe/Brussels"})
        with freeze_time("2026-11-24 05:30:00"):
            self.assertNotIn(self.recruiter.email_formatted, self.mails(), "half past six in Brussels")
        with freeze_time("2026-11-24 06:30:00"):
            mail = self.mails()[self.recruiter.email_formatted]
            self.assertEqual(mail.subject, "Your day: 1 things, 1 late")
            self.assertIn("Ana García", mail.body_html)
            self.assertIn("/odoo/my-day", mail.body_html)
            self.assertEqual(self.mails()[self.recruiter.email_formatted], mail, "not twice on a day")

    def test_no_mail_without_work_on_sundays_or_when_switched_off(self):
        self.assertFalse(self.mails())
        self.overdue()
        self.env["res.users"].search([]).ats_day_mailed_on = False
        self.env["ats.day"].with_user(self.recruiter).set_morning_mail(False)
        with freeze_time("2026-11-29 10:00:00"):
            self.assertFalse(self.mails())
        self.assertNotIn(self.recruiter.email_formatted, self.mails())
        self.assertFalse(self.env["ats.day"].with_user(self.recruiter).read_day()["mail"])
