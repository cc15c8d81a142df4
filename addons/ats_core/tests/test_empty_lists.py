"""What is empty on the form of an application is not asked for."""

from odoo.tests import tagged

from .common import AtsCase

LISTS = ("ats_answer_ids", "ats_offer_ids", "categ_ids", "ats_document_request_ids", "interviewer_ids")


@tagged("post_install", "-at_install")
class TestEmptyLists(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.application = cls.env["hr.applicant"].create({"partner_name": "Ada", "job_id": cls.job.id})
        cls.tag = cls.env["hr.applicant.category"].create({"name": "Night shift"})

    def opened(self, user=None):
        [values] = self.application.with_user(user or self.recruiter).web_read({name: {} for name in LISTS})
        return values

    def test_what_has_rows_is_read(self):
        self.application.categ_ids = self.tag
        opened = self.opened()
        self.assertEqual(opened["categ_ids"], self.tag.ids)
        self.assertEqual([opened[name] for name in LISTS if name != "categ_ids"], [[]] * 4)

    def test_a_row_that_is_not_written_yet_counts(self):
        other = self.env["hr.applicant"].create({"partner_name": "Grace", "job_id": self.job.id})
        request = self.env["ats.document.request"].create({"applicant_id": other.id, "name": "Diploma"})
        self.env.invalidate_all()
        request.sudo().applicant_id = self.application
        self.assertEqual(self.opened()["ats_document_request_ids"], request.ids)

    def test_what_is_typed_is_no_row(self):
        self.application.categ_ids = self.tag
        typing = (
            self.env["hr.applicant"].with_user(self.recruiter).new({"partner_name": "Ada L"}, origin=self.application)
        )
        [values] = typing.web_read({"categ_ids": {}, "partner_name": {}})
        self.assertEqual(values["partner_name"], "Ada L")
        self.assertTrue(values["categ_ids"])

    def test_empty_lists_share_a_statement(self):
        for _warm_up in range(2):
            cost = self.statements(self.opened)
        record_rules = 2  # the application is read as the recruiter: its fields, and which rules let them
        self.assertLessEqual(cost, 1 + record_rules)
