"""Approvers, hires and undone hires at once, each in an operating system process and a connection of its own."""

import os
import uuid
from typing import ClassVar

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from tests.deep.races import SEED, RaceCase

ROUNDS = int(os.environ.get("ATS_DEEP_APPROVAL_RACES", "30"))
HIRES = int(os.environ.get("ATS_DEEP_HIRES_AT_ONCE", "20"))
OPENINGS = 3
HIRE_ROUNDS = int(os.environ.get("ATS_DEEP_OPENING_ROUNDS", "5"))


@tagged("post_install", "-at_install")
class TestRequisitionRaces(RaceCase):
    context: ClassVar[dict] = {"tracking_disable": True, "ats_approval_no_mail": True}

    def setUp(self):
        super().setUp()
        with self.committed() as env:
            users = env["res.users"].with_context(no_reset_password=True)
            self.approvers = [
                users.create(
                    {
                        "name": f"Racer {number}",
                        "login": f"racer {uuid.uuid4()}",
                        "group_ids": [Command.set(env.ref("base.group_user").ids)],
                    }
                ).id
                for number in range(3)
            ]

    def request(self, env, groups, sequential=False, headcount=1, job=None):
        """Return a requisition that was handed in."""
        requisition = env["ats.requisition"].create(
            {"job_title": "Race", "job_id": job.id if job else False, "headcount": headcount}
        )
        requisition.write(
            {
                "ats_approval_sequential": sequential,
                "ats_approval_step_ids": [
                    Command.clear(),
                    *(
                        Command.create({"name": "Group", "required": needed, "user_ids": [Command.set(users)]})
                        for needed, users in groups
                    ),
                ],
            }
        )
        requisition._submit()
        return requisition

    def decide(self, requisition_id, user_id, approve=True):
        def work(env):
            env = env(user=user_id)
            requisition = env["ats.requisition"].sudo().browse(requisition_id)
            requisition._ats_approval_decide(approve, "because")
            return True

        return work

    def ends(self, env, requisition):
        kinds = ("requisition.approved", "requisition.rejected", "approval.approved", "approval.rejected")
        domain = [("res_model", "=", "ats.requisition"), ("res_id", "=", requisition.id), ("type", "in", kinds)]
        return env["ats.event"].search(domain).mapped("type")

    @mute_logger("odoo.sql_db", "odoo.service.model")
    def test_two_approvers_at_once_make_one_transition(self):
        shapes = (
            ([(1, self.approvers[:2])], 1),
            ([(2, self.approvers[:2])], 2),
            ([(2, self.approvers)], 2),
            ([(1, self.approvers[:1]), (1, self.approvers[1:2])], 2),
        )
        for number in range(ROUNDS):
            groups, accepted = shapes[number % len(shapes)]
            with self.committed() as env:
                requisition_id = self.request(env, groups).id
            racers = sorted({user for _needed, users in groups for user in users})
            results = self.at_once([self.decide(requisition_id, user) for user in racers])
            self.assertEqual(results.count(True), accepted, results)
            with self.committed() as env:
                requisition = env["ats.requisition"].browse(requisition_id)
                self.assertEqual((requisition.state, len(requisition.opening_ids)), ("approved", 1))
                self.assertEqual(sorted(self.ends(env, requisition)), ["approval.approved", "requisition.approved"])
        print(f"{ROUNDS} approvals, 2 and 3 at once, seed {SEED}")  # noqa: T201

    @mute_logger("odoo.sql_db", "odoo.service.model")
    def test_yes_and_no_at_once_have_one_end(self):
        for _number in range(ROUNDS):
            with self.committed() as env:
                requisition_id = self.request(env, [(1, self.approvers[:2])]).id
            yes, no = self.approvers[:2]
            results = self.at_once([self.decide(requisition_id, yes), self.decide(requisition_id, no, False)])
            self.assertEqual(results.count(True), 1, results)
            with self.committed() as env:
                requisition = env["ats.requisition"].browse(requisition_id)
                self.assertEqual(len(self.ends(env, requisition)), 2)
                approved = requisition.ats_approval_id.state == "approved"
                self.assertEqual(requisition.state, "approved" if approved else "draft")

    @mute_logger("odoo.sql_db", "odoo.service.model")
    def test_hires_at_once_fill_the_openings_and_no_more(self):
        for _number in range(HIRE_ROUNDS):
            with self.committed() as env:
                job, requisition, applicants = self.job_with_openings(env)
            results = self.at_once(
                [lambda env, id_=applicant: env["hr.applicant"].browse(id_)._ats_hire().id for applicant in applicants]
            )
            refused = [result for result in results if isinstance(result, UserError)]
            self.assertEqual(len(refused), HIRES - OPENINGS, results)
            self.assertTrue(all("another opening" in str(error) for error in refused), refused)
            with self.committed() as env:
                self.check_filled(env, job, requisition)
            self.undo_at_once(job, requisition)
        print(f"{HIRE_ROUNDS} times {HIRES} hires at once for {OPENINGS} openings, seed {SEED}")  # noqa: T201

    def job_with_openings(self, env):
        job = env["hr.job"].create({"name": f"Race {self.random.random()}"})
        job.ats_job_state = "open"
        requisition = self.request(env, [(1, self.approvers[:1])], headcount=OPENINGS, job=job)
        requisition.with_user(self.approvers[0]).sudo()._ats_approval_decide(True)
        applicants = [
            env["hr.applicant"]
            ._ats_apply(
                job, {"name": f"Runner {number}", "email": self.address(f"{job.id}.{number}")}, source="import"
            )[0]
            .id
            for number in range(HIRES)
        ]
        return job.id, requisition.id, applicants

    def check_filled(self, env, job_id, requisition_id):
        openings = env["ats.requisition"].browse(requisition_id).opening_ids
        self.assertEqual(openings.mapped("state"), ["filled"] * OPENINGS)
        hires = env["ats.hire"].search([("applicant_id.job_id", "=", job_id), ("undone_at", "=", False)])
        self.assertEqual(hires.opening_id, openings)
        self.assertEqual(openings.applicant_id, hires.applicant_id)
        self.assertEqual(env["hr.job"].browse(job_id).no_of_recruitment, 0)

    def undo_at_once(self, job_id, requisition_id):
        """Four take the same hire back: one opening is open again, once."""
        with self.committed() as env:
            hire_id = env["ats.hire"].search([("applicant_id.job_id", "=", job_id)], limit=1).id
        results = self.at_once([lambda env: env["ats.hire"].browse(hire_id)._undo() or True] * 4)
        self.assertEqual(results.count(True), 1, results)
        with self.committed() as env:
            requisition = env["ats.requisition"].browse(requisition_id)
            self.assertEqual(sorted(requisition.opening_ids.mapped("state")), ["filled", "filled", "open"])
            self.assertEqual(requisition.job_id.no_of_recruitment, 1)
            self.assertEqual(requisition.state, "open")
