"""Who may do what: each model of the suite, each role, the four operations. Asked of Odoo itself, as a user of the role
who has no other group. The table is docs/access-matrix.csv; `./dev access-matrix` writes it anew."""

import csv
import io
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "docs" / "access-matrix.csv"
ROLES = {
    "public": "base.group_public",
    "portal": "base.group_portal",
    "employee": "base.group_user",
    "interviewer": "hr_recruitment.group_hr_recruitment_interviewer",
    "hiring manager": "ats_core.group_ats_hiring_manager",
    "recruiter": "hr_recruitment.group_hr_recruitment_user",
    "administrator": "hr_recruitment.group_hr_recruitment_manager",
    "HR officer": "hr.group_hr_user",
    "HR manager": "hr.group_hr_manager",
    "privacy officer": "ats_core.group_ats_privacy",
}
OPERATIONS = (("read", "R"), ("write", "W"), ("create", "C"), ("unlink", "D"))
NATIVE = ("hr.applicant", "hr.job", "hr.recruitment.stage")


def models(env):
    """Names of the models in the table: ours, and the native ones that we extend most."""
    ours = (name for name, model in env.registry.items() if name.startswith("ats.") and not model._abstract)
    return sorted([*ours, *NATIVE])


def people(env):
    """Return ``{role: a user with that group alone}``."""
    users = env["res.users"].with_context(no_reset_password=True, tracking_disable=True)
    return {
        role: users.create(
            {
                "name": f"Matrix {role}",
                "login": f"matrix {role}",
                "group_ids": [(6, 0, env.ref(group).ids)],
            }
        )
        for role, group in ROLES.items()
    }


def rows(env):
    """Return ``{model: {role: "RWCD" with a dash for what is refused}}``."""
    users = people(env)
    return {
        name: {
            role: "".join(
                letter if env[name].with_user(user).has_access(operation) else "-" for operation, letter in OPERATIONS
            )
            for role, user in users.items()
        }
        for name in models(env)
    }


def render(table):
    """The table as text: one line for each model."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["model", *ROLES])
    writer.writerows([name, *(cells[role] for role in ROLES)] for name, cells in sorted(table.items()))
    return text.getvalue()


def written():
    """The table of the repository, as :func:`rows` gives it."""
    with TABLE.open(newline="") as lines:
        return {line.pop("model"): line for line in csv.DictReader(lines)}


def write(env):
    TABLE.write_text(render(rows(env)))
