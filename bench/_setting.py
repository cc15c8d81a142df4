"""Run inside `odoo shell`: what the loader's rows point to, made by the ORM."""

env = env  # noqa: F821, PLW0127 - given by the shell

departments = env["hr.department"].create([{"name": f"Bench department {number}"} for number in range(10)])
users = env["res.users"].create(
    [
        {
            "name": f"Recruiter {number}",
            "login": f"bench_recruiter{number}",
            "group_ids": [(4, env.ref("hr_recruitment.group_hr_recruitment_user").id)],
        }
        for number in range(10)
    ]
)
for number in range(200):
    env["hr.job"].create(
        {
            "name": f"Bench job {number}",
            "department_id": departments[number % 10].id,
            "user_id": users[number % 10].id,
            "is_published": number % 2 == 0,
            "no_of_recruitment": 3,
        }
    )
kind = env["hr.skill.type"].create(
    {
        "name": "Bench tools",
        "skill_level_ids": [(0, 0, {"name": "Good", "level_progress": 60, "default_level": True})],
        "skill_ids": [(0, 0, {"name": f"Tool {number}"}) for number in range(60)],
    }
)
env["hr.applicant.category"].create([{"name": f"Tag {number}"} for number in range(12)])
env["ir.attachment"].create({"name": "bench-resume.pdf", "raw": b"%PDF-1.4 bench"})
env.cr.commit()
