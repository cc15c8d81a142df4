"""What is done to many costs the database hardly more than what is done to a few."""

from odoo.tests import tagged

from .test_bulk import BulkCase


@tagged("post_install", "-at_install")
class TestBulkCosts(BulkCase):
    def test_many_cost_hardly_more(self):
        """Five and forty in one go: each verb takes its records together."""
        template = self.env.ref("hr_recruitment.email_template_data_applicant_refuse").id
        written = {"subject": "Hello {{ object.partner_name }}", "body": "<p>Hello</p>"}
        for action, choices in (
            ("move", {"stage_id": self.stage_screen.id}),
            ("refuse", {"reason_id": self.env["hr.applicant.refuse.reason"].search([], limit=1).id}),
            (
                "refuse",
                {"reason_id": self.env["hr.applicant.refuse.reason"].search([], limit=1).id, "template_id": template},
            ),
            ("tag", {"tag_ids": self.env["hr.applicant.category"].create({"name": "x"}).ids}),
            ("assign", {"recruiter_id": self.admin_rec.id}),
            ("pool", {"pool_ids": self.env["hr.talent.pool"].create({"name": "Silver medallists"}).ids}),
            ("job", {"job_id": self.make_job("Designer").id}),
            ("mail", written),
            ("mail", {"template_id": template}),
        ):
            costs = {}
            for count in (5, 5, 40):
                cards = self.people(count)
                run = self.preview(cards, action, **choices)
                run.sudo().state = "running"
                costs[count] = self.statements(run._perform_some)
                everything = self.env["hr.applicant"].with_context(active_test=False)
                everything.search([("ats_candidate_id", "in", cards.sudo().ats_candidate_id.ids)]).unlink()
            with self.subTest(action=action, choices=choices):
                self.assertLessEqual(costs[40], costs[5] + 4, (action, costs))

    def test_undoing_costs_hardly_more_for_many(self):
        """Ten and a hundred at once."""
        pools = self.env["hr.talent.pool"].create({"name": "Silver medallists"})
        for action, each_more, choices in (
            ("job", 0.1, {"job_id": self.make_job("Designer").id}),
            ("move", 0.1, {"stage_id": self.stage_screen.id}),
            ("tag", 0.1, {"tag_ids": self.env["hr.applicant.category"].create({"name": "x"}).ids}),
            ("assign", 0.1, {"recruiter_id": self.admin_rec.id}),
            ("refuse", 0.1, {"reason_id": self.env["hr.applicant.refuse.reason"].search([], limit=1).id}),
            ("pool", 0.1, {"pool_ids": pools.ids}),
        ):
            costs = {}
            for count in (10, 10, 100):
                cards = self.people(count)
                run = self.preview(cards, action, **choices)
                run.action_start()
                self.run_jobs()
                run.sudo().state = "undoing"
                costs[count] = self.statements(lambda run=run: run._undo_some(limit=None))
                self.assertEqual((run.state, set(run.line_ids.mapped("state"))), ("undone", {"undone"}))
                cards.sudo().unlink()
            self.assertLessEqual(costs[100], costs[10] + 90 * each_more, (action, costs))

    def test_the_preview_costs_the_same_for_many(self):
        for action, choices in (
            ("move", {"stage_id": self.stage_screen.id}),
            ("mail", {"subject": "Hello {{ object.partner_name }}", "body": "<p>Hello</p>"}),
        ):
            costs = {}
            for count in (5, 5, 40):
                cards = self.people(count)
                run = self.runs._prepare(cards, action, **choices)
                costs[count] = self.statements(run._preview)
                cards.sudo().unlink()
            self.assertLessEqual(costs[40], costs[5] + 4, (action, costs))
