"""Offers and hires under real concurrency: several processes on one database at once."""

import os
from datetime import timedelta

from odoo import fields
from odoo.tests import tagged
from odoo.tools import mute_logger

from tests.deep.races import SEED, RaceCase

HIRES = int(os.environ.get("ATS_DEEP_HIRES", "20"))
OFFERS = int(os.environ.get("ATS_DEEP_OFFERS", "40"))
AT_ONCE = 4
EVIDENCE = {"name": "Race Runner", "ip": "203.0.113.9"}


@tagged("post_install", "-at_install")
class TestOfferRaces(RaceCase):
    def make_applications(self, count, *, with_offer):
        with self.committed() as env:
            job = env["hr.job"].create({"name": f"Race {self.random.random()}"})
            job.ats_job_state = "open"
            ids = []
            for number in range(count):
                applicant, _outcome = env["hr.applicant"]._ats_apply(
                    job,
                    {"name": f"Runner {number}", "email": self.address(f"{job.id}.{number}")},
                    source="import",
                )
                if with_offer:
                    offer = env["ats.offer"].create(
                        {
                            "applicant_id": applicant.id,
                            "wage": 3000,
                            "start_date": "2027-01-04",
                            "expires_at": fields.Datetime.now() + timedelta(days=1),
                        }
                    )
                    offer._send()
                ids.append(applicant.id)
            return ids

    @mute_logger("odoo.sql_db")
    def test_one_employee_whoever_presses(self):
        for applicant_id in self.make_applications(HIRES, with_offer=False):
            results = self.at_once(
                [lambda env, id_=applicant_id: env["hr.applicant"].browse(id_)._ats_hire().id] * AT_ONCE
            )
            self.assertEqual(len(set(results)), 1, results)
            with self.committed() as env:
                hires = env["ats.hire"].search([("applicant_id", "=", applicant_id)])
                self.assertEqual(hires.employee_id.ids, [results[0]])
                name = env["hr.applicant"].browse(applicant_id).partner_name
                self.assertEqual(
                    env["ats.event"].search_count(
                        [
                            ("applicant_id", "=", applicant_id),
                            ("type", "=", "application.hired"),
                        ]
                    ),
                    1,
                )
                self.assertEqual(hires.employee_id.name, name)
        print(f"{HIRES} hires, {AT_ONCE} at once, seed {SEED}")  # noqa: T201

    @mute_logger("odoo.sql_db")
    def test_one_end_whatever_comes_at_once(self):
        def accept(env, offer):
            return offer._answer(True, evidence=EVIDENCE)

        def decline(env, offer):
            return offer._answer(False, evidence=EVIDENCE)

        def withdraw(env, offer):
            return offer._withdraw()

        def expire(env, offer):
            # Its time is not over: the cron looks at it and must leave it alone.
            return offer._expire()

        for applicant_id in self.make_applications(OFFERS, with_offer=True):
            verbs = [self.random.choice((accept, decline, withdraw, expire)) for _ in range(AT_ONCE)]
            if not {accept, decline, withdraw} & set(verbs):
                verbs[0] = accept

            def work(verb, id_=applicant_id):
                return lambda env: verb(env, env["ats.offer"].search([("applicant_id", "=", id_)]))

            self.at_once([work(verb) for verb in verbs])
            with self.committed() as env:
                offer = env["ats.offer"].search([("applicant_id", "=", applicant_id)])
                ends = env["ats.event"].search(
                    [
                        ("res_model", "=", "ats.offer"),
                        ("res_id", "=", offer.id),
                        ("type", "in", ("offer.accepted", "offer.declined", "offer.withdrawn", "offer.expired")),
                    ]
                )
                self.assertEqual(ends.mapped("type"), [f"offer.{offer.state}"])
        print(f"{OFFERS} offers, {AT_ONCE} at once, seed {SEED}")  # noqa: T201

    @mute_logger("odoo.sql_db")
    def test_one_offer_waits_whoever_sends(self):
        [applicant_id] = self.make_applications(1, with_offer=False)
        with self.committed() as env:
            drafts = (
                env["ats.offer"]
                .create(
                    [
                        {"applicant_id": applicant_id, "wage": 3000 + number, "start_date": "2027-01-04"}
                        for number in range(AT_ONCE)
                    ]
                )
                .ids
            )
        self.at_once([lambda env, id_=draft: env["ats.offer"].browse(id_)._send() for draft in drafts])
        with self.committed() as env:
            states = env["ats.offer"].browse(drafts).mapped("state")
            self.assertEqual(states.count("sent"), 1, states)
