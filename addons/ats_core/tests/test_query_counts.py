"""Queries of what people do all day. A count that grows with the rows is a fault; so is one more."""

from lxml import etree

from odoo.tests import tagged

from .common import AtsCase, make_pdf

PAGE = 40
# Measured with all addons installed. Raise one only with a reason in the commit.
KANBAN_PAGE = 19
FORM = 11  # what is on pages of the notebook that are not open is read when they are opened
MOVE = 32  # with the message in the chatter, which is written at the commit
EACH_MORE_MOVE = 1  # the event, each its own values
APPLY = 76


@tagged("post_install", "-at_install")
class TestQueryCounts(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cards = cls.env["hr.applicant"].create(
            [
                {
                    "partner_name": f"Person Number{number}",
                    "email_from": f"person{number}@example.org",
                    "job_id": cls.job.id,
                    "stage_id": cls.stage_new.id,
                    "priority": str(number % 4),
                }
                for number in range(PAGE)
            ]
        )
        cls.board = cls.env["hr.applicant"].with_user(cls.recruiter)

    def specification(self, kind):
        """The fields that the web client reads for a view."""
        arch = etree.fromstring(self.board.get_view(view_type=kind)["arch"])
        fields = self.board.fields_get()
        names = {
            node.get("name")
            for node in arch.iter("field")
            if not any(parent.tag == "field" for parent in node.iterancestors())
        }
        return {
            name: {"fields": {"display_name": {}}} if fields[name]["type"] == "many2one" else {}
            for name in sorted(names & fields.keys())
        }

    def count(self, action):
        """Queries of a second, cold-record but warm-registry run."""
        action()
        return self.statements(action)

    def page(self, limit):
        specification = self.specification("kanban")
        self.assertIn("ats_card_facts", specification)
        domain = [("job_id", "=", self.job.id)]

        def read():
            found = self.board.web_search_read(domain, specification, limit=limit)
            self.assertEqual(len(found["records"]), limit)

        return read

    def test_a_page_of_cards(self):
        count = self.count(self.page(PAGE))
        self.assertLessEqual(count, KANBAN_PAGE)

    def test_cards_cost_no_query_of_their_own(self):
        self.assertEqual(self.count(self.page(10)), self.count(self.page(PAGE)))

    def test_open_a_form(self):
        specification = self.specification("form")
        self.assertIn("ats_offer_ids", specification)
        count = self.count(lambda: self.board.browse(self.cards[0].id).web_read(specification))
        self.assertLessEqual(count, FORM)

    def test_move(self):
        stages = iter((self.stage_screen, self.stage_interview))

        def move():
            self.board.browse(self.cards[0].id)._ats_move(next(stages))

        self.assertLessEqual(self.count(move), MOVE)

    def test_moves_of_many_share_queries(self):
        stages = iter((self.stage_screen, self.stage_interview) * 2)
        one = self.count(lambda: self.board.browse(self.cards[0].id)._ats_move(next(stages)))
        ten = self.count(lambda: self.board.browse(self.cards[1:11].ids)._ats_move(next(stages)))
        self.assertLessEqual(ten, one + 9 * EACH_MORE_MOVE)

    def test_apply(self):
        numbers = iter(range(2))

        def apply():
            number = next(numbers)
            self.env["hr.applicant"].sudo()._ats_apply(
                self.job,
                {"name": f"New Person{number}", "email": f"new{number}@example.org"},
                files=[("cv.pdf", make_pdf(f"Person {number}"))],
                source="website",
            )

        self.assertLessEqual(self.count(apply), APPLY)

    def test_applying_costs_the_same_with_many_applications(self):
        """The person, the open application and the form are found by index, not row by row."""
        few, many = self.make_job("Few"), self.job
        numbers = iter(range(4))

        def apply(job):
            number = next(numbers)
            self.env["hr.applicant"].sudo()._ats_apply(
                job,
                {"name": f"One More{number}", "email": f"more{number}@example.org"},
                source="website",
            )

        self.assertEqual(self.count(lambda: apply(few)), self.count(lambda: apply(many)))
