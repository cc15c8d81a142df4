"""The demo company itself: its head, its people with a login, its stages, skills and jobs."""

import io
import json
from base64 import b64encode
from datetime import timedelta
from pathlib import Path

from markupsafe import Markup, escape
from PIL import Image, ImageDraw, ImageFont

from odoo.fields import Command
from odoo.tools import file_path

from .pipelines import make_shared_rules

TABLES = Path(__file__).parent / "tables"
NATIVE = ("hr", "hr_recruitment", "hr_recruitment_skills")
SKILL_TYPES = {
    "Engineering": ("software", "embedded", "mechanical", "data"),
    "Workshop": ("production", "logistics"),
    "Customers": ("support", "sales", "marketing"),
    "Business": ("finance", "people"),
}
LEVELS = (("Beginner", 15), ("Elementary", 25), ("Intermediate", 50), ("Advanced", 80), ("Expert", 100))
GREEN = "#2f6b3f"


def table(name):
    """Return one of the tables of the demo folder."""
    return json.loads((TABLES / f"{name}.json").read_text())


class House:
    """Builds the company and remembers what the story needs of it."""

    def __init__(self, env, today):
        self.env, self.today = env, today
        self.plan = table("house")
        self.job_plan = table("jobs")
        self.company = env.ref("base.main_company")
        self.departments, self.users, self.jobs, self.stages = {}, {}, {}, []
        self.skills, self.sources, self.tags = {}, {}, []

    def build(self, clock):
        """Make everything, in the order of need; the jobs at the time they were opened."""
        self._clear_native_recruitment()
        self._furnish_company()
        self._hire_staff()
        self._label_stages()
        make_shared_rules(self)
        self._fill_skill_catalogue()
        self._open_jobs(clock)
        self._name_sources_and_tags()
        self.env.flush_all()

    def name(self, xml_name, record):
        """Give a record the external id ``ats_core.demo_<name>``."""
        self.env["ir.model.data"]._update_xmlids(
            [{"xml_id": f"ats_core.demo_{xml_name}", "record": record, "noupdate": True}]
        )
        return record

    def _clear_native_recruitment(self):
        """One company, one story: Odoo's own demo applicants go, its demo jobs are archived."""
        data = self.env["ir.model.data"].search(
            [
                ("module", "in", NATIVE),
                ("model", "in", ("hr.applicant", "hr.job", "hr.talent.pool")),
            ]
        )
        ids = {model: rows.mapped("res_id") for model, rows in data.grouped("model").items()}
        jobs = self.env["hr.job"].browse(ids.get("hr.job", ())).exists()
        pools = self.env["hr.talent.pool"].browse(ids.get("hr.talent.pool", ())).exists()
        self.env["hr.applicant"].with_context(active_test=False).search(
            [
                "|",
                "|",
                ("id", "in", ids.get("hr.applicant", ())),
                ("job_id", "in", jobs.ids),
                ("talent_pool_ids", "in", pools.ids),
            ]
        ).unlink()
        pools.unlink()
        jobs.write({"active": False})

    def _furnish_company(self):
        plan = self.plan["company"]
        country = self.env.ref(f"base.{plan['country'].lower()}")
        values = {key: plan[key] for key in ("name", "street", "zip", "city", "phone", "email", "website")}
        self.company.write(
            {
                **values,
                "street2": False,
                "state_id": False,
                "country_id": country.id,
                "vat": False,
                "logo": b64encode(logo(plan["name"])),
                "primary_color": GREEN,
            }
        )
        self.company.partner_id.tz = plan["tz"]
        self.company.resource_calendar_id.tz = plan["tz"]
        currency = self.env["res.currency"].with_context(active_test=False).search([("name", "=", plan["currency"])])
        currency.active = True
        if self.env["ir.module.module"]._get("account").state == "uninstalled":
            self.company.currency_id = currency
        self.currency = currency

    def _hire_staff(self):
        for name in self.job_plan["departments"]:
            self.departments[name] = self.env["hr.department"].create(
                {
                    "name": name,
                    "company_id": self.company.id,
                }
            )
        for plan in self.plan["users"]:
            user = self._make_user(plan)
            employee = self.env["hr.employee"].create(
                {
                    "name": plan["name"],
                    "user_id": user.id,
                    "work_email": user.email,
                    "job_title": plan["job"],
                    "company_id": self.company.id,
                    "department_id": self.departments[plan["department"]].id,
                }
            )
            if plan.get("leads"):
                self.departments[plan["department"]].manager_id = employee
        self._silence_odoobot()

    def _silence_odoobot(self):
        """Its greeting would cover the first screen on a phone."""
        users = self.env["res.users"].union(self.env.ref("base.user_admin"), *self.users.values())
        if "odoobot_state" in users._fields:
            users.odoobot_state = "disabled"

    def _make_user(self, plan):
        groups = [self.env.ref(name).id for name in ("base.group_user", *plan["groups"])]
        slug = plan["name"].lower().replace(" ", ".")
        user = (
            self.env["res.users"]
            .with_context(no_reset_password=True)
            .create(
                {
                    "name": plan["name"],
                    "login": plan["login"],
                    "password": plan["login"],
                    "email": f"{slug}@bramble.example.com",
                    # Always explicit: the default groups would make everybody an HR manager.
                    "group_ids": [Command.set(groups)],
                    "company_id": self.company.id,
                    "company_ids": [Command.set(self.company.ids)],
                    "tz": self.plan["company"]["tz"],
                }
            )
        )
        self.users[plan["login"]] = self.name(f"user_{plan['login']}", user)
        return user

    def _label_stages(self):
        for xml_id, values in self.plan["stages"].items():
            stage = self.env.ref(xml_id)
            stage.write(values)
            self.stages.append(stage)

    def _fill_skill_catalogue(self):
        families = table("careers")["families"]
        tongues = sorted({country["mother_tongue"] for country in table("people").values()})
        languages = self.env.ref("hr_skills.hr_skill_type_lang")
        wanted = {"Languages": self._missing_skills(tongues)}
        languages.write({"skill_ids": [Command.create({"name": name}) for name in wanted["Languages"]]})
        for type_name, careers in SKILL_TYPES.items():
            names = [name for career in careers for name in families[career]["skills"]]
            self._add_skill_type(type_name, self._missing_skills(dict.fromkeys(names)))
        self.skills = {skill.name.casefold(): skill for skill in self.env["hr.skill"].search([])}

    def _missing_skills(self, names):
        known = {skill.name.casefold() for skill in self.env["hr.skill"].search([])}
        return [name for name in names if name.casefold() not in known]

    def _add_skill_type(self, name, skills):
        if not skills:
            return
        self.env["hr.skill.type"].create(
            {
                "name": name,
                "skill_ids": [Command.create({"name": skill}) for skill in skills],
                "skill_level_ids": [
                    Command.create(
                        {
                            "name": level,
                            "level_progress": progress,
                            "default_level": progress == 50,
                        }
                    )
                    for level, progress in LEVELS
                ],
            }
        )

    def skill_values(self, name, level=None):
        """Return the values of a skill row; the middle level when the wished one is not there."""
        skill = self.skills[name.casefold()]
        levels = skill.skill_type_id.skill_level_ids.sorted("level_progress")
        found = levels.filtered(lambda row: row.name == level)
        chosen = found or levels[len(levels) // 2]
        return {"skill_id": skill.id, "skill_type_id": skill.skill_type_id.id, "skill_level_id": chosen[:1].id}

    def _open_jobs(self, clock):
        contract = self.env["hr.contract.type"].search([], limit=1, order="sequence, id")
        ordered = sorted(enumerate(self.job_plan["jobs"]), key=lambda row: -row[1]["opened"])
        for number, plan in ordered:
            clock.set(self.today - timedelta(days=plan["opened"] + 1))
            job = self.env["hr.job"].create({**self._job_values(plan, number), "contract_type_id": contract.id})
            self.jobs[plan["key"]] = self.name(f"job_{plan['key']}", job)
            self.env["hr.job.skill"].create(
                [{**self.skill_values(name, level), "job_id": job.id} for name, level in plan["skills"]]
            )

    def _job_values(self, plan, number):
        closes = plan["closes"]
        low, high, period = plan["pay"]
        return {
            "name": plan["name"],
            "department_id": self.departments[plan["department"]].id,
            "company_id": self.company.id,
            "address_id": self.company.partner_id.id,
            "user_id": self.users["recruiter2" if number % 3 == 2 else "recruiter"].id,
            "ats_hiring_manager_id": self.users[plan["manager"]].id,
            "interviewer_ids": [Command.set([self.users[login].id for login in plan["panel"]])],
            "no_of_recruitment": plan["openings"],
            "sequence": number + 1,
            "ats_job_state": "open",
            "ats_employment_type": plan["type"],
            "ats_workplace": plan["workplace"],
            "ats_pay_min": low,
            "ats_pay_max": high,
            "ats_pay_period": period,
            "ats_pay_currency_id": self.currency.id,
            "ats_close_date": self.today.date() + timedelta(days=closes) if closes else False,
            "ats_restricted": plan.get("confidential", False),
            "description": self.advertisement(plan),
        }

    def advertisement(self, plan):
        """Return the text of the job page."""
        html = Markup("<p class='lead'>%s</p>") % plan["lead"]
        for heading, lines in (
            ("The work", plan["work"]),
            ("You bring", plan["bring"]),
            ("We offer", self.job_plan["offer"]),
        ):
            items = Markup("").join(Markup("<li>%s</li>") % escape(line) for line in lines)
            html += Markup("<p><strong>%s</strong></p><ul>%s</ul>") % (heading, items)
        return html

    def _name_sources_and_tags(self):
        for name in self.plan["sources"]:
            found = self.env["utm.source"].search([("name", "=ilike", name)], limit=1)
            self.sources[name] = found or self.env["utm.source"].create({"name": name})
        tags = self.env["hr.applicant.category"]
        for number, name in enumerate(self.plan["tags"]):
            found = tags.search([("name", "=ilike", name)], limit=1)
            self.tags.append(found or tags.create({"name": name, "color": number + 1}))

    def settle_job_states(self):
        """Put jobs on hold or close them, once their applications are there."""
        for plan in self.job_plan["jobs"]:
            state = plan.get("state")
            if state:
                reason = {"ats_close_reason": "filled"} if state == "closed" else {}
                self.jobs[plan["key"]].write({"ats_job_state": state, **reason})


def logo(name):
    """Draw the company's logo: a bramble leaf of two circles and the name, as wide as it needs."""
    font = ImageFont.truetype(file_path("web/static/fonts/google/Montserrat/Montserrat-Bold.ttf"), 62)
    image = Image.new("RGBA", (int(202 + font.getlength(name)) + 8, 150), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((8, 62, 88, 142), outline=GREEN, width=12)
    draw.ellipse((98, 62, 178, 142), outline=GREEN, width=12)
    draw.line((48, 102, 88, 40, 138, 102), fill=GREEN, width=12, joint="curve")
    draw.polygon(((88, 44), (62, 10), (112, 14)), fill=GREEN)
    draw.text((202, 46), name, font=font, fill=GREEN)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
