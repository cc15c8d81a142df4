"""What a newcomer lives through: from the job's page to the employee record.

One test in several tours, each by the person who would do it. Between them the background jobs
run, and the mails leave through a mail server, where the candidate's links are read.
"""

import re
from datetime import timedelta

from odoo import Command, fields
from odoo.tests import HttpCase, tagged

from odoo.addons.ats_core.tests.common import AtsMixin, make_pdf

from tests.story.mail_server import WithMailServer

RESUME = make_pdf(
    "Ana Tour",
    "Valencia, Spain",
    "ana.tour@example.org",
    "+34 612 345 678",
    "",
    "Experience",
    "2019 - 2023  Backend Developer, Acme Software",
    "Built services in Python",
    "",
    "Education",
    "2014 - 2018  BSc Computer Science, University of Valencia",
    "",
    "Skills",
    "Python, SQL, English",
)


@tagged("post_install", "-at_install")
class TestNewcomer(WithMailServer, AtsMixin, HttpCase):
    browser_size = "1600x1000"  # wide enough for the résumé beside the application

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["ir.config_parameter"].set_param("ats_portal.min_fill_seconds", "0")
        cls._want_skills("Python", "Kubernetes")
        cls.contract_type = cls.env["hr.contract.type"].create({"name": "Permanent (story)"})
        cls.job.write(
            {
                "is_published": True,
                "contract_type_id": cls.contract_type.id,
                "no_of_recruitment": 1,
                "ats_pay_period": "month",
            }
        )
        cls.resume = cls.env["ir.attachment"].create(
            {
                "name": "story.pdf",
                "raw": RESUME,
                "public": True,
                "mimetype": "application/pdf",
            }
        )

    @classmethod
    def _want_skills(cls, *names):
        kind = cls.env["hr.skill.type"].create(
            {
                "name": "Story Skills",
                "skill_ids": [Command.create({"name": name}) for name in names],
                "skill_level_ids": [
                    Command.create({"name": "Good", "level_progress": 80, "default_level": True}),
                ],
            }
        )
        cls.job.job_skill_ids = [
            Command.create(
                {
                    "skill_id": skill.id,
                    "skill_type_id": kind.id,
                    "skill_level_id": kind.skill_level_ids.id,
                }
            )
            for skill in kind.skill_ids
        ]

    def mail_link(self, address, words):
        """Return the private link in the newest mail to an address whose subject has the words."""
        url = re.search(r'href="[^"]*(/my/application/open\?[^"]*key=[^"]+)"', self.letter(address, words)).group(1)
        return url.replace("&amp;", "&")

    def send_mails(self):
        """Let every mail of the queue leave, also what waits for somebody's second thoughts."""
        self.env["mail.mail"].sudo().search([("state", "=", "outgoing")]).scheduled_date = False
        self.run_mail_queue()

    def tour(self, url, name, login=None):
        self.start_tour(url, name, login=login)
        self.env.invalidate_all()

    def test_from_the_job_page_to_the_employee(self):
        applicant = self.visitor_applies()
        self.candidate_looks()
        self.recruiter_plans(applicant)
        self.interviewer_rates(applicant)
        offer = self.recruiter_offers(applicant)
        self.candidate_accepts(applicant, offer)
        self.hr_hires(applicant, offer)

    def visitor_applies(self):
        self.tour(f"/jobs?resume=/web/content/{self.resume.id}", "ats_story_visitor")
        applicant = self.env["hr.applicant"].search([("email_normalized", "=", "ana.tour@example.org")])
        self.assertEqual((applicant.ats_state, applicant.job_id), ("ongoing", self.job))
        self.assertFalse(applicant.partner_id)
        self.run_jobs()
        self.assertEqual(applicant.ats_document_ids.text_state, "done")
        self.assertIn("Python", applicant.skill_ids.mapped("name"))
        self.assertTrue(0 < applicant.ats_match_score < 100)
        self.send_mails()
        return applicant

    def candidate_looks(self):
        link = self.mail_link("ana.tour@example.org", "application")
        self.tour(link, "ats_story_candidate_looks")

    def recruiter_plans(self, applicant):
        self.assertTrue(applicant.ats_address_proven)
        applicant._ats_move(self.stage_new)
        action = self.env.ref("hr_recruitment.action_hr_job_applications")
        self.tour(
            f"/odoo/recruitment/{self.job.id}/action-{action.id}",
            "ats_story_recruiter_plans",
            login="ats_recruiter",
        )
        self.assertEqual(applicant.stage_id, self.stage_interview)
        interview = applicant.ats_interview_ids
        self.assertIn(self.interviewer, interview.panelist_ids.user_id)
        self.send_mails()
        self.assertTrue(
            any("ana.tour@example.org" in to and "nterview" in subject for to, subject, _path in self.mails)
        )

    def interviewer_rates(self, applicant):
        interview = applicant.ats_interview_ids
        start = fields.Datetime.now().replace(second=0, microsecond=0) - timedelta(hours=3)
        # The clock of the story: the interview has been held.
        interview.sudo().with_user(self.recruiter)._reschedule(start, start + timedelta(hours=1))
        self.tour("/odoo/my-interviews", "ats_interview_scorecard", login="ats_interviewer")
        scorecard = applicant.ats_interview_ids.scorecard_ids.filtered(lambda card: card.user_id == self.interviewer)
        self.assertEqual(scorecard.state, "submitted")

    def recruiter_offers(self, applicant):
        action = self.env.ref("hr_recruitment.crm_case_categ0_act_job")
        self.tour(
            f"/odoo/action-{action.id}/{applicant.id}",
            "ats_story_recruiter_reads_and_offers",
            login="ats_recruiter",
        )
        offer = applicant.ats_offer_ids
        self.assertEqual(offer.state, "sent")
        self.assertEqual(len(offer.letter_sha256), 64)
        self.send_mails()
        return offer

    def candidate_accepts(self, applicant, offer):
        self.assertEqual(applicant.ats_public_status, "offer")
        self.tour(self.mail_link("ana.tour@example.org", "ffer"), "ats_story_candidate_accepts")
        self.assertEqual(offer.state, "accepted")
        self.assertFalse(applicant.employee_id, "acceptance itself never hires")

    def hr_hires(self, applicant, offer):
        action = self.env.ref("hr_recruitment.crm_case_categ0_act_job")
        self.tour(f"/odoo/action-{action.id}/{applicant.id}", "ats_story_hr_hires", login="ats_hr")
        employee = applicant.employee_id
        version = employee.version_id
        self.assertEqual(employee.name, "Ana Tour")
        self.assertEqual(version.wage, 4200)
        self.assertEqual(version.contract_date_start, offer.start_date)
        self.assertEqual(version.contract_type_id, self.contract_type)
        self.assertEqual(version.resource_calendar_id, offer.resource_calendar_id)
        self.assertEqual(version.job_id, self.job)
        self.assertEqual(version.department_id, self.department)
        self.assertEqual(employee.private_email, "ana.tour@example.org")
        self.assertIn("Python", employee.employee_skill_ids.skill_id.mapped("name"))
        self.assertTrue(employee.resume_line_ids.filtered(lambda line: "Acme" in line.name))
        documents = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "hr.employee"),
                ("res_id", "=", employee.id),
            ]
        )
        self.assertIn("cv_ana_tour.pdf", documents.mapped("name"))
        self.assertEqual(applicant.ats_state, "hired")
