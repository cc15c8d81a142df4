from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .offer_common import OfferCase

PAY_FIELDS = ["wage", "wage_period", "variable_pay", "benefits", "letter_attachment_id"]


@tagged("post_install", "-at_install")
class TestOfferRights(OfferCase):
    """Who sees pay: recruiters and HR managers of the company, the hiring manager of the job."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.job.interviewer_ids = cls.interviewer

    def assertBlind(self, user, offer):
        """Assert that no way of asking tells the user anything about the offer."""
        user.sudo().group_ids += self.env.ref("base.group_allow_export")
        offers = self.env["ats.offer"].with_user(user)
        ways = {
            "search": lambda: offers.search([("wage", ">", 0)]),
            "search_read": lambda: offers.search_read([], PAY_FIELDS),
            "search_count": lambda: offers.search_count([("wage", ">", 4000)]),
            "read": lambda: offer.with_user(user).read(PAY_FIELDS),
            "read_group": lambda: offers._read_group([], ["state"], ["wage:sum"]),
            "formatted": lambda: offers.formatted_read_group([], ["state"], ["wage:max"]),
            "web": lambda: offers.web_search_read([], {"wage": {}}),
            "export": lambda: offer.with_user(user).export_data(PAY_FIELDS),
            "name_search": lambda: offers.name_search("Ana"),
            "letter": lambda: offer.letter_attachment_id.with_user(user).read(["raw"]),
            "print": lambda: (
                self.env["ir.actions.report"]
                .with_user(user)
                ._render_qweb_pdf("ats_core.action_report_offer_letter", offer.ids)
            ),
            "copy": lambda: offer.with_user(user).copy(),
            "write": lambda: offer.with_user(user).write({"wage": 1}),
            "approve": lambda: offer.with_user(user).action_approve(),
            "send": lambda: offer.with_user(user).action_send(),
        }
        for name, way in ways.items():
            with self.subTest(user=user.login, way=name), self.assertRaises(AccessError):
                way()

    def test_the_panel_sees_no_pay(self):
        offer = self.sent_offer()
        applicant = offer.applicant_id.with_user(self.interviewer)
        self.assertTrue(applicant.read(["partner_name"]), "they do see the application")
        self.assertBlind(self.interviewer, offer)
        self.assertBlind(self.employee_user, offer)
        for ask in (
            lambda: applicant.read(["ats_offer_ids"]),
            lambda: applicant.search([("ats_offer_ids.wage", ">", 4000)]),
            lambda: applicant.export_data(["ats_offer_ids/wage"]),
        ):
            with self.assertRaises(AccessError):
                ask()

    def test_an_hr_officer_hires_without_seeing_pay(self):
        self.assertBlind(self.hr_user, self.accepted_offer())

    def test_chatter_and_files_of_the_application_tell_no_pay(self):
        offer = self.accepted_offer(variable_pay="Bonus of a castle")
        applicant = offer.applicant_id
        self.assertNotIn(offer.letter_attachment_id, applicant.attachment_ids)
        messages = (
            self.env["mail.message"].sudo().search([("model", "=", "hr.applicant"), ("res_id", "=", applicant.id)])
        )
        self.assertTrue(messages)
        told = " ".join(
            [
                *messages.mapped(lambda message: str(message.body)),
                *applicant.activity_ids.mapped(lambda todo: f"{todo.summary} {todo.note}"),
                str(self.env["ats.event"].sudo().search([("applicant_id", "=", applicant.id)]).mapped("payload")),
            ]
        )
        for secret in ("4,200", "4200", "castle"):
            self.assertNotIn(secret, told)
        names = messages.tracking_value_ids.field_id.mapped("name")
        self.assertFalse({"wage", "variable_pay"} & set(names))

    def test_the_hiring_manager_sees_the_own_jobs_only(self):
        offer = self.sent_offer()
        elsewhere = self.sent_offer(
            self.apply(
                name="Boris",
                email="boris@example.org",
                job=self.make_job("Tester", ats_hiring_manager_id=self.recruiter.id),
            )
        )
        mine = self.env["ats.offer"].with_user(self.hiring_manager)
        self.assertEqual(mine.search([]), offer)
        self.assertEqual(offer.with_user(self.hiring_manager).wage, 4200)
        self.assertFalse(mine.search([("id", "=", elsewhere.id)]))
        with self.assertRaises(AccessError):
            elsewhere.with_user(self.hiring_manager).read(["wage"])
        with self.assertRaises(AccessError):
            elsewhere.letter_attachment_id.with_user(self.hiring_manager).read(["raw"])
        self.assertFalse(mine.name_search("Boris"))

    def test_the_hiring_manager_reads_and_does_not_write(self):
        offer = self.make_offer()
        for act in (
            lambda mine: mine.write({"wage": 1}),
            lambda mine: mine._send(),
            lambda mine: mine._withdraw(),
            lambda mine: mine.unlink(),
            lambda mine: mine.read(["answer_evidence"]),
        ):
            with self.assertRaises(AccessError):
                act(offer.with_user(self.hiring_manager))

    def test_another_company_sees_nothing(self):
        offer = self.sent_offer()
        company = self.env["res.company"].create({"name": "Elsewhere"})
        stranger = new_test_user(
            self.env,
            "ats_stranger",
            groups="hr_recruitment.group_hr_recruitment_manager",
            company_id=company.id,
            company_ids=[Command.set(company.ids)],
        )
        offers = self.env["ats.offer"].with_user(stranger)
        self.assertFalse(offers.search([]))
        with self.assertRaises(AccessError):
            offer.with_user(stranger).read(["wage"])

    def test_a_confidential_offer_is_for_the_hiring_team(self):
        offer = self.sent_offer()
        self.job.ats_restricted = True
        outsider = new_test_user(self.env, "ats_recruiter_2", groups="hr_recruitment.group_hr_recruitment_user")
        self.assertFalse(self.env["ats.offer"].with_user(outsider).search([]))
        self.assertEqual(self.env["ats.offer"].with_user(self.recruiter).search([]), offer)

    def test_hires_are_not_forged(self):
        offer = self.accepted_offer()
        employee = self.env["hr.employee"].create({"name": "Somebody"})
        with self.assertRaises(AccessError):
            self.env["ats.hire"].with_user(self.hr_officer).create(
                {
                    "applicant_id": offer.applicant_id.id,
                    "employee_id": employee.id,
                    "company_id": self.env.company.id,
                }
            )
