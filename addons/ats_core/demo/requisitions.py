"""The demo company asks for people before it looks for them: requisitions in every state."""

from datetime import timedelta

from odoo.fields import Command

from .house import table


class Requisitions:
    """Plays the plan of ``tables/requisitions.json``; every step by the person who would do it."""

    def __init__(self, house):
        self.house, self.env = house, house.env
        self.plan, self.made = table("requisitions"), {}

    def build(self):
        """Write down who approves what."""
        for plan in self.plan["policies"]:
            department = self.house.departments.get(plan["department"])
            self.env["ats.approval.policy"].create(
                {
                    "name": plan["name"],
                    "kind": "requisition",
                    "company_id": self.house.company.id,
                    "department_id": department.id if department else False,
                    "step_ids": [
                        Command.create(
                            {
                                "name": group["name"],
                                "required": group["needed"],
                                "sequence": 10 * number,
                                "user_ids": [Command.set([self.house.users[login].id for login in group["users"]])],
                            }
                        )
                        for number, group in enumerate(plan["groups"], start=1)
                    ],
                }
            )

    def steps(self, now):
        """Return rows for the player, as those of an application."""
        return [
            (now - timedelta(days=ago), None, "requisition", (plan, step, words))
            for plan in self.plan["requisitions"]
            for ago, step, *words in plan["steps"]
        ]

    def play(self, plan, step, words):
        getattr(self, f"_{step}")(plan, *words)

    def finish(self, now):
        """Who goes away soon, and whom the company looks for with permission only."""
        for plan in self.plan["stand_ins"]:
            self.env["ats.approval.delegate"].create(
                {
                    "user_id": self.house.users[plan["away"]].id,
                    "delegate_id": self.house.users[plan["delegate"]].id,
                    "date_from": (now + timedelta(days=plan["from"])).date(),
                    "date_to": (now + timedelta(days=plan["to"])).date(),
                }
            )
        for plan in self.plan["requisitions"]:
            if "job" in plan:
                self.house.jobs[plan["job"]].ats_needs_requisition = True

    def _make(self, plan):
        low, high, period = plan["pay"]
        job = self.house.jobs.get(plan.get("job"))
        start = self.house.today.date() + timedelta(days=plan["start"])
        leaver = self.house.users[plan["leaver"]].employee_id if "leaver" in plan else None
        self.made[plan["key"]] = self.house.name(
            f"requisition_{plan['key']}",
            self.env["ats.requisition"]
            .with_user(self.house.users[plan["by"]])
            .create(
                {
                    "job_id": job.id if job else False,
                    "job_title": job.name if job else plan["title"],
                    "department_id": (job.department_id if job else self.house.departments[plan["department"]]).id,
                    "company_id": self.house.company.id,
                    "recruiter_id": (job.user_id if job else self.house.users["recruiter"]).id,
                    "reason": plan["reason"],
                    "replaced_employee_id": leaver.id if leaver else False,
                    "headcount": plan["count"],
                    "pay_min": low,
                    "pay_max": high,
                    "pay_period": period,
                    "currency_id": self.house.currency.id,
                    "target_start": start.replace(day=1),
                    "justification": plan["why"],
                }
            ),
        ).sudo()

    def _as(self, plan, login):
        return self.made[plan["key"]].with_user(self.house.users[login])

    def _submit(self, plan):
        self._as(plan, plan["by"])._submit()

    def _approve(self, plan, login, comment):
        self._as(plan, login).sudo()._ats_approval_decide(True, comment)

    def _reject(self, plan, login, comment):
        self._as(plan, login).sudo()._ats_approval_decide(False, comment)

    def _freeze(self, plan):
        self._as(plan, "hr")._freeze("Until the budget of the new year is decided")

    def _close(self, plan):
        self._as(plan, "hr")._close("filled")
