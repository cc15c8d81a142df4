from datetime import date

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import make_pdf
from .offer_common import START, OfferCase


@tagged("post_install", "-at_install")
class TestHireEmployee(OfferCase):
    """What an HR officer without any recruitment group finds after pressing Create Employee."""

    def hired(self, applicant=None, **terms):
        offer = self.accepted_offer(applicant, **terms)
        return offer.applicant_id.with_user(self.hr_user)._ats_hire()

    def test_the_accepted_terms_are_the_version(self):
        contract_type = self.env["hr.contract.type"].create({"name": "Permanent"})
        calendar = self.env["resource.calendar"].create({"name": "Four days"})
        employee = self.hired(
            contract_type_id=contract_type.id,
            resource_calendar_id=calendar.id,
            trial_months=3,
            currency_id=self.env.company.currency_id.id,
        ).sudo()
        self.env.invalidate_all()
        version = employee.version_id
        self.assertEqual(version.wage, 4200)
        self.assertEqual(version.contract_date_start, START)
        self.assertEqual(version.trial_date_end, date(2027, 4, 3))
        self.assertEqual(version.contract_type_id, contract_type)
        self.assertEqual(version.resource_calendar_id, calendar)
        self.assertEqual(version.hr_responsible_id, self.hr_user)
        self.assertEqual(employee.job_id, self.job)
        self.assertEqual(employee.department_id, self.department)
        self.assertEqual(len(employee.version_ids), 1)

    def test_yearly_pay_becomes_monthly(self):
        employee = self.hired(wage=60000, wage_period="year", currency_id=self.env.company.currency_id.id)
        self.assertEqual(employee.sudo().version_id.wage, 5000)

    def test_pay_by_the_hour_or_in_other_money_is_left_to_hr(self):
        other = (
            self.env["res.currency"]
            .with_context(active_test=False)
            .search([("id", "!=", self.env.company.currency_id.id)], limit=1)
        )
        by_hour = self.hired(wage=30, wage_period="hour")
        abroad = self.hired(self.apply(name="Boris", email="boris@example.org"), currency_id=other.id)
        self.assertEqual(by_hour.sudo().version_id.wage, 0)
        self.assertEqual(abroad.sudo().version_id.wage, 0)
        self.assertEqual(abroad.sudo().version_id.contract_date_start, START)

    def test_the_hr_officer_does_not_see_the_wage(self):
        employee = self.hired()
        self.assertTrue(employee.name)
        with self.assertRaises(AccessError):
            employee.with_user(self.hr_user).read(["wage"])

    def test_without_an_offer_there_are_no_terms(self):
        employee = self.apply().with_user(self.recruiter_hr)._ats_hire().sudo()
        self.assertEqual((employee.wage, employee.contract_date_start), (0, False))

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.recruiter_hr = cls.recruiter.copy({"login": "ats_recruiter_hr"})
        cls.recruiter_hr.group_ids = [
            Command.set(
                [cls.env.ref("hr_recruitment.group_hr_recruitment_user").id, cls.env.ref("hr.group_hr_user").id]
            )
        ]

    def test_skills_experience_degree_and_files_come_along(self):
        skill_type = self.env["hr.skill.type"].create(
            {
                "name": "Craft",
                "skill_ids": [Command.create({"name": "Python"})],
                "skill_level_ids": [Command.create({"name": "Good", "level_progress": 80})],
            }
        )
        applicant = self.apply(files=[("cv.pdf", make_pdf("Ana García"))])
        applicant.sudo().write(
            {
                "type_id": self.env.ref("hr_recruitment.degree_licenced").id,
                "applicant_skill_ids": [
                    Command.create(
                        {
                            "skill_id": skill_type.skill_ids.id,
                            "skill_type_id": skill_type.id,
                            "skill_level_id": skill_type.skill_level_ids.id,
                        }
                    )
                ],
            }
        )
        self.env["ats.candidate.resume.line"].create(
            [
                {
                    "candidate_id": applicant.ats_candidate_id.id,
                    "name": "Developer",
                    "employer": "Acme",
                    "kind": "work",
                    "date_start": "2019-02-01",
                    "date_end": "2022-01-31",
                    "description": "Wrote <code>",
                },
                {
                    "candidate_id": applicant.ats_candidate_id.id,
                    "name": "MSc",
                    "employer": "KU Leuven",
                    "kind": "education",
                    "date_end": "2018-06-30",
                },
            ]
        )
        employee = self.hired(applicant)
        self.assertEqual(employee.employee_skill_ids.skill_id, skill_type.skill_ids)
        self.assertEqual(employee.employee_skill_ids.level_progress, 80)
        self.assertEqual(employee.certificate, "master")
        lines = {line.name: line for line in employee.resume_line_ids}
        self.assertEqual(set(lines), {"Developer, Acme", "MSc, KU Leuven"})
        self.assertEqual(lines["Developer, Acme"].date_start, date(2019, 2, 1))
        self.assertIn("&lt;code&gt;", lines["Developer, Acme"].description)
        self.assertEqual(lines["MSc, KU Leuven"].line_type_id, self.env.ref("hr_skills.resume_type_education"))
        self.assertEqual(lines["MSc, KU Leuven"].date_start, date(2018, 6, 30))
        files = (
            self.env["ir.attachment"]
            .with_user(self.hr_user)
            .search([("res_model", "=", "hr.employee"), ("res_id", "=", employee.id)])
        )
        self.assertEqual(files.mapped("name"), ["cv.pdf"])
        self.assertEqual(files.raw, applicant.sudo().ats_document_ids.attachment_id.raw)

    def test_the_letter_stays_where_pay_may_be_seen(self):
        employee = self.hired()
        files = (
            self.env["ir.attachment"]
            .sudo()
            .search(
                [("res_model", "=", "hr.employee"), ("res_id", "=", employee.id), ("mimetype", "=", "application/pdf")]
            )
        )
        self.assertFalse(files)

    def test_the_manager_is_the_departments_else_the_hiring_manager(self):
        boss = self.env["hr.employee"].create({"name": "Boss", "user_id": self.hiring_manager.id})
        self.assertEqual(self.hired().parent_id, boss)
        head = self.env["hr.employee"].create({"name": "Head"})
        self.department.manager_id = head
        second = self.hired(self.apply(name="Boris", email="boris@example.org"))
        self.assertEqual(second.parent_id, head)

    def test_hiring_moves_the_card_and_tells(self):
        offer = self.accepted_offer()
        applicant, openings = offer.applicant_id, self.job.no_of_recruitment
        applicant.with_user(self.hr_user)._ats_hire()
        self.assertEqual((applicant.stage_id, applicant.ats_state), (self.stage_hired, "hired"))
        self.assertEqual(self.job.no_of_recruitment, openings - 1, "native arithmetic, once")
        self.assertEqual(self.events(applicant)[-1], "application.hired")
        self.assertEqual(applicant.sudo().ats_hire_ids.offer_id, offer)
        self.assertIn("Employee created", " ".join(str(body) for body in applicant.message_ids.mapped("body")))

    def test_a_card_that_is_hired_already_stays(self):
        offer = self.accepted_offer()
        applicant, openings = offer.applicant_id, self.job.no_of_recruitment
        applicant.with_user(self.recruiter)._ats_move(self.stage_hired)
        applicant.with_user(self.hr_user)._ats_hire()
        self.assertEqual(self.job.no_of_recruitment, openings - 1)
        self.assertEqual(self.events(applicant).count("application.stage_changed"), 2)

    def test_hr_is_asked_when_the_mover_may_not_hire(self):
        offer = self.accepted_offer()
        applicant = offer.applicant_id
        applicant.activity_ids.unlink()
        applicant.with_user(self.recruiter)._ats_move(self.stage_hired)
        self.assertEqual(applicant.activity_ids.user_id, self.hr_user)
        self.assertFalse(applicant.employee_id)

    def test_an_existing_employee_takes_the_position(self):
        employee = self.env["hr.employee"].create(
            {"name": "Ana García", "date_version": "2020-01-01", "wage": 3000, "contract_date_start": "2020-01-01"}
        )
        offer = self.accepted_offer(currency_id=self.env.company.currency_id.id)
        result = offer.applicant_id.with_user(self.hr_user)._ats_hire(employee=employee.with_user(self.hr_user))
        self.assertEqual(result, employee)
        self.assertEqual(len(employee.version_ids), 2)
        newest = employee.version_ids.sorted("date_version")[-1]
        self.assertEqual((newest.date_version, newest.wage, newest.job_id), (START, 4200, self.job))
        self.assertEqual(newest.contract_date_start, date(2020, 1, 1))

    # Who may ---------------------------------------------------------------------------------

    def test_only_hr_makes_employees(self):
        applicant = self.accepted_offer().applicant_id
        self.job.interviewer_ids = self.interviewer
        for user in (self.recruiter, self.hiring_manager, self.interviewer):
            with self.subTest(user.login), self.assertRaisesRegex(AccessError, "Ask HR"):
                applicant.with_user(user)._ats_hire()
        for user in (self.recruiter, self.hiring_manager, self.interviewer, self.employee_user):
            with self.subTest(user.login), self.assertRaises(AccessError):
                applicant.with_user(user)._ats_hire()
            with self.subTest(user.login), self.assertRaises(UserError):
                applicant.with_user(user).create_employee_from_applicant()
        self.assertFalse(applicant.employee_id)

    def test_hr_sees_whom_to_hire_and_nobody_else(self):
        waiting = self.sent_offer().applicant_id
        accepted = self.accepted_offer(self.apply(name="Boris", email="boris@example.org")).applicant_id
        seen = self.env["hr.applicant"].with_user(self.hr_user).search([])
        self.assertIn(accepted, seen)
        self.assertNotIn(waiting, seen)
        with self.assertRaises(AccessError):
            waiting.with_user(self.hr_user)._ats_hire()
        with self.assertRaises(AccessError):
            accepted.with_user(self.hr_user).write({"partner_name": "Changed"})

    def test_hr_opens_the_application_and_finds_the_button(self):
        applicant = self.accepted_offer().applicant_id.with_user(self.hr_user)
        self.env.invalidate_all()
        views = applicant.get_views([(False, "form")])
        self.assertIn("create_employee_from_applicant", views["views"]["form"]["arch"])
        self.assertNotIn("action_ats_make_offer", views["views"]["form"]["arch"])
        fields_read = {name: {} for name in views["models"]["hr.applicant"]["fields"]}
        self.assertEqual(applicant.web_read(fields_read)[0]["partner_name"], "Ana García")

    def test_who_ended_is_not_hired(self):
        applicant = self.accepted_offer().applicant_id
        reason = self.env["hr.applicant.refuse.reason"].create({"name": "Other"})
        applicant.with_user(self.recruiter)._ats_refuse(reason)
        with self.assertRaisesRegex(UserError, "Reopen it before hiring"):
            applicant.with_user(self.recruiter_hr)._ats_hire()

    def test_a_native_hire_of_before_is_not_repeated(self):
        applicant = self.accepted_offer().applicant_id
        applicant.sudo().employee_id = self.env["hr.employee"].create({"name": "Long ago"})
        with self.assertRaisesRegex(UserError, "Long ago"):
            applicant.with_user(self.hr_user)._ats_hire()
