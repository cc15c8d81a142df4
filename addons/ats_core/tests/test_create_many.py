"""Applications that are created by the list: imports, other addons, colleagues."""

from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestCreateMany(AtsCase):
    def rows(self, *numbers, **values):
        return [
            {
                "partner_name": f"Person {number}",
                "email_from": f"person{number}@example.org",
                "job_id": self.job.id,
                "stage_id": self.stage_new.id,
                **values,
            }
            for number in numbers
        ]

    def test_a_row_that_repeats_another_stands_beside_it(self):
        made = self.env["hr.applicant"].create(self.rows(1, 2, 1, 3, 2))
        self.assertEqual(made.mapped("partner_name"), [f"Person {number}" for number in (1, 2, 1, 3, 2)])
        first, second, first_again, third, second_again = made
        self.assertEqual(first_again.ats_duplicate_of_id, first)
        self.assertEqual(second_again.ats_duplicate_of_id, second)
        self.assertFalse((first | second | third).ats_duplicate_of_id)
        self.assertEqual(len(made.ats_candidate_id), 3)

    def test_a_row_that_repeats_an_open_application_stands_beside_it(self):
        [before] = self.env["hr.applicant"].create(self.rows(1))
        again, other = self.env["hr.applicant"].create(self.rows(1, 2))
        self.assertEqual(again.ats_duplicate_of_id, before)
        self.assertFalse(other.ats_duplicate_of_id)

    def test_another_job_is_no_repetition(self):
        other = self.make_job("Designer")
        made = self.env["hr.applicant"].create([*self.rows(1), *self.rows(1, job_id=other.id)])
        self.assertFalse(made.ats_duplicate_of_id)
        self.assertEqual(len(made.ats_candidate_id), 1)

    def test_a_second_place_in_a_pool_stands_beside_the_first(self):
        pool = self.env["hr.talent.pool"].create({"name": "Silver medallists"})
        place = {"job_id": False, "stage_id": False, "talent_pool_ids": [(6, 0, pool.ids)]}
        rows = self.rows(1, 1, **place)
        del rows[1]["job_id"]
        first, again = self.env["hr.applicant"].create(rows)
        self.assertEqual(again.ats_duplicate_of_id, first)

    def test_each_has_its_first_stay_and_is_in_the_journal(self):
        made = self.env["hr.applicant"].create(self.rows(1, 2, 3))
        stays = self.env["ats.stage.log"].search([("applicant_id", "in", made.ids)])
        self.assertEqual((stays.applicant_id, stays.stage_id), (made, self.stage_new))
        created = self.env["ats.event"].search([("applicant_id", "in", made.ids), ("type", "=", "application.created")])
        self.assertEqual(len(created), 3)

    def test_people_added_together_are_noted(self):
        people = self.env["ats.candidate"].create(
            [{"name": f"Person {number}", "email": f"person{number}@example.org"} for number in range(3)]
        )
        follower = self.env["res.partner"].create({"name": "Fay Follower", "email": "fay@example.org"})
        self.job.message_subscribe(follower.ids, self.env.ref("hr_recruitment.mt_job_applicant_stage_changed").ids)
        made = people._ats_add_to_job(self.job)
        self.assertEqual(made.ats_candidate_id, people)
        for application in made:
            self.assertEqual(len(application.message_ids), 1)
            self.assertIn(follower, application.message_partner_ids, "who follows the job follows them")
