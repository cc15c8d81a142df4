"""Plays random moves on the engine and on paper, and compares after each one."""

import random
from datetime import date, timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .approval_oracle import PaperFlow, random_flow
from .requisition_common import RequisitionMixin

ENDS = ("requisition.approved", "requisition.rejected")


class ApprovalPlay(RequisitionMixin):
    """Mix into a case; call :meth:`play` with a seed."""

    def people(self):
        return [
            self.line_manager,
            self.finance,
            self.finance_2,
            self.finance_3,
            self.stand_in,
            self.recruiter,
        ]

    def play(self, seed, moves=14):
        """Return how the flow ended; fails at the first difference."""
        dice = random.Random(seed)
        people = self.people()
        names = [user.id for user in people]
        groups, sequential, away = random_flow(dice, names, self.hiring_manager.id)
        self.env["ats.approval.delegate"].sudo().search([]).unlink()
        self.send_away(away)
        document = self.request(
            *self.as_groups(groups), sequential=sequential, submit=False, job_id=False, job_title=f"Seed {seed}"
        ).with_context(ats_approval_no_mail=True)
        paper = PaperFlow(groups, sequential, self.hiring_manager.id, away)
        self.assertEqual(self.tries(lambda: document._submit()), paper.possible(), f"seed {seed}: asking")
        if not paper.possible():
            return "impossible"
        for number in range(moves):
            self.move(dice, document, paper)
            self.compare(document, paper, f"seed {seed}, move {number}")
        return paper.outcome()

    def send_away(self, away):
        for absent, delegate in away:
            self.env["ats.approval.delegate"].create(
                {
                    "user_id": absent,
                    "delegate_id": delegate,
                    "date_from": date.today() - timedelta(days=1),
                    "date_to": date.today() + timedelta(days=30),
                }
            )

    def as_groups(self, groups):
        users = self.env["res.users"]
        return [(f"Group {number}", needed, users.browse(people)) for number, (needed, people) in enumerate(groups)]

    def tries(self, act):
        """Whether the engine lets it happen; a refusal changes nothing, as at the end of a request."""
        try:
            with mute_logger("odoo.sql_db"), self.env.cr.savepoint():
                act()
                self.env.flush_all()
        except (AccessError, UserError):
            self.env.invalidate_all()
            return False
        return True

    def move(self, dice, document, paper):
        if paper.outcome() == "running" and dice.random() < 0.12:
            self.edit(dice, document, paper)
        else:
            self.say(dice, document, paper)

    def say(self, dice, document, paper):
        flow = document.sudo().ats_approval_id
        asked = sorted(paper.asked())
        name = dice.choice(asked)[1] if asked and dice.random() < 0.8 else dice.choice(flow.approver_ids.user_id.ids)
        speakers = sorted(paper.may_speak_for(name))
        by = dice.choice(speakers) if dice.random() < 0.8 else dice.choice([user.id for user in self.people()])
        yes = dice.random() < 0.9
        rows = flow.approver_ids.filtered(lambda row: row.user_id.id == name)
        row = rows.filtered(lambda row: row.state == "open")[:1] or rows[0]
        accepted = self.tries(lambda: flow.with_user(by).sudo()._decide(row.with_user(by).sudo(), yes, "because"))
        self.assertEqual(accepted, paper.say(by, name, yes), f"{by} speaks for {name}")

    def edit(self, dice, document, paper):
        """Change the groups, the order, or what is approved, as the recruiter."""
        editor = document.with_user(self.recruiter)
        groups, sequential, _away = random_flow(dice, [user.id for user in self.people()], self.hiring_manager.id)
        kind = dice.choice(("groups", "order", "terms"))
        changes = {"groups": groups} if kind == "groups" else {}
        vals = {"headcount": document.headcount + 1}
        if kind == "groups":
            vals = {"ats_approval_step_ids": self.groups(*self.as_groups(groups))}
        elif kind == "order":
            changes = {"sequential": not paper.sequential}
            vals = {"ats_approval_sequential": not paper.sequential}
        again = PaperFlow(paper.groups, paper.sequential, paper.first_asker, paper.away)
        again.change(self.recruiter.id, **changes)
        done = self.tries(lambda: editor.write(vals))
        self.assertEqual(done, again.possible(), f"edit of {kind}")
        if done:
            paper.__dict__.update(again.__dict__)

    def compare(self, document, paper, where):
        flow = document.sudo().ats_approval_id
        self.assertEqual(flow.state, paper.outcome(), where)
        rows = flow.approver_ids.filtered(lambda row: row.state == "open")
        steps = list(flow.step_ids.sorted())
        asked = {(steps.index(row.step_id), row.user_id.id) for row in rows}
        self.assertEqual(asked, paper.asked(), where)
        ends = [kind for kind in self.types(document) if kind in ENDS]
        self.assertEqual(len(ends), flow.state in ("approved", "rejected"), f"{where}: one transition")
        states = {"approved": "approved", "rejected": "draft", "running": "to_approve"}
        self.assertEqual(document.state, states[flow.state], where)
