"""Who may be written to, and why not."""

from odoo.tests import tagged

from .common import AtsCase

TEMPLATE = "ats_core.mail_template_document_request"


@tagged("post_install", "-at_install")
class TestMailGate(AtsCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply(phone="+32470123456")
        self.person = self.application.sudo().ats_candidate_id

    def why(self, kind=None):
        """The codes for the application and for the person; both say the same."""
        codes = set(self.application._ats_mail_blockers(kind)[self.application])
        self.assertEqual(codes, set(self.person._ats_mail_blockers(kind)[self.person]))
        sent = self.application.sudo()._ats_mail(self.env.ref(TEMPLATE), kind=kind)
        self.assertEqual(bool(sent), not codes, "the verb obeys what the gate says")
        self.assertEqual(bool(self.person._ats_mail(self.env.ref(TEMPLATE), kind=kind)), not codes)
        return codes

    def agree(self, purpose, person=None):
        (person or self.person)._ats_give_consent(purpose, text_version="test", proof={})

    def test_about_the_application_everybody_is_written_to(self):
        self.assertEqual(self.why(), set())

    def test_on_our_own_account_only_who_agreed(self):
        self.assertEqual(self.why("talent_pool"), {"no_consent"})
        self.agree("talent_pool")
        self.assertEqual(self.why("talent_pool"), set())
        self.assertEqual(self.why("marketing"), set())
        self.assertEqual(self.why("job_alert"), {"no_consent"}, "each agreement is its own")
        self.assertEqual(self.why("survey"), set(), "a question about the experience needs none")
        self.person._ats_withdraw_consent("talent_pool")
        self.assertIn("no_consent", self.why("talent_pool"))

    def test_who_unsubscribed(self):
        self.agree("talent_pool")
        self.env["ats.message.preference"]._stop(self.person.email, "marketing", self.application.company_id)
        self.assertEqual(self.why("marketing"), {"unsubscribed"})
        self.assertEqual(self.why("talent_pool"), set())
        self.assertEqual(self.why(), set(), "what belongs to the application always goes")

    def test_do_not_contact_holds_for_everything(self):
        self.person.do_not_contact = True
        self.assertEqual(self.why(), {"do_not_contact"})
        self.assertEqual(self.why("survey"), {"do_not_contact"})
        self.assertIn("do_not_contact", self.application._ats_sms_blockers()[self.application])

    def test_no_address(self):
        self.application.email_from = False
        self.person.email = False
        self.assertEqual(self.why(), {"no_address"})

    def test_who_works_here_is_no_prospect(self):
        self.agree("talent_pool")
        self.application.sudo()._ats_move(self.stage_hired)
        self.assertEqual(self.why("talent_pool"), {"hired"})
        self.assertEqual(self.why(), set())

    def test_the_erased(self):
        self.person._erase()
        self.assertIn("erased", self.application._ats_mail_blockers()[self.application])
        self.assertIn("erased", self.person._ats_mail_blockers()[self.person])

    def test_text_messages_need_an_agreement_of_their_own(self):
        blockers = self.application._ats_sms_blockers()[self.application]
        self.assertEqual(set(blockers), {"no_consent"})
        self.assertFalse(self.application.sudo()._ats_sms("Hello"))
        self.agree("sms")
        self.assertTrue(self.application.sudo()._ats_sms("Hello"))
        sms = self.env["sms.sms"].search([], order="id desc", limit=1)
        self.assertEqual((sms.number, sms.body), ("+32470123456", "Hello"))
        self.env["phone.blacklist"].sudo()._add(["+32470123456"])
        self.assertEqual(set(self.person._ats_sms_blockers()[self.person]), {"unsubscribed"})
        self.application.partner_phone = False
        self.assertEqual(set(self.person._ats_sms_blockers()[self.person]), {"no_number"})

    def test_a_person_without_application(self):
        alone = self.env["ats.candidate"].create({"name": "Lea Alone", "email": "lea@example.org"})
        self.assertEqual(set(alone._ats_mail_blockers()[alone]), {"no_file"})
        self.assertEqual(set(alone._ats_sms_blockers()[alone]), {"no_file"})
        pool = self.env["hr.talent.pool"].create({"name": "Later"})
        talent = alone._pool_add(pool)
        self.agree("talent_pool", alone)
        self.assertEqual(alone._ats_mail_blockers("talent_pool")[alone], {})
        mail = alone._ats_mail(self.env.ref(TEMPLATE), kind="talent_pool")
        self.assertEqual((mail.model, mail.res_id), ("hr.applicant", talent.id))
        self.assertIn("lea@example.org", mail.email_to)

    def test_the_person_is_written_to_at_the_own_address_in_the_open_application(self):
        self.application.sudo()._ats_refuse(self.env["hr.applicant.refuse.reason"].search([], limit=1))
        second = self.apply(job=self.make_job("Second Job"))
        self.apply(job=self.make_job("Third Job")).sudo()._ats_withdraw()
        self.person.email = "new@example.org"
        mail = self.person._ats_mail(self.env.ref(TEMPLATE))
        self.assertEqual(mail.res_id, second.id)
        self.assertIn("new@example.org", mail.email_to)

    def test_a_thousand_cost_as_much_as_one(self):
        people = self.env["ats.candidate"].create(
            [{"name": f"Person {number}", "email": f"p{number}@example.org"} for number in range(200)]
        )
        rows = self.env["hr.applicant"].create(
            [
                {
                    "partner_name": person.name,
                    "email_from": person.email,
                    "ats_candidate_id": person.id,
                    "job_id": self.job.id,
                }
                for person in people
            ]
        )

        def cost(action):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            action()
            return self.cr.sql_log_count - before

        for records, method in (
            (rows, "_ats_mail_blockers"),
            (rows, "_ats_sms_blockers"),
            (people, "_ats_mail_blockers"),
            (people, "_ats_sms_blockers"),
        ):
            few, many = records[:3].ids, records.ids
            model = records.browse()

            def ask(ids, model=model, method=method):
                getattr(model.browse(ids), method)("talent_pool")

            ask(few)
            self.assertEqual(cost(lambda ask=ask, ids=few: ask(ids)), cost(lambda ask=ask, ids=many: ask(ids)), method)
