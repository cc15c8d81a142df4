import itertools
import random
from datetime import date, datetime, timedelta

from freezegun import freeze_time

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, new_test_user, tagged
from odoo.tools import SQL

from .common import AtsCase, make_pdf

# Tables that only ever grow, or that follow from others: an undo adds to them.
GROWING = {
    "ats_event",
    "ats_merge",
    "ats_merge_change",
    "ats_search_stale",
    "ats_search_entry",
    "ats_search_note",
    "ats_duplicate",
    "ir_cron_trigger",
}


class MergeCase(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.second_job = cls.make_job("Baker")

    def person(self, name, email, jobs, **values):
        """Make somebody with an application for each job and everything that can hang on a person."""
        applicants = self.env["hr.applicant"].union(*(self.apply(name=name, email=email, job=job) for job in jobs))
        person = applicants[0].ats_candidate_id
        person.write(values)
        person.message_post(body=f"A note on {name}", message_type="comment")
        person.resume_line_ids = [Command.create({"name": "Clerk", "kind": "work", "employer": "Acme"})]
        self.type_facts(person)
        person.tag_ids = self.env["hr.applicant.category"].create({"name": f"Tag {name}"})
        self.env["ats.consent"].create({"candidate_id": person.id, "purpose": "talent_pool", "text_version": "1"})
        self.env["ats.document"]._receive(
            applicants[0], [(f"{name}.pdf", make_pdf(name))], origin="candidate", proven=True
        )
        return person

    def type_facts(self, person):
        """What colleagues type about a person: a skill that everybody here has, one of their own, links, a note."""
        kind = self.env.ref("hr_skills.hr_skill_type_lang")
        common = kind.skill_ids[:1]
        own = self.env["hr.skill"].create({"name": f"Song of {person.name}", "skill_type_id": kind.id})
        person.own_skill_ids = [Command.create({"skill_id": skill.id}) for skill in (common, own)]
        person.link_ids = [Command.create({"url": f"site{at}.example"}) for at in ("", person.id)]
        person.note_ids = [Command.create({"body": f"About {person.name}", "visibility": "author"})]

    def both(self):
        ana = self.person("Ana García", "ana@example.org", self.job | self.second_job, phone="+32 470 12 34 56")
        again = self.person("Ana G.", "ana.g@work.example", self.job, city="Gent", do_not_contact=True)
        return ana, again

    def rows(self):
        """Return every row of every table with an ``ats_`` name or a person in it, without who wrote it when."""
        self.env.flush_all()
        tables = self.env.execute_query(
            SQL(
                """SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'
                      AND (table_name LIKE 'ats_%%' OR table_name LIKE 'hr_applicant%%'
                           OR table_name LIKE '%%candidate%%'
                           OR table_name IN ('mail_message', 'ir_attachment', 'mail_activity', 'mail_followers'))"""
            )
        )
        return {
            table: self.env.execute_query(
                SQL("SELECT to_jsonb(t) - 'write_date' - 'write_uid' FROM %s t ORDER BY 1", SQL.identifier(table))
            )
            for (table,) in tables
            if table not in GROWING
        }


@tagged("post_install", "-at_install")
class TestMerge(MergeCase):
    def test_everything_comes_along(self):
        ana, again = self.both()
        documents = again.document_ids
        ana.with_user(self.recruiter)._merge(again)
        self.assertEqual((ana.name, ana.email, ana.city), ("Ana García", "ana@example.org", "Gent"))
        self.assertEqual(len(ana.application_ids), 3)
        self.assertEqual(len(ana.tag_ids), 2)
        self.assertEqual(len(ana.resume_line_ids), 2)
        self.assertEqual(len(ana.consent_ids), 2)
        self.assertLessEqual(documents, ana.document_ids)
        self.assertIn("A note on Ana G.", " ".join(ana.message_ids.mapped("body")))
        self.assertTrue(ana.do_not_contact)
        self.assertFalse(again.active)
        self.assertEqual(again.merged_into_id, ana)

    def test_equal_skills_and_links_are_there_once(self):
        ana, again = self.both()
        common = ana.own_skill_ids.skill_id & again.own_skill_ids.skill_id
        level = common.skill_type_id.skill_level_ids[:1]
        of_again = again.own_skill_ids.filtered(lambda line: line.skill_id == common)
        of_again.write({"skill_level_id": level.id, "years": 4})
        before = self.rows()
        merge = ana.with_user(self.recruiter)._merge(again)
        self.assertEqual((len(ana.own_skill_ids), len(ana.link_ids), len(ana.note_ids)), (3, 3, 2))
        kept = ana.own_skill_ids.filtered(lambda line: line.skill_id == common)
        self.assertEqual((kept.skill_level_id, kept.years), (level, 4))
        merge._undo()
        self.assertRows(before)

    def test_one_open_application_for_a_job_stays(self):
        ana, again = self.both()
        later = again.application_ids
        ana._merge(again)
        of_job = ana.application_ids.filtered(lambda row: row.job_id == self.job)
        self.assertEqual(of_job.filtered("ats_duplicate_of_id").ats_duplicate_of_id, later)

    def test_a_chosen_value_is_taken_and_no_address_is_lost(self):
        ana, again = self.both()
        ana._merge(again, choices=["name", "email"])
        self.assertEqual((ana.name, ana.email_normalized), ("Ana G.", "ana.g@work.example"))
        for email in ("ana@example.org", "ana.g@work.example"):
            found, made = self.env["ats.candidate"]._find_or_create(
                {"name": "Ana G.", "email": email, "company_id": ana.company_id.id}
            )
            self.assertEqual((found, made), (ana, False), email)

    def test_what_one_took_back_holds_for_neither(self):
        ana, again = self.both()
        again._ats_withdraw_consent("talent_pool")
        ana._merge(again)
        self.assertFalse(ana._ats_has_consent("talent_pool"))

    def test_the_earlier_end_of_keeping_counts(self):
        ana, again = self.both()
        ana.retention_until, again.retention_until = date(2030, 1, 1), date(2028, 1, 1)
        again.legal_hold = True
        ana._merge(again)
        self.assertEqual((ana.retention_until, ana.legal_hold), (date(2028, 1, 1), True))

    def test_pools_are_united(self):
        ana, again = self.both()
        cooks, bakers = self.env["hr.talent.pool"].create([{"name": "Cooks"}, {"name": "Bakers"}])
        ana._pool_add(cooks)
        again._pool_add(bakers)
        before = self.rows()
        merge = ana._merge(again)
        self.env.invalidate_all()
        self.assertEqual(ana.talent_pool_ids, cooks | bakers)
        merge._undo()
        self.env.invalidate_all()
        self.assertEqual(again.talent_pool_ids, bakers)
        self.assertRows(before)

    def test_undo_restores_every_row(self):
        ana, again = self.both()
        again._ats_withdraw_consent("talent_pool")
        again.retention_until = date(2028, 1, 1)
        before = self.rows()
        merge = ana.with_user(self.recruiter)._merge(again, choices=["name", "email"])
        self.assertNotEqual(self.rows(), before)
        merge.with_user(self.recruiter)._undo()
        self.assertRows(before)
        self.assertEqual(merge.state, "undone")
        with self.assertRaisesRegex(UserError, "undone already"):
            merge._undo()

    def assertRows(self, before):
        after = self.rows()
        for table, rows in before.items():
            self.assertEqual(after[table], rows, table)

    def test_any_order_leaves_one_person_and_undoing_all_leaves_all(self):
        """Every order for three people; tests/deep tries more people at random."""
        people = [
            self.person(name, f"{name.split()[0].lower()}@example.org", self.job)
            for name in ("Ada L", "Bea M", "Cid N")
        ]
        before = self.rows()
        for order in itertools.permutations(range(3)):
            merges = self.merge_in_order(people, random.Random(str(order)), order)
            survivors = {person._survivor() for person in people}
            self.assertEqual(len(survivors), 1, order)
            self.assertEqual(len(survivors.pop().application_ids), 3)
            for merge in reversed(merges):
                merge._undo()
            self.assertRows(before)

    def merge_in_order(self, people, chance, order):
        left = [people[index] for index in order]
        merges = []
        while len(left) > 1:
            winner, loser = chance.sample(left, 2)
            merges.append(winner._merge(loser))
            left.remove(loser)
        return merges

    def test_a_later_change_is_told_and_left_alone(self):
        ana, again = self.both()
        merge = ana._merge(again)
        ana.city = "Brugge"
        with self.assertRaisesRegex(UserError, "Candidate Ana García: City"):
            merge._undo()
        self.assertIn("City", merge.conflict_text)
        merge._undo(rest=True)
        self.assertEqual((ana.city, again.city), ("Brugge", "Gent"))
        self.assertTrue(again.active)

    def test_a_person_merged_further_comes_back_step_by_step(self):
        ana, again = self.both()
        third = self.person("Anna Garcia", "third@example.org", self.second_job)
        first_merge = ana._merge(again)
        third._merge(ana)
        self.assertEqual(again._survivor(), third)
        with self.assertRaisesRegex(UserError, "merged again since"):
            first_merge._undo()

    def test_after_thirty_days_it_is_for_good(self):
        ana, again = self.both()
        merge = ana._merge(again)
        with freeze_time(datetime.now() + timedelta(days=31)):
            with self.assertRaisesRegex(UserError, "30 days"):
                merge._undo()
            with self.enter_registry_test_mode():
                self.env.ref("ats_core.ir_cron_merge_forget").method_direct_trigger()
        self.assertFalse(merge.change_ids)

    def test_nobody_is_merged_twice(self):
        ana, again = self.both()
        ana._merge(again)
        with self.assertRaisesRegex(UserError, "part of Ana García already"):
            ana._merge(again)

    def test_who_may_merge(self):
        ana, again = self.both()
        for user in (self.hiring_manager, self.interviewer, self.employee_user, self.privacy_officer):
            with self.assertRaisesRegex(AccessError, "Only recruiters merge"):
                ana.with_user(user)._merge(again)
        self.job.write({"ats_restricted": True, "user_id": self.admin_rec.id})
        with self.assertRaisesRegex(AccessError, "may not see"):
            ana.with_user(self.recruiter)._merge(again)
        self.assertFalse(again.merged_into_id)

    def test_companies_keep_their_people_apart(self):
        ana, again = self.both()
        again.company_id = self.env["res.company"].create({"name": "Elsewhere"})
        with self.assertRaisesRegex(UserError, "different groups of companies"):
            ana._merge(again)

    def test_the_links_of_the_merged_show_nothing_of_the_other(self):
        ana, again = self.both()
        mine, theirs = ana.application_ids, again.application_ids
        (mine | theirs)._ats_prove_address()
        ana._merge(again)
        siblings = self.env["hr.applicant"].search(
            [("ats_candidate_id", "=", ana.id), ("email_normalized", "=", theirs.email_normalized)]
        )
        self.assertEqual(siblings, theirs)

    def test_every_relation_is_known(self):
        """A model with a person either moves at a merge or is named here with the reason why not."""
        stays = {
            ("ats.event", "candidate_id"),  # the journal tells what was
            ("ats.candidate", "merged_into_id"),  # leads on, step by step
            ("ats.search.entry", "candidate_id"),  # written anew
            ("ats.search.note", "candidate_id"),
            ("ats.search.stale", "candidate_id"),
            ("ats.merge", "winner_id"),
            ("ats.merge", "loser_id"),
            ("ats.duplicate", "one_id"),
            ("ats.duplicate", "other_id"),
            ("ats.access.link", "candidate_id"),  # a link opens what it was made for
            ("ats.match", "candidate_id"),  # scored anew
            ("ats.match.profile", "candidate_id"),  # packed anew
        }
        pointing = {
            (name, field.name)
            for name, model in self.env.registry.items()
            if not model._abstract and not model._transient and model._auto
            for field in model._fields.values()
            if field.type == "many2one" and field.comodel_name == "ats.candidate" and field.store and not field.related
        }
        moving = set(self.env["ats.candidate"]._merge_relations())
        self.assertEqual(pointing - stays, moving)

    def test_the_wizard_compares_and_merges(self):
        ana, again = self.both()
        action = (ana | again).with_user(self.recruiter).action_merge()
        wizard = self.env["ats.merge.wizard"].with_user(self.recruiter).browse(action["res_id"])
        self.assertEqual(wizard.winner_id, ana)
        wizard.action_swap()
        self.assertEqual(wizard.winner_id, again)
        wizard.action_swap()
        with Form(wizard) as form:
            for index in range(len(wizard.line_ids)):
                with form.line_ids.edit(index) as line:
                    if line.field == "name":
                        line.choice = "loser"
        self.assertEqual(wizard.action_merge()["res_id"], ana.id)
        self.assertEqual((ana.name, again.merged_into_id), ("Ana G.", ana))


@tagged("post_install", "-at_install")
class TestDuplicates(MergeCase):
    def find(self):
        with self.enter_registry_test_mode():
            self.env.ref("ats_core.ir_cron_duplicate_find").method_direct_trigger()
        people = self.env["ats.candidate"].search([("name", "like", "Zz")])
        return self.env["ats.duplicate"].search([("one_id", "in", people.ids)])

    def make(self, name, **values):
        return self.env["ats.candidate"].create({"name": f"{name} Zz", **values})

    def test_what_suggests_that_two_are_one(self):
        self.make("A", phone="+32 470 12 34 56")
        self.make("B", phone="+32470123456")
        self.make("C", linkedin="https://www.linkedin.com/in/cc-1/")
        self.make("D", linkedin="http://be.linkedin.com/in/CC-1?x=1")
        self.make("Éva", resume_line_ids=[Command.create({"name": "X", "kind": "work", "employer": "Acmé"})])
        self.make("Eva", resume_line_ids=[Command.create({"name": "Y", "kind": "work", "employer": "acme"})])
        self.make("F", resume_line_ids=[Command.create({"name": "Y", "kind": "work", "employer": "acme"})])
        self.assertEqual(
            sorted((pair.one_id.name[0], pair.other_id.name[0], pair.reason) for pair in self.find()),
            [("A", "B", "phone"), ("C", "D", "linkedin"), ("É", "E", "employer")],
        )

    def test_a_number_of_many_is_nobodys(self):
        for number in range(6):
            self.make(f"N{number}", phone="+32 2 555 00 00")
        self.assertFalse(self.find())

    def test_a_decision_is_not_asked_for_again(self):
        one, other = self.make("A", phone="+32 470 12 34 56"), self.make("B", phone="+32 470 12 34 56")
        pair = self.find()
        self.assertEqual(one.duplicate_count, 1)
        pair.with_user(self.recruiter).action_dismiss()
        self.assertFalse(self.find().filtered(lambda row: row.state == "open"))
        merge = one._merge(other)
        self.assertEqual(pair.state, "merged")
        merge._undo()
        self.assertEqual(pair.state, "open")

    def test_many_pairs_at_once(self):
        first = self.make("A", phone="+32 470 12 34 56"), self.make("B", phone="+32 470 12 34 56")
        second = self.make("C", phone="+32 470 12 34 57"), self.make("D", phone="+32 470 12 34 57")
        secret = self.make_job("Chief", ats_restricted=True, user_id=self.admin_rec.id)
        self.env["hr.applicant"].create({"partner_name": "D", "job_id": secret.id, "ats_candidate_id": second[1].id})
        recruiter = new_test_user(self.env, "merger", groups="hr_recruitment.group_hr_recruitment_user")
        action = self.find().with_user(recruiter).action_merge_all()
        run = self.env["ats.bulk.run"].with_user(recruiter).browse(action["res_id"])
        self.assertIn("may not see", run.reasons)
        run.action_start()
        self.assertEqual(first[1].merged_into_id, first[0])
        self.assertFalse(second[1].merged_into_id)
