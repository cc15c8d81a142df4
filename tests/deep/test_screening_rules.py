"""Rules by dice: the preview is what happens, the first refusal stops, nobody is refused without a person."""

import random

from odoo.tests import tagged

from odoo.addons.ats_core.tests.test_rule_runs import RunCase

SEED = 20261122
ROUNDS = 25
PEOPLE = 40


@tagged("post_install", "-at_install")
class TestScreeningRules(RunCase):
    def test_the_preview_is_what_happens_on_random_rules(self):
        rng = random.Random(SEED)
        hits = 0
        for _round in range(ROUNDS):
            with self.env.cr.savepoint() as savepoint:
                hits += self.one_round(rng)
                savepoint.rollback()
            self.env.invalidate_all()
            self.env.registry.clear_cache()
        self.assertGreater(hits, 10 * ROUNDS)
        print(f"{ROUNDS} rule sets, {PEOPLE} applications each, {hits} firings, seed {SEED}")

    def one_round(self, rng):
        applicants = self.applicants(PEOPLE, rng)
        self.random_rules(rng, rng.randrange(1, 12))
        run = self.env["ats.rule.run"].with_user(self.recruiter)._prepare_rerun(self.job)
        shown = self.shown(run)
        run._start()
        self.run_jobs()
        done = self.done(applicants)
        self.assertEqual(done, shown)
        self.assertEqual(set(applicants.mapped("ats_state")), {"ongoing"})
        proposed = [applicant for (applicant, _version), (outcome, _why) in done.items() if outcome == "proposed"]
        self.assertEqual(len(proposed), len(set(proposed)), "one refusal for each application")
        for applicant in applicants:
            of_one = applicant.ats_firing_ids.sorted(lambda row: (row.rule_id.sequence, row.rule_id.id))
            refusals = [row.outcome == "proposed" for row in of_one]
            self.assertNotIn(True, refusals[:-1], "nothing after the first refusal")
        return len(done)
