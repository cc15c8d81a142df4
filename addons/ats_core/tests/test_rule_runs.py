"""Trying rules out and running them again: the preview is what happens."""

import random

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .test_rules import RuleCase

STATEMENTS_A_HUNDRED = 6  # stays, cards, log lines, to-dos, followers: the ORM writes a hundred rows in one


class RunCase(RuleCase):
    """Applications with answers, rules by dice, and what was shown and done."""

    def applicants(self, number, rng, job=None):
        """Make applications with random answers and no rule in their way."""
        shifts = self.shift.choice_ids
        made = self.env["hr.applicant"]
        for index in range(number):
            answers = {
                self.licence: rng.choice(["yes", "no"]),
                self.years: rng.randrange(8),
                self.shift: rng.choice(shifts.ids),
                self.reason: rng.choice(["I ride a bike", "Close to home"]),
            }
            some = {question: value for question, value in answers.items() if rng.random() < 0.8}
            made |= self.send(some, email=f"p{index}@example.org", name=f"P {index}", job=job)[0]
        return made

    def random_rules(self, rng, number, **values):
        conditions = [
            (self.licence, "no"),
            (self.years, 3),
            (self.shift, self.shift.choice_ids[0]),
            (self.reason, "bike"),
        ]
        for index in range(number):
            self.make_rule(
                f"Rule {index}",
                *rng.sample(conditions, rng.choice([1, 1, 2])),
                match=rng.choice(["all", "any"]),
                action=rng.choice(["refuse", "tag", "move", "ask"]),
                tag_ids=[(6, 0, self.tag.ids)],
                stage_id=self.stage_screen.id,
                ask_what="Look",
                sequence=index,
                **values,
            )

    def shown(self, run):
        return {(line.applicant_id, line.version_id): (line.outcome, line.because) for line in run.line_ids}

    def done(self, applicants):
        firings = self.env["ats.rule.firing"].search([("applicant_id", "in", applicants.ids)])
        return {(firing.applicant_id, firing.version_id): (firing.outcome, firing.because) for firing in firings}

    def count_queries(self, job, number):
        """Return how many statements the preview of the rules of a job takes, and how many their effect."""
        applicants = self.planted_applicants(job, number)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        run = self.env["ats.rule.run"]._prepare_rerun(job).sudo()
        self.env.flush_all()
        preview = self.env.cr.sql_log_count
        self.env.invalidate_all()
        run._perform_some()
        self.env.flush_all()
        self.env.cr.precommit.run()  # where native writes what it tracked
        self.env.flush_all()
        effect = self.env.cr.sql_log_count
        self.assertEqual((run.state, set(run.line_ids.mapped("result"))), ("done", {"done"}))
        self.assertEqual(len(self.done(applicants)), 2 * number)
        return preview - before, effect - preview

    def job_with_two_rules(self):
        """A job whose rules tag and propose a refusal."""
        job = self.make_job("Many")
        self.ask_on(job, self.licence)
        for number, action in enumerate(("tag", "refuse")):
            self.make_rule(
                action, (self.licence, "no"), job=job, action=action, tag_ids=[(6, 0, self.tag.ids)], sequence=number
            )
        return job

    def job_that_moves_and_asks(self):
        """A job whose rules move on and leave the recruiter a to-do."""
        job = self.make_job("Many on the Move")
        self.ask_on(job, self.licence)
        licence = (self.licence, "no")
        self.make_rule("move", licence, job=job, action="move", stage_id=self.stage_screen.id, sequence=1)
        self.make_rule("ask", licence, job=job, action="ask", ask_by="activity", ask_what="Which licence?", sequence=2)
        return job

    def planted_applicants(self, job, number):
        """Make applications with an answer, past the rules that are under test."""
        applicants = (
            self.env["hr.applicant"]
            .with_context(tracking_disable=True)
            .create([{"partner_name": f"Many {number} {index}", "job_id": job.id} for index in range(number)])
        )
        self.env["ats.answer"].create(
            [
                {
                    "applicant_id": applicant.id,
                    "question_id": self.licence.id,
                    "kind": "yes_no",
                    "wording": "Licence?",
                    "yes_no": "no",
                    "answer_text": "No",
                }
                for applicant in applicants
            ]
        )
        return applicants


@tagged("post_install", "-at_install")
class TestRuleRuns(RunCase):
    def test_the_preview_is_what_happens(self):
        rng = random.Random(20261122)
        applicants = self.applicants(10, rng)
        self.random_rules(rng, 6)
        run = self.env["ats.rule.run"].with_user(self.recruiter)._prepare_rerun(self.job)
        shown = self.shown(run)
        self.assertGreater(len(shown), 5)
        self.assertFalse(self.done(applicants), "a preview does nothing")
        self.assertFalse(applicants.ats_refusal_proposal_ids)
        run.action_start()
        self.run_jobs()
        self.assertEqual(self.done(applicants), shown)
        self.assertEqual((run.state, run.progress), ("done", 100))
        self.assertEqual(set(applicants.mapped("ats_state")), {"ongoing"}, "nobody is refused without a person")
        self.assertFalse(self.env["ats.rule.run"]._prepare_rerun(self.job).line_ids, "a second run finds nothing")
        with self.assertRaises(UserError):
            run.action_start()

    def test_what_changed_since_the_preview_is_left_out(self):
        rng = random.Random(1)
        first, second, third = self.applicants(3, rng)
        self.make_rule("All", {"question_id": self.licence.id, "yes_no": "no"})
        self.env["ats.answer"].search([]).unlink()
        for applicant in (first, second, third):
            self.send({self.licence: "no"}, email=applicant.email_from, name=applicant.partner_name)
        run = self.env["ats.rule.run"].with_user(self.recruiter)._prepare_rerun(self.job)
        self.assertEqual(len(run.line_ids), 3)
        first._ats_withdraw()
        self.send({self.licence: "yes"}, email=second.email_from, name=second.partner_name, proof="link")
        run._start()
        self.run_jobs()
        results = {line.applicant_id: line.result for line in run.line_ids}
        self.assertEqual(results, {first: "changed", second: "changed", third: "done"})
        self.assertEqual(third.ats_refusal_proposal_ids.state, "proposed")

    def test_a_rule_stopped_meanwhile_does_nothing(self):
        self.applicants(1, random.Random(1))
        self.env["ats.answer"].search([]).unlink()
        version = self.make_rule("All", (self.licence, "no"))
        self.send({self.licence: "no"}, email="p0@example.org", name="P 0")
        run = self.env["ats.rule.run"].with_user(self.recruiter)._prepare_rerun(self.job)
        run._start()
        version._retire()
        self.run_jobs()
        self.assertEqual(run.line_ids.mapped("result"), ["changed"])

    def test_drafts_are_tried_on_past_applications(self):
        refused, _outcome = self.send({self.licence: "no"}, email="old@example.org")
        refused._ats_refuse(self.refuse_reason)
        current, _outcome = self.send({self.licence: "no"})
        self.send({self.licence: "yes"}, email="fine@example.org", name="Fine")
        draft = self.make_rule("Missing licence", (self.licence, "no"), active=False)
        run = draft.with_user(self.recruiter).action_try()
        run = self.env["ats.rule.run"].browse(run["res_id"])
        self.assertEqual(run.line_ids.applicant_id, refused | current)
        self.assertEqual(set(run.line_ids.mapped("because")), {"Do you hold a driving licence? No"})
        self.assertEqual((run.looked_at, run.hit_count, run.refusal_count), (3, 2, 2))
        self.assertFalse(self.done(refused | current))
        with self.assertRaises(UserError):
            run.with_user(self.recruiter)._start()
        self.assertFalse(current.ats_refusal_proposal_ids)

    def test_recruiters_run_rules(self):
        self.make_rule("Missing licence", (self.licence, "no"))
        run = self.env["ats.rule.run"].with_user(self.recruiter)._prepare_rerun(self.job)
        for user in (self.hiring_manager, self.interviewer):
            with self.assertRaises(AccessError):
                run.with_user(user)._start()

    def test_as_many_statements_for_a_thousand_as_for_ten(self):
        counts = {}
        for number in (3, 10, 1000):  # the first warms what is read once
            with self.env.cr.savepoint() as savepoint:
                counts[number] = self.count_queries(self.job_with_two_rules(), number)
                savepoint.rollback()
            self.env.invalidate_all()
        self.assertEqual(counts[10], counts[1000], "(preview, effect)")

    def test_moving_and_asking_cost_by_the_hundred(self):
        """The ORM writes a hundred rows in one statement; nothing is asked for one by one."""
        counts = {}
        for number in (3, 10, 500):
            with self.env.cr.savepoint() as savepoint:
                counts[number] = self.count_queries(self.job_that_moves_and_asks(), number)
                savepoint.rollback()
            self.env.invalidate_all()
        self.assertEqual(counts[10][0], counts[500][0], "the preview")
        self.assertLessEqual(counts[500][1], counts[10][1] + 5 * STATEMENTS_A_HUNDRED)

    def test_a_move_by_a_rule_leaves_a_line_in_the_log(self):
        self.make_rule("Go on", (self.licence, "no"), action="move", stage_id=self.stage_screen.id)
        applicant, _outcome = self.send({self.licence: "no"})
        self.assertEqual(applicant.stage_id, self.stage_screen)
        self.assertEqual(
            sum("by the rule Go on" in body for body in applicant.message_ids.mapped("body")), 1, "said once"
        )
