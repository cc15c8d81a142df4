"""Pipelines, rules of stages, answer times and templates of the demo company."""

from odoo.fields import Command

_MAIL = "hr_recruitment.email_template_data_applicant_interest"
_NO_ANSWER = "hr_recruitment.refuse_reason_1"

# Name of the pipeline, then its stages: name, kind, what candidates read, working days to answer.
PIPELINES = {
    "Engineering": (
        ("Inbox", "new", "Application received", 3),
        ("Screening", "screen", "We read your application", 5),
        ("Technical Talk", "interview", "First interview", 8),
        ("Work Sample", "assessment", "Work sample", 8),
        ("Team Day", "interview", "Meet the team", 8),
        ("Offer", "offer", "Decision and offer", 5),
        ("Hired", "hired", "Welcome", 0),
    ),
    "Workshop": (
        ("Inbox", "new", "Application received", 2),
        ("Phone Call", "screen", "We call you", 3),
        ("Trial Day", "interview", "Try out the work", 5),
        ("Offer", "offer", "Decision and offer", 3),
        ("Hired", "hired", "Welcome", 0),
    ),
}


def make_shared_rules(house):
    """Rules of the stages that all jobs share, from the first day."""
    env = house.env
    tag = env["hr.applicant.category"].search([("name", "=ilike", "Waiting long")], limit=1)
    tag = tag or env["hr.applicant.category"].create({"name": "Waiting long", "color": 3})
    env["ats.stage.rule"].create(
        [
            {
                "stage_id": house.stages[1].id,
                "trigger": "after",
                "delay_days": 4,
                "action": "tag",
                "tag_ids": [Command.set(tag.ids)],
            },
            {
                "stage_id": house.stages[2].id,
                "trigger": "after",
                "delay_days": 15,
                "action": "refuse",
                "reason_id": env.ref(_NO_ANSWER).id,
            },
        ]
    )


def settle(house):
    """Bring the company to today: pipelines and templates, rules that were due, colours of answers."""
    pipelines = {name: _make_pipeline(house, name, stages) for name, stages in PIPELINES.items()}
    house.jobs["welder"]._ats_use_pipeline(pipelines["Workshop"])
    template = house.jobs["backend"]._ats_new_template("Software Developer (template)")
    template._ats_use_pipeline(pipelines["Engineering"])
    house.name("template_developer", template)
    template._ats_new_job("Software Developer Kortrijk", {"no_of_recruitment": 1})
    runs = house.env["ats.stage.rule.run"]
    for run in runs.search([("state", "=", "planned"), ("due_at", "<=", house.env.cr.now())], order="due_at, id"):
        run._run()
    _replan(house)
    _wait_for_some(house)
    while house.env["hr.applicant"]._ats_turn_sla():
        pass
    house.env["hr.applicant"]._ats_tell_late_jobs()


def _replan(house):
    """The limits of the stages were written while nobody ran background work."""
    waiting = house.env["queue.job"].search([("state", "=", "pending"), ("method_name", "=", "_ats_replan")])
    for job in waiting:
        job.records._ats_replan()
    waiting.unlink()


def _make_pipeline(house, name, stages):
    pipeline = house.env["ats.pipeline"].create({"name": name, "company_id": house.company.id})
    rows = house.env["ats.pipeline.stage"].create(
        [
            {
                "pipeline_id": pipeline.id,
                "sequence": number,
                "name": title,
                "ats_kind": kind,
                "ats_public_label": label,
                "ats_sla_days": days,
                "ats_require_assessment": kind == "offer" and name == "Engineering",
                "fold": kind == "hired",
            }
            for number, (title, kind, label, days) in enumerate(stages)
        ]
    )
    call = house.env.ref("mail.mail_activity_data_call")
    house.env["ats.stage.rule"].create(
        [
            {"pipeline_stage_id": rows[1].id, "template_id": house.env.ref(_MAIL).id},
            {
                "pipeline_stage_id": rows[1].id,
                "trigger": "after",
                "delay_days": 2,
                "action": "activity",
                "activity_type_id": call.id,
                "activity_summary": "Call the candidate",
            },
            {"pipeline_stage_id": rows[2].id, "action": "interview"},
        ]
    )
    return house.name(f"pipeline_{name.lower()}", pipeline)


def _wait_for_some(house):
    """Some candidates have something to send before the company can answer."""
    waiting = house.env["hr.applicant"].search(
        [("ats_state", "=", "ongoing"), ("stage_id", "in", [stage.id for stage in house.stages[2:4]])],
        order="id",
        limit=5,
    )
    waiting._ats_wait_for_candidate("Send us your certificates")
