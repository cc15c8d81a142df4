"""Two runners of sequences as real processes, killed in the middle: no mail twice, nobody over the limit or lost."""

import os
import time

from odoo import Command
from odoo.tests import tagged

from tests.deep.races import SEED, RaceCase

PEOPLE = int(os.environ.get("ATS_DEEP_SEQUENCE_PEOPLE", "100"))
LIMIT = 3
STEPS = 2
WORK = "env['ats.sequence.enrolment']._cron_run_due(limit=20)"


@tagged("post_install", "-at_install")
class TestSequenceRace(RaceCase):
    """Each person is in two sequences of two mails, due at once, and may get three mails: one has to wait."""

    def make(self):
        with self.committed() as env:
            env.company.write({"ats_own_mail_limit": LIMIT, "ats_own_mail_days": 30})
            env.user.email = env.user.email or "root@race.example"
            model_id = env["ir.model"]._get_id("hr.applicant")
            subject = f"Race {self.mark}"
            template = env["mail.template"].create(
                {"name": "Race", "model_id": model_id, "subject": subject, "body_html": "<p>Hello</p>"}
            )
            pool = env["hr.talent.pool"].create({"name": subject})
            people = env["ats.candidate"].create(
                [{"name": f"Runner {n}", "email": self.address(f"{pool.id}.{n}")} for n in range(PEOPLE)]
            )
            people._pool_add(pool)
            for person in people:
                person._ats_give_consent("talent_pool", text_version="1", proof={})
            sequences = env["ats.sequence"]
            for number in range(2):
                sequences |= sequences.create(
                    {
                        "name": f"{subject} {number}",
                        "pool_id": pool.id,
                        "user_id": env.uid,
                        "hour_from": 0,
                        "hour_to": 24,
                        "send_days": "all",
                        "step_ids": [
                            Command.create({"sequence": step, "delay_days": 0, "template_id": template.id})
                            for step in range(STEPS)
                        ],
                    }
                )
            sequences._start()
            for sequence in sequences:
                sequence._enrol(people)
            return subject, sequences.ids

    def left(self, sequence_ids):
        with self.committed() as env:
            return env["ats.sequence.enrolment"].search_count(
                [("sequence_id", "in", sequence_ids), ("state", "=", "active"), ("is_held", "=", False)]
            )

    def test_no_mail_twice_and_nobody_over_the_limit(self):
        kills = 0
        with self.runners(WORK) as runners:
            subject, sequence_ids = self.make()
            until = time.monotonic() + 600
            while self.left(sequence_ids) and time.monotonic() < until:
                time.sleep(self.random.uniform(0.3, 1.5))
                if kills < 6:
                    self.kill_one(runners, WORK)
                    kills += 1
        with self.committed() as env:
            rows = env["ats.sequence.enrolment"].search([("sequence_id", "in", sequence_ids)])
            mails = env["mail.message"].search([("subject", "=", subject), ("model", "=", "hr.applicant")])
            self.assertEqual(len(mails), len(rows.send_ids), "each mail has its fact, each fact its mail")
            self.assertEqual(sorted(mails.ids), sorted(rows.send_ids.mail_message_id.ids))
            counts = {person: len(mine.send_ids) for person, mine in rows.grouped("candidate_id").items()}
            self.assertEqual(set(counts.values()), {LIMIT}, "everybody has had as many as allowed, nobody more")
            self.assertEqual(len(rows.filtered("is_held")), PEOPLE, "what is over the limit waits")
            env["ats.sequence"].browse(sequence_ids).active = False
        print(f"{PEOPLE} people in two sequences, 2 runners at once, {kills} killed, seed {SEED}")  # noqa: T201
