"""Share links and named people: who gets the credit, and what the colleague, the person and others learn."""

import base64
from datetime import timedelta
from unittest.mock import patch

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from odoo.addons.base.models.ir_cron import IrCron

from .common import PortalCase


class ReferralCase(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.lea = new_test_user(
            cls.env, "lea_martin", groups="base.group_user", name="Lea Martin", email="lea@company.example"
        )
        cls.tom = new_test_user(cls.env, "tom_berg", groups="base.group_user", name="Tom Berg")

    def link_of(self, user, job=None):
        action = (job or self.job).with_user(user).action_ats_share()
        return self.env["ats.referral.link"].with_user(user).browse(action["res_id"])

    def open(self, link):
        return self.url_open(link.url[link.url.index("/jobs/r/") :], allow_redirects=False)

    def referrals(self, user):
        return self.env["ats.referral"].with_user(user).search([("user_id", "=", user.id)])

    def refer(self, user=None, **values):
        invite = self.env["ats.referral.invite"].with_user(user or self.lea)
        values = {"job_id": self.job.id, "name": "Ana Núñez", "email": "Ana@Example.org", **values}
        return invite.create(values).action_send()

    def invitation(self):
        return self.env["ats.referral"].sudo().search([("kind", "=", "invitation")], limit=1)

    def invited_path(self):
        url = self.invitation()._invitation_url()
        return url[url.index("/jobs/invited/") :]


@tagged("post_install", "-at_install")
class TestShareLink(ReferralCase):
    def test_from_the_link_to_the_credit(self):
        link = self.link_of(self.lea)
        self.assertNotRegex(link.url, f"(?i)lea|martin|{self.lea.id}/")
        response = self.open(link)
        self.assertEqual(response.status_code, 303)
        self.assertTrue(response.headers["Location"].endswith(self.job.website_url))
        self.assertEqual(response.headers["Cache-Control"], "no-store")
        page = self.url_open(self.apply_url())
        self.assertIn("Recommended by", page.text)
        self.assertIn("Lea Martin", page.text)
        self.assertSent(self.send_form())
        referral = self.referrals(self.lea)
        self.assertEqual(
            (referral.state, referral.status, referral.who), ("applied", "received", "Through the share link")
        )
        application = self.applications()
        self.assertEqual(application.ats_source, "referral")
        self.assertEqual(application.source_id.name, "Employee Referral")
        self.assertEqual(application.ats_referral_ids.user_id, self.lea)

    def test_the_first_link_gets_the_credit_and_a_later_visit_changes_nothing(self):
        with freeze_time(fields.Datetime.now() - timedelta(minutes=5)):
            self.open(self.link_of(self.lea))
        self.open(self.link_of(self.tom))
        self.open(self.link_of(self.lea))
        self.assertSent(self.send_form())
        self.assertTrue(self.referrals(self.lea))
        self.assertFalse(self.referrals(self.tom))
        refused = self.env["ats.event"].search([("type", "=", "referral.not_credited")])
        self.assertEqual([event.payload["outcome"] for event in refused], ["second"])

    def test_a_touch_outlives_the_visit_in_a_signed_cookie(self):
        self.open(self.link_of(self.lea))
        kept = self.opener.cookies.get("ats_ref")
        self.authenticate(None, None)
        self.opener.cookies.set("ats_ref", kept)
        self.assertIn("Lea Martin", self.url_open(self.apply_url()).text)
        self.authenticate(None, None)
        self.opener.cookies.set("ats_ref", self.forged(kept))
        self.assertNotIn("Lea Martin", self.url_open(self.apply_url()).text)
        self.assertSent(self.send_form())
        self.assertFalse(self.referrals(self.lea))

    def forged(self, cookie):
        """The same touches with a signature that is not ours: one bit of it is another."""
        token = bytearray(base64.urlsafe_b64decode(f"{cookie}==="))
        token[20] ^= 1
        return base64.urlsafe_b64encode(token).decode().rstrip("=")

    def credit(self, user, *, at=None, **values):
        application = self.apply(**values)
        link = self.link_of(user).sudo()
        return application._ats_credit_referral([(link, at or fields.Datetime.now())])

    def test_an_expired_touch_gets_nothing(self):
        self.job.company_id.ats_referral_months = 2
        now = fields.Datetime.now()
        self.assertFalse(self.credit(self.lea, at=now - timedelta(days=63), email="old@example.org"))
        self.assertTrue(self.credit(self.lea, at=now - timedelta(days=55), email="new@example.org"))

    def test_nobody_recommends_themselves(self):
        self.assertFalse(self.credit(self.lea, email="LEA@company.example"))
        employee = self.env["hr.employee"].create(
            {"name": "Lea", "user_id": self.lea.id, "private_email": "l@home.example"}
        )
        self.assertTrue(employee)
        self.assertFalse(self.credit(self.lea, email="l@home.example", name="Lea M"))

    def test_who_had_an_open_application_was_known(self):
        other = self.make_job("Designer")
        with freeze_time(fields.Datetime.now() - timedelta(days=3)):
            self.apply(job=other)
        self.assertFalse(self.credit(self.lea))

    def test_a_link_that_was_switched_off_gets_nothing_and_a_new_one_is_another(self):
        link = self.link_of(self.lea)
        self.open(link)
        with self.assertRaises(AccessError):
            link.with_user(self.tom).action_revoke()
        link.action_revoke()
        self.assertNotIn("Lea Martin", self.url_open(self.apply_url()).text)
        self.assertSent(self.send_form())
        self.assertFalse(self.referrals(self.lea))
        self.assertNotEqual(self.link_of(self.lea).code, link.code)
        self.assertTrue(self.open(link).headers["Location"].endswith("/jobs"))

    def test_the_visitor_may_apply_without_it(self):
        self.open(self.link_of(self.lea))
        self.assertSent(self.send_form(without_referral="1"))
        self.assertFalse(self.referrals(self.lea))
        self.assertNotIn("Lea Martin", self.url_open(self.apply_url()).text)

    def test_a_repeated_application_keeps_its_first_source(self):
        self.assertSent(self.send_form())
        before = self.applications().source_id
        self.open(self.link_of(self.lea))
        self.assertSent(self.send_form())
        self.assertEqual(self.applications().source_id, before)
        self.assertFalse(self.referrals(self.lea))

    def test_only_public_jobs_are_shared(self):
        hidden, secret = self.make_job("Hidden"), self.make_job("Secret", is_published=True, ats_restricted=True)
        shared = self.env["hr.job"].with_user(self.lea).search([("ats_is_shareable", "=", True)])
        self.assertIn(self.job, shared)
        self.assertFalse(shared & (hidden | secret))
        for job in (hidden, secret):
            for user in (self.lea, self.admin_rec):  # an administrator sees the confidential job as well
                with self.assertRaises(UserError):
                    job.with_user(user).action_ats_share()
        self.job.action_ats_hold()
        with self.assertRaises(UserError):
            self.job.with_user(self.lea).action_ats_share()

    def test_the_colleague_sees_public_words_only(self):
        referral = self.credit(self.lea).with_user(self.lea)
        application = referral.sudo().applicant_id
        application._ats_move(self.stage_interview)
        self.env.invalidate_all()
        row = referral.read()[0]
        self.assertEqual(row["status"], "interview")
        told = str({name: value for name, value in row.items() if name != "job_id"})
        for secret in ("Ana", "ana@", self.stage_interview.name, str(application._name)):
            self.assertNotIn(secret, told)
        for name in ("applicant_id", "email", "code"):
            with self.assertRaises(AccessError):
                referral.read([name])
        with self.assertRaises(AccessError):
            referral.with_user(self.tom).read(["status"])
        with self.assertRaises(AccessError):
            application.with_user(self.lea).read(["partner_name"])
        with self.assertRaises(AccessError):
            referral.write({"state": "ended"})
        self.assertTrue(referral.with_user(self.recruiter).applicant_id)

    def test_a_reward_is_due_after_the_days_and_hr_notes_it(self):
        referral = self.credit(self.lea)
        application = referral.applicant_id
        self.job.company_id.ats_referral_reward_days = 30
        application._ats_move(self.stage_hired)
        application.with_user(self.hr_officer)._ats_hire()
        referral._cron_rewards()
        self.assertEqual(referral.reward_state, "waiting")
        with freeze_time(fields.Datetime.now() + timedelta(days=31)):
            referral._cron_rewards()
        self.assertEqual(referral.reward_state, "eligible")
        with self.assertRaises(AccessError):
            referral.with_user(self.lea).action_reward_paid()
        referral.with_user(self.hr_officer).action_reward_paid()
        self.assertEqual(referral.reward_state, "paid")


@tagged("post_install", "-at_install")
class TestNamedPerson(ReferralCase):
    def test_the_person_is_asked_and_nothing_else_is_made(self):
        people = self.env["ats.candidate"].search_count([])
        contacts = self.env["res.partner"].search_count([])
        self.refer(words="We cooked together")
        mail = self.sent_mails()[-1]
        self.assertIn("ana@example.org", mail.email_to)
        self.assertIn("We cooked together", mail.body_html)
        self.assertIn("/jobs/invited/", mail.body_html)
        self.assertFalse(mail.model)
        self.assertEqual(self.env["ats.candidate"].search_count([]), people)
        self.assertEqual(self.env["res.partner"].search_count([]), contacts)
        self.assertFalse(self.env["ats.referral"].with_user(self.recruiter).search([("kind", "=", "invitation")]))
        self.assertEqual(self.referrals(self.lea).status, "invited")

    def test_the_person_applies_and_the_colleague_is_credited(self):
        self.refer()
        page = self.url_open(self.invited_path())
        self.assertIn("Lea Martin", page.text)
        self.assertNotIn("ana@example.org", page.text)
        self.assertEqual(page.headers["Cache-Control"], "no-store")
        self.url_open(f"/jobs/r/{self.invitation().code}", allow_redirects=False)
        self.assertSent(self.send_form())
        referral = self.referrals(self.lea)
        self.assertEqual((referral.state, referral.status, referral.who), ("applied", "received", "Ana Núñez"))
        self.assertFalse(referral.sudo().email)

    def test_no_thanks_deletes_at_once_and_is_not_told_apart(self):
        self.refer()
        path = self.invited_path()
        self.assertEqual(self.post(path, stop="1").status_code, 200)
        referral = self.referrals(self.lea)
        self.assertEqual((referral.status, referral.name, referral.sudo().email), ("ended", False, False))
        self.assertEqual(self.url_open(path).status_code, 410)
        mails = len(self.sent_mails())
        self.refer()
        self.assertEqual(len(self.sent_mails()), mails, "the person does not want such mails")
        self.assertEqual(self.referrals(self.lea)[:1].status, "invited", "and the colleague is not told")

    def test_who_does_not_answer_is_forgotten(self):
        self.startPatcher(patch.object(IrCron, "_commit_progress", lambda *_args, **_kwargs: float("inf")))
        self.refer()
        referral = self.invitation()
        referral._cron_forget_invitations()
        self.assertEqual(referral.state, "invited")
        with freeze_time(fields.Datetime.now() + timedelta(days=31)):
            referral._cron_forget_invitations()
        self.assertEqual((referral.state, referral.name, referral.email, referral.code), ("ended",) + (False,) * 3)

    def test_do_not_contact_and_other_colleagues(self):
        self.apply(job=self.make_job("Designer")).ats_candidate_id.do_not_contact = True
        mails = len(self.sent_mails())
        self.refer()
        self.assertEqual(len(self.sent_mails()), mails)
        self.refer(email="bo@example.org")
        self.refer(self.tom, email="bo@example.org")
        self.assertEqual(len(self.sent_mails()), mails + 1, "one mail, whoever names the person")

    def test_the_gate_of_all_mails_decides(self):
        """Whatever stands against a person of this address, also one who became part of another."""
        other = self.make_job("Designer")
        person = self.apply(job=other, name="Ana G", email="ana.g@example.org").ats_candidate_id
        merged = self.apply(job=other).ats_candidate_id
        person._merge(merged)
        mails = len(self.sent_mails())
        person.do_not_contact = True
        self.refer()
        self.assertEqual(len(self.sent_mails()), mails, "the person of whom this is a part wants no mails")
        with patch.object(
            self.env.registry["ats.candidate"],
            "_ats_contact_blockers",
            lambda people, *_args, **_options: {one: {"any": "A reason of another room."} for one in people},
        ):
            self.apply(job=other, name="Bo", email="bo@example.org")
            self.refer(email="bo@example.org")
        self.assertEqual(len(self.sent_mails()), mails)

    def test_own_address_wrong_address_and_too_many(self):
        for email in ("nobody", "lea@company.example"):
            with self.assertRaises(UserError):
                self.refer(email=email)
        self.refer()
        with self.assertRaises(UserError):
            self.refer()
        for number in range(19):
            self.refer(email=f"p{number}@example.org")
        with self.assertRaises(UserError):
            self.refer(email="one.more@example.org")

    def test_erasing_takes_what_was_typed(self):
        self.refer()
        person = self.apply(job=self.make_job("Designer")).ats_candidate_id
        person.with_user(self.privacy_officer)._erase()
        self.assertFalse(self.env["ats.referral"].sudo().search([("email", "=", "ana@example.org")]))
