"""Questions, rules and answers of the demo company: some people give an answer that a rule stops at."""

import random
from datetime import timedelta

from .house import table

SEED = 193


class Screening:
    """Puts the questions on the jobs and answers them for the people of the story."""

    def __init__(self, house):
        self.env, self.house = house.env, house
        self.plan = table("screening")
        self.rng = random.Random(SEED)  # noqa: S311 (invented people, no secrets)
        self.questions = {}

    def build(self):
        """Make library, questions of jobs and rules, as somebody did when the jobs were opened."""
        for number, (key, plan) in enumerate(self.plan["questions"].items(), 1):
            self.questions[key] = self.house.name(f"question_{key}", self._make_question(number, plan))
        for job, keys in self.plan["jobs"].items():
            self.env["ats.job.question"].create(
                [
                    {"job_id": self.house.jobs[job].id, "question_id": self.questions[key].id, "sequence": number}
                    for number, key in enumerate(keys, 1)
                ]
            )
        for number, plan in enumerate(self.plan["rules"], 1):
            self._make_rule(number, plan)

    def _make_question(self, number, plan):
        vals = {name: value for name, value in plan.items() if name not in ("usual", "choices")}
        choices = [{"name": name, "sequence": place} for place, name in enumerate(plan.get("choices", ()), 1)]
        return self.env["ats.question"].create(
            {**vals, "sequence": number, "choice_ids": [(0, 0, choice) for choice in choices]}
        )

    def _make_rule(self, number, plan):
        job = self.house.jobs[plan["job"]]
        version = (
            self.env["ats.rule.version"]
            .with_user(job.user_id)
            .create(
                {
                    "name": plan["name"],
                    "job_id": job.id,
                    "sequence": number,
                    "action": plan["action"],
                    "reason_id": plan.get("reason") and self.env.ref(plan["reason"]).id,
                    "delay_days": plan.get("delay", 0),
                    "is_automatic": plan.get("automatic", False),
                    "ask_what": plan.get("what"),
                    "tag_ids": [(0, 0, {"name": plan["tag"]})] if plan.get("tag") else [],
                    "condition_ids": [(0, 0, self._condition(plan))],
                }
            )
        )
        self.house.name(f"rule_{plan['key']}", version.rule_id)
        if not plan.get("draft"):
            version._activate()

    def _condition(self, plan):
        question = self.questions[plan["question"]]
        return {
            "question_id": question.id,
            "operator": plan.get("operator", "is"),
            "yes_no": plan.get("value"),
            "number": plan.get("number", 0),
            "choice_ids": [(6, 0, self._choices(question, plan.get("values", ())))],
        }

    def _choices(self, question, names):
        return question.choice_ids.filtered(lambda choice: choice.name in names).ids

    # Answers -----------------------------------------------------------------------------------

    def answers(self, application):
        """Return what the person answers on the form of the job: ``None`` when it asks nothing."""
        keys = self.plan["jobs"].get(application.job["key"])
        if not keys:
            return None
        given = {self.questions[key].id: self._usual(key, application) for key in keys}
        given |= self._knockout(application)
        return {id_: value for id_, value in given.items() if value is not None}

    def _usual(self, key, application):
        plan, question = self.plan["questions"][key], self.questions[key]
        if question.kind == "date":
            return (application.applied + timedelta(days=self.rng.randrange(20, 100))).date()
        usual = plan.get("usual")
        if usual is None or (not question.is_required and self.rng.random() < 0.15):
            return None
        if question.kind == "multi":
            return self._choices(question, {usual[0], *self.rng.sample(usual, 2)})
        if question.kind == "single":
            return self._choices(question, [self.rng.choice(usual)])
        return usual if isinstance(usual, str) else self.rng.choice(usual)

    def _knockout(self, application):
        """People who were refused, some who are new, and a few who were kept all the same."""
        rules = [row for row in self.plan["rules"] if row["job"] == application.job["key"] and row.get("knockout")]
        is_new = application.is_open and not application.moves
        refused_early = bool(application.end) and application.end[1] == "refused" and len(application.moves) < 2
        chance = 0.75 if is_new else 0.6 if refused_early else 0.15
        if not rules or application.offer or self.rng.random() > chance:
            return {}
        question = self.questions[rules[0]["question"]]
        answer = rules[0]["knockout"]
        return {question.id: answer if isinstance(answer, str) else self._choices(question, answer)}

    def decide(self, applicant, keep):
        """What a person does with a refusal that waits: confirm it, or keep the candidate.

        :return: whether one waited
        """
        waiting = applicant.ats_refusal_proposal_ids.filtered(lambda row: row.state == "proposed")
        if waiting and keep:
            waiting._dismiss(self.plan["kept"])
        elif waiting:
            waiting._confirm()
        return bool(waiting)
