"""The question before the time to keep a person ends, and the end."""

from datetime import date
from unittest.mock import patch

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged

from odoo.addons.base.models.ir_cron import IrCron

from .common import AtsMixin

START = "2026-03-02 09:00:00"


@tagged("post_install", "-at_install")
class TestRetentionEnd(AtsMixin, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.env.company
        cls.company.write({"ats_retention_months": 6, "ats_retention_remind_days": 30})
        cls.reason = cls.env["hr.applicant.refuse.reason"].create({"name": "Other"})

    def ended(self, *, agreed=True):
        with freeze_time(START):
            application = self.apply()
            application.ats_address_proven = True
            person = application.ats_candidate_id
            if agreed:
                person._ats_give_consent("retention", text_version="v1", proof={})
            application._ats_refuse(self.reason)
        return person

    def run_at(self, moment):
        self.env["mail.mail"].search([]).unlink()
        stay_in_test = patch.object(IrCron, "_commit_progress", lambda *_args, **_kwargs: float("inf"))
        with freeze_time(moment), stay_in_test:
            self.env["ats.candidate"]._cron_retention()
        self.env.invalidate_all()

    def mails(self):
        return self.env["mail.mail"].search([("subject", "=", "May we keep your data?")])

    def requests(self, person):
        return self.env["ats.privacy.request"].search([("candidate_id", "=", person.id), ("kind", "=", "retention")])

    def test_without_a_policy_nothing_happens(self):
        self.company.ats_retention_months = 0
        person = self.ended()
        self.run_at("2036-01-01")
        self.assertFalse(person.retention_until)
        self.assertFalse(self.requests(person))

    def test_a_legal_hold_stands_against_the_end(self):
        person = self.ended(agreed=False)
        person.legal_hold = True
        self.run_at("2036-01-01")
        self.assertFalse(self.requests(person))

    def test_asked_once_before_the_end_and_again_after_agreeing_anew(self):
        person = self.ended()
        self.run_at("2028-01-15 09:00:00")
        self.assertFalse(self.mails(), "too early")
        self.run_at("2028-02-10 09:00:00")
        self.assertEqual(len(self.mails()), 1)
        self.assertIn("/my/application/open", str(self.mails().body_html))
        self.run_at("2028-02-11 09:00:00")
        self.assertFalse(self.mails(), "once")
        with freeze_time("2028-02-12 09:00:00"):
            person._ats_renew_consent("retention", text_version="v2", proof={})
        self.run_at("2028-02-13 09:00:00")
        self.assertEqual(person.retention_until, date(2030, 2, 12))
        rows = person.consent_ids.filtered(lambda consent: consent.purpose == "retention").sorted("id")
        self.assertEqual(rows.mapped("text_version"), ["v1", "v2"])
        self.assertEqual([bool(row.withdrawn_at) for row in rows], [True, False])
        self.run_at("2030-01-25 09:00:00")
        self.assertEqual(len(self.mails()), 1)

    def test_who_never_agreed_or_is_not_to_be_contacted_is_not_asked(self):
        self.ended(agreed=False)
        self.run_at("2026-08-20 09:00:00")
        self.assertFalse(self.mails())

    def test_flagged_once_and_erased_or_kept_by_a_person(self):
        person = self.ended(agreed=False)
        self.run_at("2026-10-01 09:00:00")
        request = self.requests(person)
        self.assertEqual((len(request), request.state, bool(person.erased_at)), (1, "new", False))
        self.run_at("2026-10-02 09:00:00")
        self.assertEqual(self.requests(person), request)
        self.assertFalse(person.application_ids._ats_privacy_requests(), "the candidate has not asked for it")
        with self.assertRaises(UserError):
            request.with_user(self.privacy_officer).action_keep()
        request.with_user(self.privacy_officer).answer = "A claim is pending."
        request.with_user(self.privacy_officer).action_keep()
        self.run_at("2026-10-03 09:00:00")
        self.assertEqual(self.requests(person).state, "refused")
        self.assertFalse(person.erased_at)

    def test_the_officer_erases_from_the_list(self):
        person = self.ended(agreed=False)
        self.run_at("2026-10-01 09:00:00")
        self.requests(person).with_user(self.privacy_officer).action_erase()
        self.assertTrue(person.erased_at)

    def test_erased_when_the_company_chose_so_unless_something_stands_against_it(self):
        self.company.ats_retention_end = "erase"
        person = self.ended(agreed=False)
        self.company.ats_keep_after_end_days = 365
        self.run_at("2026-10-01 09:00:00")
        self.assertFalse(person.erased_at, "the law keeps it longer")
        self.assertEqual(self.requests(person).state, "new")
        self.company.ats_keep_after_end_days = 0
        self.run_at("2026-10-02 09:00:00")
        self.assertTrue(person.erased_at)
        self.assertEqual(self.requests(person).state, "done")
        self.assertTrue(self.requests(person).proof)

    def test_a_new_application_ends_the_count(self):
        person = self.ended(agreed=False)
        self.assertTrue(person.retention_until)
        self.assertEqual(self.apply(job=self.make_job("Other")).ats_candidate_id, person)
        self.run_at("2026-10-01 09:00:00")
        self.assertFalse(person.retention_until)
        self.assertFalse(self.requests(person))
