"""From the wish for a colleague to a fair no.

A manager asks; of two groups the first approves on its list, the second by the link in the mail; the recruiter makes
the job of the approved request from a template and publishes it; somebody without licence applies, a person confirms
the refusal that the rule proposes, and the mail leaves days later.
"""

import re
from datetime import timedelta

from odoo import Command, fields
from odoo.tests import HttpCase, new_test_user, tagged

from odoo.addons.ats_core.tests.screening_common import ScreeningMixin

from tests.story.mail_server import WithMailServer


class KnockoutCase(WithMailServer, ScreeningMixin, HttpCase):
    """A job that asks for a licence, and a rule that stops who has none."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["ir.config_parameter"].set_param("ats_portal.min_fill_seconds", "0")
        cls.env["ats.portal.hit"].search([]).unlink()
        cls.job.ats_job_question_ids[0].is_required = True
        cls.rule = cls.make_rule(
            "Missing licence", (cls.licence, "no"), template_id=cls.refuse_template().id, delay_days=2
        )

    def tour(self, url, name, login=None):
        self.start_tour(url, name, login=login)
        self.env.invalidate_all()

    def visitor_answers_no(self, job):
        self.tour(job.website_url, "ats_screening_visitor")
        applicant = self.env["hr.applicant"].search([("email_normalized", "=", "kira@example.org")])
        self.assertEqual((applicant.job_id, applicant.ats_state), (job, "ongoing"))
        firing = applicant.ats_firing_ids
        self.assertEqual((firing.outcome, firing.answer_id.yes_no, firing.is_confirmed), ("proposed", "no", False))
        return applicant

    def recruiter_confirms(self, applicant):
        self.tour("/odoo/recruitment-refusals", "ats_screening_confirm", login="ats_recruiter")
        self.assertEqual(applicant.ats_state, "refused")
        firing = applicant.ats_firing_ids
        self.assertEqual((firing.is_confirmed, firing.decided_by_id), (True, self.recruiter))

    def mail_leaves_later(self, applicant):
        """The queue runs at once and days later; only then the mail goes."""
        mail = self.sent_mails(applicant).filtered(lambda mail: mail.subject == "Your application")
        proposal = applicant.ats_refusal_proposal_ids
        self.assertEqual(mail.scheduled_date, proposal.send_at)
        self.assertGreater(mail.scheduled_date, fields.Datetime.now() + timedelta(days=1))
        self.run_mail_queue()
        self.assertEqual(mail.state, "outgoing", "it waits")
        self.assertNotIn("Your application", self.arrived())
        mail.scheduled_date = fields.Datetime.now() - timedelta(minutes=1)
        self.run_mail_queue()
        self.assertIn("Your application", self.arrived())

    def arrived(self):
        """Subjects of the mails to the candidate that the mail server took."""
        return [subject for to, subject, _path in self.mails if "kira@example.org" in to]


@tagged("post_install", "-at_install")
class TestOpeningAJob(KnockoutCase):
    browser_size = "1400x1000"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        groups = "base.group_user,hr_recruitment.group_hr_recruitment_interviewer"
        cls.line, cls.finance = (
            new_test_user(cls.env, login, groups=groups, email=f"{login}@company.example")
            for login in ("ats_line", "ats_finance")
        )
        cls.env["ats.approval.policy"].search([("kind", "=", "requisition")]).unlink()
        cls.env["ats.approval.policy"].create(
            {
                "name": "Two groups",
                "kind": "requisition",
                "step_ids": [
                    Command.create({"name": name, "sequence": number, "user_ids": [Command.set(user.ids)]})
                    for number, (name, user) in enumerate([("Line", cls.line), ("Finance", cls.finance)])
                ],
            }
        )
        cls.template = cls.job._ats_new_template("Driver template")
        cls.env.company.ats_needs_requisition = True

    def test_from_the_wish_to_a_fair_no(self):
        request = self.manager_requests()
        self.two_groups_approve(request)
        job = self.recruiter_makes_the_job(request)
        applicant = self.visitor_answers_no(job)
        self.recruiter_confirms(applicant)
        self.mail_leaves_later(applicant)

    def manager_requests(self):
        self.tour("/odoo/ats-requisitions/new", "ats_story_manager_requests", login="ats_manager")
        request = self.env["ats.requisition"].search([("job_title", "=", "Van Driver")])
        self.assertEqual((request.state, request.requested_by_id), ("to_approve", self.hiring_manager))
        return request

    def two_groups_approve(self, request):
        self.tour("/odoo/ats-approvals", "ats_story_approves", login="ats_line")
        self.assertEqual(request.state, "to_approve", "the second group has not decided yet")
        self.run_mail_queue()
        letter = self.letter("ats_finance@company.example", "Van Driver")
        self.authenticate(None, None)
        page = self.url_open(re.search(r"/ats/approval/\d+\?key=[\w-]+", letter).group())
        self.assertIn("Van Driver", page.text)
        self.assertEqual(request.state, "to_approve", "looking decides nothing")
        token = re.search(r'name="csrf_token" value="([^"]+)"', page.text).group(1)
        answer = self.url_open(f"{page.url}/decide", {"decision": "approve", "comment": "", "csrf_token": token})
        self.assertIn("Thank you: approved", answer.text)
        self.env.invalidate_all()
        self.assertEqual((request.state, len(request.opening_ids)), ("approved", 1))

    def recruiter_makes_the_job(self, request):
        self.tour(f"/odoo/ats-requisitions/{request.id}", "ats_story_job_of_the_request", login="ats_recruiter")
        job = request.job_id
        self.assertEqual((job.name, job.ats_job_state, job.ats_copied_from_id), ("Van Driver", "open", self.template))
        self.assertTrue(job.ats_needs_requisition and job.is_published)
        self.assertEqual((request.state, job.no_of_recruitment), ("open", 1))
        return job


@tagged("post_install", "-at_install")
class TestKnockoutOnAPhone(KnockoutCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_a_fair_no_on_a_phone(self):
        self.job.is_published = True
        applicant = self.visitor_answers_no(self.job)
        self.recruiter_confirms(applicant)
        self.mail_leaves_later(applicant)


@tagged("post_install", "-at_install")
class TestRuleEditor(ScreeningMixin, HttpCase):
    browser_size = "1400x1000"

    def test_a_rule_is_written_tried_and_activated(self):
        past, _outcome = self.send({self.licence: "no"}, name="Paula Past")
        self.start_tour(f"/odoo/hr.job/{self.job.id}", "ats_screening_rule_editor", login="ats_recruiter")
        self.env.invalidate_all()
        rule = self.job.ats_rule_ids
        self.assertEqual((rule.name, rule.rule_state), ("Early birds", "active"))
        self.assertFalse(past.ats_firing_ids, "trying does nothing")
