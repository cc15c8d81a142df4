from odoo.tests import new_test_user, tagged

from .offer_common import OfferCase


@tagged("post_install", "-at_install")
class TestHrResponsible(OfferCase):
    """Who makes the employee when a recruiter, who is no HR officer, prepares the offer."""

    def setUp(self):
        super().setUp()
        self.applicant = self.apply()

    def proposed(self, user=None):
        offer = self.env["ats.offer"].with_user(user or self.recruiter)
        return offer.create({"applicant_id": self.applicant.id, "wage": 1}).hr_responsible_id

    def test_the_companys_choice_comes_first(self):
        self.env.company.ats_hr_responsible_id = self.hr_user
        self.assertEqual(self.proposed(), self.hr_user)

    def test_who_is_no_hr_officer_any_more_is_not_proposed(self):
        self.env.company.ats_hr_responsible_id = self.hr_user
        self.hr_user.active = False
        self.assertTrue(self.proposed())
        self.assertNotEqual(self.proposed(), self.hr_user)

    def test_else_the_departments_manager_if_of_hr(self):
        manager = new_test_user(self.env, "ats_hr_manager", groups="hr.group_hr_user")
        self.department.manager_id = self.env["hr.employee"].create({"name": "Head", "user_id": manager.id})
        self.assertEqual(self.proposed(), manager)

    def test_else_an_officer_of_the_company(self):
        self.assertTrue(self.proposed().has_group("hr.group_hr_user"))
        self.assertFalse(self.proposed().has_group("base.group_system"))

    def test_an_hr_officer_keeps_the_own_offer(self):
        self.assertEqual(self.proposed(self.hr_officer), self.hr_officer)

    def test_the_to_do_of_an_acceptance_goes_there(self):
        self.env.company.ats_hr_responsible_id = self.hr_user
        offer = self.sent_offer(self.applicant, hr_responsible_id=self.proposed().id)
        offer._answer(True, evidence={"name": "Ana García"})
        self.assertIn(self.hr_user, self.applicant.activity_ids.user_id)

    def test_a_card_in_the_hired_stage_asks_hr_not_the_recruiter(self):
        self.env.company.ats_hr_responsible_id = self.hr_user
        self.applicant.with_user(self.recruiter)._ats_move(self.stage_hired)
        self.assertEqual(self.applicant.activity_ids.user_id, self.hr_user)

    def test_a_language_that_is_not_installed_is_not_kept(self):
        person = self.apply(name="Bo Berg", email="bo@example.org", lang="xx_XX").ats_candidate_id
        self.assertFalse(person.lang)
        person = self.apply(name="Cy Cole", email="cy@example.org", lang="en_US").ats_candidate_id
        self.assertEqual(person.lang, "en_US")
