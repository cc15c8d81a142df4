import base64
import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from odoo import Command, fields
from odoo.tests import tagged

from ..lib.ats_match import match, reasons
from .common import AtsAiCase, resume_pdf

NAMES = ("Ana García", "Mohammed Al-Farsi", "Nguyễn Thị Hoa", "Oluwaseun Adeyemi", "Zoë van den Berg", "李 伟", "X Æ")
SCHOOLS = ("University of Example", "Oxford", "École Normale Supérieure", "FH Nirgendwo", "Night School 12", "")
CITIES = ("Madrid", "Oslo", "Kinshasa", "Berlin", "Lyon", "")
SEEDS = st.integers(0, 10**6)


def photo(seed):
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), (seed % 256, seed // 256 % 256, 99)).save(stream, "PNG")
    return base64.b64encode(stream.getvalue())


@tagged("post_install", "-at_install")
class TestMatchInvariants(AtsAiCase):
    """Who somebody is counts nothing, whatever is swapped; another required skill never costs; the same is the same."""

    def setUp(self):
        super().setUp()
        self.job.write({"ats_match_weights": False, "ats_min_years": 4, "ats_workplace": "onsite"})
        self.job.address_id = self.env["res.partner"].create({"name": "Works", "city": "Lyon", "is_company": True})
        self.require(self.job, self.python, self.docker)
        self.applicant = self.apply(files=[resume_pdf()]).sudo()
        self.run_jobs()
        self.candidate = self.applicant.ats_candidate_id
        self.candidate.partner_id = self.env["res.partner"].create({"name": "Ana"})

    def said(self):
        self.env.invalidate_all()
        year = fields.Date.context_today(self.job).year
        found = match(self.applicant._ats_person(), self.job._ats_wanted(), year=year)
        return found.exact, reasons(found)

    def become(self, name, school, city, country, seed):
        """Make the person somebody else: name, photo, gender, age, address, nationality, school."""
        facts = self.applicant.ats_resume_ids.facts
        facts["name"]["value"] = name
        facts["city"] = {"value": city, "detail": "", "confidence": 1.0, "span": {}} if city else None
        for entry in facts["education"]:
            entry["organisation"] = school
        for entry in facts["work"]:
            entry["organisation"] = f"{name} & Sons"
        self.applicant.ats_resume_ids.facts = facts
        address = {"street": f"{seed} Road", "city": city, "country_id": country.id, "zip": str(seed)}
        self.candidate.partner_id.write({"name": name, "image_1920": photo(seed), "phone": f"+1 {seed}", **address})
        self.candidate.write({"name": name, "city": city or False, "phone": f"+1 {seed}"})
        self.applicant.write({"partner_name": name, "email_from": f"p{seed}@example.net", "partner_phone": str(seed)})
        employee = self.candidate.partner_id.employee_ids[:1]
        personal = {"birthday": f"19{seed % 80 + 10:02d}-01-01", "sex": ("male", "female", "other")[seed % 3]}
        personal |= {"name": name, "country_id": country.id, "work_contact_id": self.candidate.partner_id.id}
        if employee:
            employee.write(personal)
        else:
            self.env["hr.employee"].create(personal)

    def test_who_somebody_is_changes_nothing(self):
        before = self.said()
        self.assertIsNotNone(before[0])
        countries = [self.env.ref(f"base.{code}") for code in ("no", "cd", "fr", "in")]

        @settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(st.sampled_from(NAMES), st.sampled_from(SCHOOLS), st.sampled_from(CITIES), SEEDS)
        def swapped(name, school, city, seed):
            self.become(name, school, city, countries[seed % 4], seed)
            self.assertEqual(self.said(), before)

        swapped()

    def test_another_required_skill_never_costs(self):
        skills = self.postgres | self.go | self.docker | self.python
        self.require(self.job, self.go, level=self.expert)
        levels = (self.beginner, self.solid, self.expert)

        @settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(st.permutations(range(4)), st.lists(st.integers(0, 2), min_size=4, max_size=4))
        def added(order, heights):
            self.applicant.applicant_skill_ids.unlink()
            last = None
            for place, height in zip(order, heights, strict=True):
                skill = skills[place]
                line = {"skill_id": skill.id, "skill_type_id": self.skill_type.id, "skill_level_id": levels[height].id}
                self.applicant.applicant_skill_ids = [Command.create(line)]
                exact, _why = self.said()
                self.assertTrue(last is None or exact >= last - 1e-9)
                last = exact

        added()

    def test_same_input_same_score_and_version_is_kept(self):
        self.assertEqual(self.said(), self.said())
        row = self.applicant.ats_match_ids
        before = (row.exact, row.met, row.missing, row.unknown, row.formula_version)
        self.applicant._ats_match()
        self.assertEqual((row.exact, row.met, row.missing, row.unknown, row.formula_version), before)
        self.assertEqual(row.formula_version, self.env["ats.match"]._version())

    def test_place_counts_by_what_is_said_not_by_where_one_lives(self):
        def kinds(group):
            return {item["kind"] for item in self.said()[1][group]}

        self.assertIn("place", kinds("unknown"))
        self.applicant.ats_wish_places = "Oslo, Bergen"
        self.assertIn("place", kinds("missing"))
        self.applicant.ats_wish_places = "Oslo, LYON"
        self.assertIn("place", kinds("met"))
        self.applicant.ats_wish_places = "*"
        self.assertIn("place", kinds("met"))
