from datetime import date, datetime
from unittest.mock import patch

from freezegun import freeze_time

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from .common import AtsCase, make_pdf


class PeopleSearchMixin:
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = {}
        cls.person("Ana García", city="Zürich", employer="Acme Corp", title="Data Engineer", skills=["Python", "Go"])
        cls.person("Bob Smith", city="Berlin", employer="Umbrella", title="Baker", skills=["Python", "C++"])
        cls.person("Chloé Petit", city="Paris", employer="Acme Bakeries", title="Chef de projet", skills=["Rust"])
        cls.read_people()

    @classmethod
    def person(cls, name, *, city, employer, title, skills):
        """Make somebody with one job since 2020."""
        person = cls.env["ats.candidate"].create(
            {"name": name, "city": city, "email": f"{name.split()[0]}@example.org"}
        )
        person.resume_line_ids = [
            Command.create({"name": title, "employer": employer, "kind": "work", "date_start": date(2020, 1, 1)})
        ]
        applicant = cls.env["hr.applicant"].create(
            {"partner_name": name, "email_from": person.email, "job_id": cls.job.id, "ats_candidate_id": person.id}
        )
        kind = cls.env["hr.skill.type"].create({"name": f"Trade {name}"})
        level = cls.env["hr.skill.level"].create({"name": "Good", "skill_type_id": kind.id, "level_progress": 80})
        applicant.applicant_skill_ids = [
            Command.create(
                {
                    "skill_type_id": kind.id,
                    "skill_level_id": level.id,
                    "skill_id": cls.env["hr.skill"].create({"name": skill, "skill_type_id": kind.id}).id,
                }
            )
            for skill in skills
        ]
        cls.people[name.split()[0]] = person
        return person

    @classmethod
    def read_people(cls):
        """What happens after commit: the scheduled action reads who changed."""
        cls.env.flush_all()
        cls.env.cr.precommit.run()
        while batch := cls.env["ats.search.stale"]._take_batch():
            cls.env["ats.search.entry"]._refresh(cls.env["ats.candidate"].browse(batch))
        cls.env.cr.cache.pop("ats.search", None)

    def found(self, text, user=None):
        self.env.cr.cache.pop("ats.search", None)  # each search is a request of its own
        people = self.env["ats.candidate"].with_user(user or self.recruiter).search([("search_query", "=", text)])
        return " ".join(
            person.name.split()[0]
            for person in people
            if person in self.env["ats.candidate"].union(*self.people.values())
        )


@tagged("post_install", "-at_install")
class TestPeopleSearch(PeopleSearchMixin, AtsCase):
    def assertFound(self, text, names, user=None):
        self.assertEqual(set(self.found(text, user).split()), set(names.split()), text)

    def test_operators_and_fields(self):
        for text, names in [
            ("python", "Ana Bob"),
            ("python AND NOT berlin", "Ana"),
            ("rust OR berlin", "Chloé Bob"),
            ("(rust OR python) acme", "Ana Chloé"),
            ('"data engineer"', "Ana"),
            ('"engineer data"', ""),
            ("garcia ZURICH", "Ana"),
            ("c++", "Bob"),
            ("bakery", "Chloé"),  # bakeries: the same stem
            ("location:paris", "Chloé"),
            ("company:acme -company:bakeries", "Ana"),
            ("title:chef", "Chloé"),
            ("company:chef", ""),
            ("skill:(go OR rust)", "Ana Chloé"),
            ("name:ana", "Ana"),
            ("email:bob@example.org", "Bob"),
            ("umbr*", "Bob"),
            ("company:acm*", "Ana Chloé"),
            ('job:"backend developer" python', "Ana Bob"),
            ("job:nurse", ""),
        ]:
            with self.subTest(text=text):
                self.assertFound(text, names)

    @freeze_time("2026-11-22")
    def test_measures(self):
        self.people["Bob"].resume_line_ids.date_end = date(2022, 1, 1)
        ana = self.people["Ana"].application_ids
        ana.priority = "3"
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_applicant SET create_date = %s WHERE id = %s", (datetime(2026, 2, 28, 23, 30), ana.id)
        )
        self.read_people()
        self.assertFound("experience:>=5 company:acm*", "Ana Chloé")
        self.assertFound("experience:1.5..2.5 python", "Bob")
        self.assertFound("rating:3", "Ana")
        self.recruiter.tz = "Europe/Brussels"
        self.assertFound("applied:2026-03-01", "Ana")  # half past midnight there
        self.assertFound("applied:2026-02 python", "")

    def test_work_at_the_same_time_counts_once(self):
        lines = self.env["ats.candidate.resume.line"]
        person = self.people["Bob"]
        person.resume_line_ids.unlink()
        for start, end in [
            (date(2010, 1, 1), date(2014, 1, 1)),
            (date(2011, 1, 1), date(2013, 1, 1)),
            (date(2013, 7, 1), date(2015, 1, 1)),
        ]:
            lines.create(
                {"candidate_id": person.id, "kind": "work", "name": "Baker", "date_start": start, "date_end": end}
            )
        self.assertEqual(person._experience_years()[person.id], 5.0)

    def test_the_best_come_first(self):
        late = self.person("Dora Lind", city="Oslo", employer="Umbrella", title="Clerk", skills=["Excel"])
        late.resume_line_ids.description = "I once saw a data engineer at work."
        self.read_people()
        self.assertEqual(self.found('"data engineer"'), "Ana Dora")
        self.assertEqual(self.found("umbrella"), "Dora Bob")  # alike: the newest first

    def test_resumes_and_answers_are_read_in_their_language(self):
        applicant = self.people["Chloé"].application_ids
        self.env["ats.document"]._receive(
            applicant,
            [("cv.pdf", make_pdf("Responsable des negociations avec les clients dans la region"))],
            origin="candidate",
            proven=True,
        )
        self.run_jobs()
        self.read_people()
        self.assertFound("négociation", "Chloé")

    def test_an_error_points_at_the_column(self):
        with self.assertRaisesRegex(UserError, r"\(column 13\)\n\npython AND \( ▸"):
            self.found("python AND (")
        with self.assertRaisesRegex(UserError, "height"):
            self.found("height:180")

    def test_a_note_is_found_by_who_reads_it(self):
        applicant = self.people["Bob"].application_ids
        applicant.message_post(body="Great sourdough", message_type="comment", subtype_xmlid="mail.mt_note")
        self.read_people()
        self.assertFound("sourdough", "Bob")
        self.assertFound("sourdough python", "Bob")  # one word in the note, one in the profile
        self.assertFound("python NOT sourdough", "Ana")
        outsider = self.other_interviewer
        self.assertFound("sourdough", "", user=outsider)

    def test_a_confidential_job_gives_nothing_away(self):
        secret = self.make_job("Chief", ats_restricted=True, user_id=self.admin_rec.id)
        applicant = self.env["hr.applicant"].create(
            {"partner_name": "Bob Smith", "job_id": secret.id, "ats_candidate_id": self.people["Bob"].id}
        )
        self.env["ats.document"]._receive(
            applicant, [("cv.pdf", make_pdf("Ready to lead the moonshot"))], origin="candidate", proven=True
        )
        self.run_jobs()
        self.read_people()
        self.assertFound("moonshot", "")
        self.assertFound("job:chief", "")
        self.assertFound("moonshot", "Bob", user=self.admin_rec)

    def test_interviewers_find_their_own_people_only(self):
        self.assertFound("python", "", user=self.interviewer)
        self.people["Ana"].application_ids.interviewer_ids = self.interviewer
        self.env.cr.cache.pop("ats.search", None)
        self.assertFound("python", "Ana", user=self.interviewer)

    def test_employees_do_not_search(self):
        with self.assertRaises(AccessError):
            self.found("python", user=self.employee_user)

    def test_another_company_finds_nobody(self):
        other = self.env["res.company"].create({"name": "Elsewhere"})
        user = new_test_user(
            self.env,
            "elsewhere",
            groups="hr_recruitment.group_hr_recruitment_user",
            company_id=other.id,
            company_ids=[Command.set(other.ids)],
        )
        self.assertFound("python", "", user=user)

    def test_the_entries_of_another_company_are_not_read(self):
        tree = self.env["ats.candidate"]._search_tree("python")
        entries = self.env["ats.search.entry"]
        self.assertLessEqual(set(self.people["Ana"].ids), set(entries._hits(tree, self.env.company.root_id.ids)))
        self.assertFalse(entries._hits(tree, self.env["res.company"].create({"name": "Elsewhere"}).ids))

    def test_whose_time_is_over_is_found_no_more(self):
        person = self.people["Ana"]
        person.retention_until = date(2020, 1, 1)
        self.assertFound("python", "Ana Bob")  # an application goes on
        person.application_ids._ats_withdraw()
        self.assertFound("python", "Bob")
        person.legal_hold = True
        self.assertFound("python", "Ana Bob")

    def test_pages_follow_one_another(self):
        """A page is made of the best hits, and of all of them where a filter leaves too few of the best."""
        for number in range(20):
            city = "Oslo" if number < 3 else "Rome"
            self.person(f"P{number} Many", city=city, employer="Widget Works", title="Clerk", skills=["Excel"])
        self.read_people()
        people = self.env["ats.candidate"].with_user(self.recruiter)
        widget, oslo = [("search_query", "=", "widget")], [("city", "=", "Oslo")]
        whole = people.search(widget)
        self.assertEqual(len(whole), 20)
        with patch("odoo.addons.ats_core.models.search.people_search.BEST_PAGES", 2):
            self.assertEqual(people.search(widget, limit=4), whole[:4])
            self.assertEqual(people.search(widget, limit=4, offset=4), whole[4:8])
            self.assertEqual(people.search(widget, limit=4, offset=18), whole[18:])
            # The oldest three are none of the best six.
            self.assertEqual(people.search(widget + oslo, limit=3), whole[-3:])
            none = [("search_query", "=", "nobodyhasthis")]
            self.assertEqual(len(people.search(["|", *none, *oslo], limit=3)), 3, "also without the search")
            self.assertEqual(len(people.search(["|", *widget, *oslo], limit=30)), 20)
        others = people.search(["!", *widget], limit=3)
        self.assertEqual(len(others), 3)
        self.assertFalse(others & whole, "who is not found comes without who is")
        self.assertEqual(people.search_count(widget, limit=5), 5)
        self.assertEqual(people.search_count(widget), 20)

    def test_more_than_are_looked_at_are_not_counted(self):
        people = self.env["ats.candidate"].with_user(self.recruiter)
        python, others = [("search_query", "=", "python")], ["!", ("search_query", "=", "python")]
        with (
            patch("odoo.addons.ats_core.models.search.people_search.FIRST_HITS", 1),
            patch("odoo.models.BaseModel.search_count") as count,
        ):
            self.assertEqual(people.search_count(python, limit=2), 2)
            count.assert_not_called()
            for domain, limit in ((python, 3), (others, 2), ([*python, ("city", "=", "Berlin")], 2)):
                people.search_count(domain, limit=limit)
            self.assertEqual(count.call_count, 3)

    def test_facets_count_people(self):
        asked = self.env["ats.candidate"].with_user(self.recruiter)
        domain = [("search_query", "=", "company:acm*")]
        skills = asked.search_panel_select_multi_range("skill_ids", search_domain=domain, enable_counters=True)
        self.assertEqual(
            {value["display_name"]: value["__count"] for value in skills["values"]}, {"Python": 1, "Go": 1, "Rust": 1}
        )
        jobs = asked.search_panel_select_multi_range("job_ids", search_domain=domain, enable_counters=True)
        self.assertEqual(
            [(value["display_name"], value["__count"]) for value in jobs["values"]], [("Backend Developer", 2)]
        )

    def test_applications_of_the_people(self):
        applications = self.env["hr.applicant"].with_user(self.recruiter).search([("ats_search_query", "=", "python")])
        self.assertEqual(applications.ats_candidate_id, self.people["Ana"] | self.people["Bob"])

    def test_reading_many_costs_the_same(self):
        def queries(people):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.env["ats.search.entry"]._refresh(people)
            return self.env.cr.sql_log_count - before

        one = queries(self.people["Ana"])
        for number in range(12):
            self.person(f"P{number} Many", city="Rome", employer="Acme", title="Clerk", skills=["Excel"])
        many = self.env["ats.candidate"].search([("name", "like", "Many")])
        self.assertLessEqual(queries(many), one + 2)


@tagged("post_install", "-at_install")
class TestSavedSearch(PeopleSearchMixin, AtsCase):
    def test_who_is_new_is_told_once(self):
        search = (
            self.env["ats.search"]
            .with_user(self.recruiter)
            .create({"name": "Pythonists", "query": "skill:python", "is_alert": True})
        )
        self.assertFalse(self.told())
        self.person("Eve Adams", city="Rome", employer="Acme", title="Clerk", skills=["Python"])
        self.read_people()
        self.alert()
        self.assertEqual(self.told().mapped("subject"), ["Pythonists: one new person"])
        self.assertIn("Eve Adams", self.told().body)
        self.alert()
        self.assertEqual(len(self.told()), 1)
        self.assertEqual(search.action_open_people()["context"], {"search_default_search_query": "skill:python"})

    def alert(self):
        with self.enter_registry_test_mode():
            self.env.ref("ats_core.ir_cron_search_alert").method_direct_trigger()

    def told(self):
        return self.env["mail.message"].search(
            [
                ("message_type", "=", "user_notification"),
                ("partner_ids", "in", self.recruiter.partner_id.ids),
                ("subject", "like", "Pythonists"),
            ]
        )

    def test_only_the_owner_changes_a_shared_search(self):
        search = self.env["ats.search"].with_user(self.recruiter).create({"name": "Mine", "query": "python"})
        other = new_test_user(self.env, "colleague", groups="hr_recruitment.group_hr_recruitment_user")
        self.assertFalse(self.env["ats.search"].with_user(other).search([("id", "=", search.id)]))
        search.is_shared = True
        self.assertTrue(self.env["ats.search"].with_user(other).search([("id", "=", search.id)]))
        with self.assertRaises(AccessError):
            search.with_user(other).name = "Yours"

    def test_a_query_that_is_none_is_not_kept(self):
        with self.assertRaisesRegex(UserError, "column 9"):
            self.env["ats.search"].with_user(self.recruiter).create({"name": "Broken", "query": "python ("})
