from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestApply(AtsCase):
    def test_application_gets_candidate_stay_and_event(self):
        applicant = self.apply()
        self.assertEqual(applicant.ats_state, "ongoing")
        self.assertEqual(applicant.ats_candidate_id.name, "Ana García")
        self.assertEqual(len(applicant.ats_stay_ids.filtered(lambda stay: not stay.left_at)), 1)
        self.assertEqual(
            self.env["ats.event"].search_count(
                [
                    ("applicant_id", "=", applicant.id),
                    ("type", "=", "application.created"),
                ]
            ),
            1,
        )

    def test_second_application_of_a_person_is_the_first_one(self):
        first = self.apply()
        second, outcome = (
            self.env["hr.applicant"]
            .sudo()
            ._ats_apply(self.job, {"name": "Ana García", "email": "ANA@example.org "}, source="website")
        )
        self.assertEqual((second, outcome), (first, "existing"))

    def test_same_person_for_another_job_is_one_candidate(self):
        other_job = self.make_job("Frontend Developer")
        first, second = self.apply(), self.apply(name="Ana Maria García", job=other_job)
        self.assertNotEqual(first, second)
        self.assertEqual(first.ats_candidate_id, second.ats_candidate_id)

    def test_people_who_share_a_mailbox_stay_two(self):
        first = self.apply(name="Jean Dupont", email="dupont@example.org")
        second = self.apply(name="Marie Dupont", email="dupont@example.org")
        self.assertNotEqual(first.ats_candidate_id, second.ats_candidate_id)
        self.assertEqual(second.ats_candidate_id.email_rank, 1)

    def test_a_form_sent_twice_is_one_application(self):
        first = self.apply(submission_key="abc")
        again, outcome = (
            self.env["hr.applicant"]
            .sudo()
            ._ats_apply(
                self.job,
                {"name": "x", "email": "other@example.org", "submission_key": "abc"},
                source="website",
            )
        )
        self.assertEqual((again, outcome), (first, "duplicate"))

    def test_unknown_values_are_refused(self):
        with self.assertRaises(ValueError):
            self.apply(stage_id=self.stage_hired.id)
