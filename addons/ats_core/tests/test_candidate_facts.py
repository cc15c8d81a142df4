"""What is typed about a person: skills and languages, links, notes with their own readers."""

from psycopg2.errors import UniqueViolation

from odoo import Command, fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, new_test_user, tagged
from odoo.tools import mute_logger

from .common import AtsCase
from .test_people_search import PeopleSearchMixin


class FactsCase(AtsCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply()
        self.person = self.application.ats_candidate_id
        self.application.interviewer_ids = self.interviewer
        kind = self.env["hr.skill.type"].create({"name": "Trades"})
        self.low, self.high = self.env["hr.skill.level"].create(
            [{"name": name, "skill_type_id": kind.id, "level_progress": at} for name, at in (("Low", 20), ("High", 90))]
        )
        self.baking, self.cooking = self.env["hr.skill"].create(
            [{"name": name, "skill_type_id": kind.id} for name in ("Baking", "Cooking")]
        )

    def type_skill(self, skill, level=False, **values):
        return self.env["ats.candidate.skill"].create(
            {"candidate_id": self.person.id, "skill_id": skill.id, "skill_level_id": level and level.id, **values}
        )

    def apply_with(self, skill, level):
        self.application.applicant_skill_ids = [
            Command.create(
                {
                    "skill_id": skill.id,
                    "skill_level_id": level.id,
                    "skill_type_id": skill.skill_type_id.id,
                }
            )
        ]

    def note(self, user, visibility="readers", body="<p>Sings well</p>"):
        return (
            self.env["ats.candidate.note"]
            .with_user(user)
            .create({"candidate_id": self.person.id, "body": body, "visibility": visibility})
        )

    def seen(self, user, name):
        self.env.invalidate_all()
        return str(self.person.with_user(user)[name])


@tagged("post_install", "-at_install")
class TestCandidateSkills(FactsCase):
    def test_a_recruiter_types_them_in_the_form(self):
        language = self.env["hr.skill"].search(
            [("skill_type_id", "=", self.env.ref("hr_skills.hr_skill_type_lang").id)], limit=1
        )
        level = language.skill_type_id.skill_level_ids[:1]
        with Form(self.person.with_user(self.recruiter)) as form:
            with form.own_skill_ids.new() as line:
                line.skill_id = self.baking
                line.skill_level_id = self.high
                line.years = 3.5
                line.last_used = 2024
            with form.own_skill_ids.new() as line:
                line.skill_id = language
                line.skill_level_id = level
        shown = self.seen(self.recruiter, "background")
        for words in ("Baking", "High", "3.5 years", "last 2024", language.name, level.name):
            self.assertIn(words, shown)
        groups = self.person._skill_groups()
        self.assertEqual([group["is_language"] for group in groups], [False, True])
        self.assertLess({self.baking, language}, set(self.person.skill_ids) | {None})

    def test_what_was_typed_comes_before_what_was_applied_with(self):
        self.apply_with(self.baking, self.high)
        self.apply_with(self.cooking, self.low)
        self.type_skill(self.baking, self.low)
        self.type_skill(self.cooking, years=2)
        rows = {row["name"]: row for group in self.person._skill_groups() for row in group["rows"]}
        self.assertEqual(rows["Baking"]["level"], "Low")
        self.assertEqual((rows["Cooking"]["level"], rows["Cooking"]["words"]), ("Low", "2 years"))

    def test_the_search_field_and_the_employee_know_them(self):
        self.type_skill(self.baking, self.high)
        people = self.env["ats.candidate"].with_user(self.recruiter)
        self.assertIn(self.person, people.search([("skill_ids", "in", self.baking.ids)]))
        self.apply_with(self.baking, self.low)
        employee = self.application._ats_hire()
        self.assertEqual(employee.employee_skill_ids.skill_level_id, self.high)

    def test_what_cannot_be(self):
        other = self.env["hr.skill.type"].create({"name": "Others"})
        level = self.env["hr.skill.level"].create({"name": "C1", "skill_type_id": other.id, "level_progress": 80})
        with self.assertRaisesRegex(ValidationError, "is no level of Baking"), self.env.cr.savepoint():
            self.type_skill(self.baking, level)
        with self.assertRaisesRegex(ValidationError, "is a year"), self.env.cr.savepoint():
            self.type_skill(self.baking, last_used=fields.Date.today().year + 1)
        self.type_skill(self.baking)
        with self.assertRaises(UniqueViolation), mute_logger("odoo.sql_db"):
            self.type_skill(self.baking)

    def test_languages_of_the_resume_are_shown_until_somebody_types_them(self):
        self.person.profile = {"languages": [{"language": "Klingon"}]}
        self.assertIn("Klingon", self.seen(self.recruiter, "background"))


@tagged("post_install", "-at_install")
class TestCandidateLinks(FactsCase):
    def test_links_are_shown_once(self):
        self.person.with_user(self.recruiter).link_ids = [Command.create({"kind": "code", "url": "github.com/ana"})]
        self.person.profile = {
            "basics": {
                "url": "www.ana.example",
                "profiles": [{"url": "https://www.github.com/ana/"}, {"url": "javascript:alert(1)"}],
            }
        }
        pages = self.person.with_user(self.recruiter).linked_pages
        self.assertEqual([page["text"] for page in pages], ["github.com/ana", "ana.example"])
        self.assertEqual([page["is_read"] for page in pages], [False, True])

    def test_only_pages_of_the_web(self):
        for url in ("javascript:alert(1)", "data:text/html,x", "ftp://x.example", "https://", "https://a b.example"):
            with self.subTest(url), self.assertRaisesRegex(ValidationError, "no address of a page"):
                self.env["ats.candidate.link"].create({"candidate_id": self.person.id, "url": url})


@tagged("post_install", "-at_install")
class TestCandidateNotes(FactsCase):
    def test_who_reads_what(self):
        """The author chooses; the rules decide; recruiters read no note that is for its author alone."""
        for visibility, readers in {
            "readers": {self.recruiter, self.admin_rec, self.hiring_manager, self.interviewer},
            "recruiters": {self.recruiter, self.admin_rec},
            "author": {self.recruiter},
        }.items():
            note = self.note(self.recruiter, visibility)
            for user in (self.recruiter, self.admin_rec, self.hiring_manager, self.interviewer, self.other_interviewer):
                with self.subTest(visibility, user=user.login):
                    found = self.env["ats.candidate.note"].with_user(user).search([("id", "=", note.id)])
                    self.assertEqual(bool(found), user in readers)
                    if user != self.other_interviewer:
                        self.assertEqual("Sings well" in self.seen(user, "timeline"), user in readers)
            note.unlink()

    def test_an_interviewer_keeps_notes_too(self):
        note = self.note(self.interviewer, "recruiters")
        self.assertIn("Sings well", self.seen(self.interviewer, "timeline"))
        self.assertIn("Recruiters only", self.seen(self.recruiter, "timeline"))
        with self.assertRaises(AccessError):
            self.note(self.other_interviewer)
        note.with_user(self.interviewer).body = "<p>Sings badly</p>"
        self.assertIn("badly", self.seen(self.recruiter, "timeline"))

    def test_only_the_author_changes_it(self):
        note = self.note(self.interviewer)
        for user in (self.recruiter, self.admin_rec, self.hiring_manager):
            for change in (lambda row: row.write({"visibility": "recruiters"}), lambda row: row.unlink()):
                with self.subTest(user.login), self.assertRaises(AccessError):
                    change(note.with_user(user))
        other = self.apply(name="Bob", email="bob@example.org").ats_candidate_id
        note.with_user(self.interviewer).write({"candidate_id": other.id, "create_uid": self.recruiter.id})
        self.assertEqual((note.candidate_id, note.create_uid), (self.person, self.interviewer))

    def test_the_author_changes_and_deletes_it_with_two_buttons(self):
        note = self.note(self.interviewer)
        self.assertEqual([note.with_user(user).is_mine for user in (self.interviewer, self.recruiter)], [True, False])
        self.assertEqual(note.with_user(self.interviewer).action_change()["res_id"], note.id)
        with self.assertRaises(AccessError):
            note.with_user(self.recruiter).action_remove()
        note.with_user(self.interviewer).action_remove()
        self.assertFalse(note.exists())

    def test_an_empty_note_is_none(self):
        with self.assertRaisesRegex(UserError, "Write something"):
            self.note(self.recruiter, body="<p><br></p>")

    def test_employees_and_privacy_officers_have_none(self):
        self.note(self.recruiter)
        for user in (self.employee_user, self.privacy_officer):
            with self.assertRaises(AccessError):
                self.env["ats.candidate.note"].with_user(user).search([])

    def test_groups_of_companies_keep_theirs_apart(self):
        note = self.note(self.recruiter)
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        stranger = new_test_user(
            self.env,
            "stranger",
            groups="hr_recruitment.group_hr_recruitment_user",
            company_id=elsewhere.id,
            company_ids=[Command.set(elsewhere.ids)],
        )
        self.assertFalse(self.env["ats.candidate.note"].with_user(stranger).search([("id", "=", note.id)]))
        self.person.resume_line_ids = [Command.create({"name": "Clerk", "kind": "work"})]
        lines = self.env["ats.candidate.resume.line"].with_user(stranger)
        self.assertFalse(lines.search([("candidate_id", "=", self.person.id)]))

    def test_the_dialog_opens_for_who_only_reads_the_person(self):
        action = self.person.with_user(self.interviewer).action_add_note()
        notes = self.env["ats.candidate.note"].with_user(self.interviewer).with_context(**action["context"])
        with Form(notes) as form:
            form.body = "Ask for a sample"
            form.visibility = "author"
        self.assertEqual(self.person.sudo().note_ids.create_uid, self.interviewer)

    def test_they_go_with_the_person_and_leave_with_no_copy(self):
        self.note(self.recruiter)
        self.type_skill(self.baking, self.high, last_used=2024)
        self.env["ats.candidate.link"].create({"candidate_id": self.person.id, "url": "ana.example"})
        copy = self.person._export(self.application)
        self.assertNotIn("Sings", str(copy))
        self.assertEqual((copy["skills_typed"][0]["name"], copy["links"][0]["url"]), ("Baking", "https://ana.example"))
        self.application._ats_refuse(self.env["hr.applicant.refuse.reason"].search([], limit=1))
        self.person.company_id.ats_keep_after_end_days = 0
        self.person._erase()
        self.assertFalse(self.person.note_ids | self.env["ats.candidate.note"])
        self.assertFalse(self.person.own_skill_ids)
        self.assertFalse(self.person.link_ids)


@tagged("post_install", "-at_install")
class TestSearchOfFacts(PeopleSearchMixin, AtsCase):
    def note(self, user, words, visibility):
        self.people["Bob"].with_user(user).note_ids = [Command.create({"body": words, "visibility": visibility})]
        self.read_people()

    def test_notes_are_found_by_their_readers(self):
        self.env["hr.applicant"].search(
            [("ats_candidate_id", "=", self.people["Bob"].id)]
        ).interviewer_ids = self.interviewer
        self.note(self.recruiter, "Great sourdough", "readers")
        self.note(self.recruiter, "Wants much money", "recruiters")
        self.note(self.recruiter, "Reminds me of Zorro", "author")
        for text, readers in {
            "sourdough python": {self.recruiter, self.admin_rec, self.interviewer},
            "money": {self.recruiter, self.admin_rec},
            "zorro": {self.recruiter},
        }.items():
            for user in (self.recruiter, self.admin_rec, self.interviewer):
                with self.subTest(text, user=user.login):
                    self.assertEqual(self.found(text, user), "Bob" if user in readers else "")

    def test_a_note_that_is_gone_is_found_no_more(self):
        self.note(self.recruiter, "Great sourdough", "readers")
        self.people["Bob"].note_ids.unlink()
        self.read_people()
        self.assertEqual(self.found("sourdough"), "")

    def test_typed_skills_and_links_are_words_of_the_person(self):
        kind = self.env["hr.skill.type"].create({"name": "Ovens"})
        skill = self.env["hr.skill"].create({"name": "Tandoor", "skill_type_id": kind.id})
        self.people["Chloé"].own_skill_ids = [Command.create({"skill_id": skill.id})]
        self.people["Chloé"].link_ids = [Command.create({"url": "chef-petit.example"})]
        self.read_people()
        for text in ("skill:tandoor", "tandoor", "petit.example"):
            self.assertEqual(self.found(text), "Chloé", text)
