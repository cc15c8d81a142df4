"""Rules: who is hit, what is done, what is kept, and that no refusal leaves without a person."""

import random
from datetime import timedelta

from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, TransactionCase, tagged
from odoo.tools import mute_logger

from .screening_common import ScreeningMixin


class RuleCase(ScreeningMixin, TransactionCase):
    """A job with a tag to give."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.tag = cls.env["hr.applicant.category"].create({"name": "Night owl"})

    def firings(self, applicant):
        return self.env["ats.rule.firing"].search([("applicant_id", "=", applicant.id)], order="id")


@tagged("post_install", "-at_install")
class TestRules(RuleCase):
    def test_a_rule_proposes_and_a_person_refuses(self):
        template = self.refuse_template()
        rule = self.make_rule("Missing licence", (self.licence, "no"), template_id=template.id, delay_days=2)
        with freeze_time("2026-11-20 10:00:00"):  # a Friday
            applicant, _outcome = self.send({self.licence: "no"})
        self.assertEqual(applicant.ats_state, "ongoing")
        firing = self.firings(applicant)
        self.assertEqual((firing.rule_id, firing.version_id, firing.version), (rule.rule_id, rule, 1))
        self.assertEqual(firing.answer_id, self.answer(applicant, self.licence))
        self.assertEqual(firing.because, "Do you hold a driving licence? No")
        self.assertEqual((firing.outcome, firing.decision, firing.is_confirmed), ("proposed", "waits", False))
        proposal = firing.proposal_id
        self.assertEqual(proposal.send_at.date().isoformat(), "2026-11-24", "Tuesday, two working days later")
        self.assertIn("Do you hold a driving licence? No", proposal.origin)
        with freeze_time("2026-11-20 11:00:00"):
            proposal.with_user(self.recruiter)._confirm()
        self.assertEqual(applicant.ats_state, "refused")
        self.assertEqual((firing.decision, firing.is_confirmed), ("confirmed", True))
        self.assertEqual(firing.decided_by_id, self.recruiter)
        mail = self.sent_mails(applicant).filtered(lambda mail: mail.subject == "Your application")
        self.assertEqual(mail.scheduled_date, proposal.send_at)
        with freeze_time("2026-11-24 08:00:00"):
            applicant.invalidate_recordset(["ats_public_status"])
            self.assertEqual(applicant.ats_public_status, "received", "nobody reads it before the mail")
            self.assertNotIn("refused", [entry["kind"] for entry in applicant._ats_timeline()])
        with freeze_time("2026-11-25 08:00:00"):
            applicant.invalidate_recordset(["ats_public_status"])
            self.assertEqual(applicant.ats_public_status, "not_selected")
        with freeze_time("2026-11-20 12:00:00"):
            proposal.with_user(self.recruiter)._undo()
        self.assertEqual((firing.decision, firing.is_confirmed), ("waits", False))

    def test_dismissed_is_written_down_and_not_proposed_again(self):
        self.make_rule("Missing licence", (self.licence, "no"))
        applicant, _outcome = self.send({self.licence: "no"})
        self.firings(applicant).proposal_id.with_user(self.recruiter)._dismiss()
        self.assertEqual(self.firings(applicant).decision, "dismissed")
        applicant._ats_screen("rerun")
        self.assertEqual(len(self.firings(applicant)), 1)
        self.assertEqual(applicant.ats_state, "ongoing")

    def test_first_refusal_stops(self):
        self.make_rule("Tag", (self.licence, "no"), action="tag", tag_ids=[(6, 0, self.tag.ids)], sequence=1)
        self.make_rule("First", (self.licence, "no"), sequence=2)
        self.make_rule("Second", (self.licence, "no"), sequence=3)
        self.make_rule("Move", (self.licence, "no"), action="move", stage_id=self.stage_screen.id, sequence=4)
        applicant, _outcome = self.send({self.licence: "no"})
        self.assertEqual(self.firings(applicant).mapped("rule_id.name"), ["Tag", "First"])
        self.assertEqual(applicant.categ_ids, self.tag)
        applicant._ats_screen("rerun")
        self.assertEqual(len(self.firings(applicant)), 2, "it waits for a person")

    def test_drafts_and_retired_versions_never_act(self):
        draft = self.make_rule("Draft", (self.licence, "no"), active=False)
        retired = self.make_rule("Retired", (self.licence, "no"))
        retired._retire()
        applicant, _outcome = self.send({self.licence: "no"})
        applicant._ats_screen("rerun")
        self.assertFalse(self.firings(applicant))
        draft._activate()
        self.assertFalse(self.firings(applicant), "earlier applications are not touched")

    def test_what_is_not_known_hits_nobody(self):
        self.make_rule("Other than yes", {"kind": "answer", "question_id": self.years.id, "number": 5})
        self.make_rule("Few skills", {"kind": "experience", "number": 5})
        self.make_rule("Elsewhere", {"kind": "location", "operator": "none_of", "text": "Ghent"}, sequence=1)
        applicant, _outcome = self.send({})
        self.assertFalse(self.firings(applicant))

    def test_place_skills_and_experience(self):
        kind = self.env["hr.skill.type"].create(
            {
                "name": "Craft",
                "skill_ids": [(0, 0, {"name": "Welding"}), (0, 0, {"name": "Wiring"})],
                "skill_level_ids": [(0, 0, {"name": "Good", "level_progress": 50, "default_level": True})],
            }
        )
        welding, wiring = kind.skill_ids.sorted("name")
        applicant, _outcome = self.send({})
        applicant.ats_candidate_id.city = "Ghent"
        self.env["hr.applicant.skill"].create(
            {
                "applicant_id": applicant.id,
                "skill_id": welding.id,
                "skill_type_id": kind.id,
                "skill_level_id": kind.skill_level_ids.id,
            }
        )
        self.env["ats.candidate.resume.line"].create(
            {
                "candidate_id": applicant.ats_candidate_id.id,
                "name": "Welder",
                "date_start": "2020-01-01",
                "date_end": "2022-01-01",
            }
        )
        tagging = {"action": "tag", "tag_ids": [(6, 0, self.tag.ids)]}
        hits = [
            {"kind": "location", "operator": "any_of", "text": "Antwerp, GHENT"},
            {"kind": "skill", "operator": "any_of", "skill_ids": [(6, 0, welding.ids)]},
            {"kind": "skill", "operator": "none_of", "skill_ids": [(6, 0, wiring.ids)]},
            {"kind": "experience", "operator": "less_than", "number": 3},
        ]
        misses = [
            {"kind": "location", "operator": "none_of", "text": "Ghent"},
            {"kind": "skill", "operator": "all_of", "skill_ids": [(6, 0, (welding | wiring).ids)]},
            {"kind": "experience", "operator": "at_least", "number": 3},
        ]
        for number, condition in enumerate([*hits, *misses]):
            self.make_rule(f"Rule {number}", condition, sequence=number, **tagging)
        applicant._ats_screen("rerun")
        self.assertEqual(self.firings(applicant).mapped("rule_id.name"), ["Rule 0", "Rule 1", "Rule 2", "Rule 3"])

    def test_move_goes_forward_only_and_where_a_person_could(self):
        applicant, _outcome = self.send({self.licence: "yes"})
        applicant._ats_move(self.stage_interview)
        self.make_rule("Back", (self.licence, "yes"), action="move", stage_id=self.stage_screen.id, sequence=1)
        self.make_rule("On", (self.licence, "yes"), action="move", stage_id=self.stage_offer.id, sequence=2)
        applicant._ats_screen("rerun")
        self.assertEqual(applicant.stage_id, self.stage_interview, "the first move of the rules counts")
        self.assertFalse(self.firings(applicant))

    def test_a_rule_finds_its_stage_when_the_job_takes_own_ones(self):
        self.make_rule("On", (self.licence, "yes"), action="move", stage_id=self.stage_screen.id)
        self.job._ats_take_own_stages()
        applicant, _outcome = self.send({self.licence: "yes"})
        self.assertEqual(applicant.stage_id.name, "Screening")
        self.assertIn(applicant.stage_id, self.job.ats_own_stage_ids)

    def test_a_rule_asks_by_mail_or_activity(self):
        self.make_rule(
            "Ask",
            (self.licence, "no"),
            action="ask",
            ask_by="mail",
            ask_template_id=self.refuse_template().id,
            sequence=1,
        )
        self.make_rule("Call", (self.licence, "no"), action="ask", ask_what="Call about the licence", sequence=2)
        applicant, _outcome = self.send({self.licence: "no"})
        self.assertEqual(self.firings(applicant).mapped("outcome"), ["asked", "asked"])
        self.assertIn("Your application", self.sent_mails(applicant).mapped("subject"))
        activity = applicant.activity_ids
        self.assertEqual((activity.summary, activity.user_id), ("Call about the licence", self.recruiter))

    def test_later_answers_meet_rules_that_were_there(self):
        version = self.make_rule("Missing licence", (self.licence, "no"))
        applicant, _outcome = self.send(None)
        self.assertFalse(self.firings(applicant))
        self.env.cr.execute(
            "UPDATE ats_rule_version SET activated_at = %s WHERE id = %s",
            (applicant.create_date - timedelta(days=1), version.id),
        )
        version.invalidate_recordset()
        self.send({self.licence: "no"})
        self.assertEqual(self.firings(applicant).door, "answer")

    # Versions --------------------------------------------------------------------------------

    def test_an_active_version_never_changes(self):
        version = self.make_rule("Missing licence", (self.licence, "no")).with_user(self.recruiter)
        for vals in ({"delay_days": 9}, {"action": "tag"}, {"state": "draft"}, {"match": "any"}):
            with self.assertRaises(UserError):
                version.write(vals)
            with self.assertRaises(UserError):
                version.sudo().with_context(ats_rule_lifecycle=True).write(vals)
        for change in (
            lambda: version.condition_ids.write({"yes_no": "yes"}),
            lambda: version.condition_ids.unlink(),
            lambda: self.env["ats.rule.condition"].create({"version_id": version.id, "question_id": self.shift.id}),
            lambda: version.unlink(),
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                change()
        draft = version.rule_id._draft()
        self.assertEqual((draft.version, draft.state, draft.delay_days), (2, "draft", 2))
        draft.delay_days = 5
        self.assertEqual(version.rule_id._draft(), draft, "one draft at a time")
        draft._activate()
        self.assertEqual((version.state, draft.state, version.delay_days), ("retired", "active", 2))

    def test_the_database_keeps_one_active_version(self):
        version = self.make_rule("Missing licence", (self.licence, "no"))
        draft = version.rule_id._draft()
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self.env.cr.execute("UPDATE ats_rule_version SET state = 'active' WHERE id = %s", (draft.id,))

    def test_a_rule_is_complete_before_it_acts(self):
        empty = self.make_rule("Empty", active=False)
        with self.assertRaisesRegex(UserError, "no condition"):
            empty._activate()
        no_tag = self.make_rule("Tag", (self.licence, "no"), active=False, action="tag")
        with self.assertRaisesRegex(UserError, "Choose a tag"):
            no_tag._activate()
        with self.assertRaises(ValidationError):
            self.make_rule("Nonsense", {"question_id": self.licence.id, "operator": "mentions"}, active=False)

    def test_a_rule_reads_as_a_sentence(self):
        version = self.make_rule("Missing licence", (self.licence, "no"), (self.years, 2), active=False)
        self.assertEqual(
            version.sentence,
            "If the answer to “Do you hold a driving licence?” is No and the answer to “Years of experience?” is less "
            "than 2 → propose refusal “Missing licence”, mail after 2 working days",
        )

    def test_the_editor_makes_rule_and_version_at_once(self):
        recruiter = self.env(user=self.recruiter)
        form = Form(recruiter["ats.rule.version"].with_context(default_job_id=self.job.id))
        form.name = "Missing licence"
        form.reason_id = self.refuse_reason
        with form.condition_ids.new() as condition:
            condition.question_id = self.licence
            self.assertEqual(condition.operator, "is")
            condition.yes_no = "no"
        version = form.save()
        version.action_activate()
        self.assertEqual(self.job.ats_rule_ids, version.rule_id)
        self.assertTrue(self.job.ats_job_question_ids[0].is_knockout)

    def test_a_job_from_a_template_has_its_questions_and_rules(self):
        self.job._ats_take_own_stages()
        screen = self.job.ats_own_stage_ids.filtered(lambda stage: stage.ats_kind == "screen")[:1]
        self.make_rule("Good", (self.licence, "yes"), action="move", stage_id=screen.id)
        self.make_rule("Missing licence", (self.licence, "no"))
        self.make_rule("Draft", (self.years, 2), active=False)
        template = self.job.with_user(self.recruiter)._ats_new_template("Developer (template)")
        other = template.with_user(self.recruiter)._ats_new_job("Developer").with_env(self.env)
        other.action_ats_open()
        self.assertEqual(other.ats_job_question_ids.question_id, self.job.ats_job_question_ids.question_id)
        states = {rule.name: rule.rule_state for rule in other.ats_rule_ids}
        self.assertEqual(states, {"Good": "active", "Missing licence": "active", "Draft": "draft"})
        good, _outcome = self.send({self.licence: "yes"}, job=other)
        self.assertIn(good.stage_id, other.ats_own_stage_ids)
        self.assertEqual(good.stage_id.ats_kind, "screen")
        applicant, _outcome = self.send({self.licence: "no"}, job=other, email="b@example.org", name="B")
        self.assertEqual(self.firings(applicant).rule_id.job_id, other)

    # A person ----------------------------------------------------------------------------------

    def test_only_what_the_law_asks_may_refuse_without_a_person(self):
        for conditions in (
            [(self.years, 2)],
            [(self.licence, "no"), (self.shift, self.shift.choice_ids[0])],
            [(self.licence, "no"), {"kind": "experience", "number": 2}],
        ):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                self.make_rule("Alone", *conditions, is_automatic=True)
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.make_rule("Words", (self.reason, "bike"), is_automatic=True)
        self.make_rule("Alone", (self.licence, "no"), is_automatic=True, template_id=self.refuse_template().id)
        applicant, _outcome = self.send({self.licence: "no"})
        self.assertEqual(applicant.ats_state, "refused")
        self.assertEqual((self.firings(applicant).outcome, self.firings(applicant).is_confirmed), ("refused", False))
        mail = self.sent_mails(applicant).filtered(lambda mail: mail.subject == "Your application")
        self.assertGreater(mail.scheduled_date, applicant.create_date + timedelta(hours=1))

    def test_a_question_that_is_no_legal_one_any_more_only_proposes(self):
        self.make_rule("Alone", (self.licence, "no"), is_automatic=True)
        self.licence.is_legal_requirement = False
        applicant, _outcome = self.send({self.licence: "no"})
        self.assertEqual(applicant.ats_state, "ongoing")
        self.assertEqual(self.firings(applicant).outcome, "proposed")

    def test_no_refusal_without_a_person_through_any_door(self):
        rng = random.Random(3)
        yes = self.shift.choice_ids[0]
        for number in range(6):
            self.make_rule(
                f"Rule {number}",
                rng.choice([(self.licence, "no"), (self.years, 3), (self.shift, yes)]),
                action=rng.choice(["refuse", "refuse", "tag"]),
                tag_ids=[(6, 0, self.tag.ids)],
                sequence=number,
                delay_days=rng.choice([0, 2]),
            )
        applicants = self.env["hr.applicant"]
        for number, door in enumerate(["website", "api", "import", "referral", "manual"]):
            applicant, _outcome = (
                self.env["hr.applicant"]
                .sudo()
                ._ats_apply(
                    self.job,
                    {"name": f"P {number}", "email": f"p{number}@example.org"},
                    answers={self.licence.id: "no", self.years.id: 1, self.shift.id: yes.id},
                    source=door,
                )
            )
            applicants |= applicant
        applicants |= self.env["hr.applicant"].create({"partner_name": "Native", "job_id": self.job.id})
        self.env["hr.applicant"].load(["partner_name", "job_id/.id"], [["Imported", str(self.job.id)]])
        run = self.env["ats.rule.run"].with_user(self.recruiter)._prepare_rerun(self.job)
        if run.hit_count:
            run._start()
        self.run_jobs()
        for cron in self.env["ir.cron"].search([("model_id.model", "=like", "ats.%")]):
            cron.method_direct_trigger()
        everybody = self.env["hr.applicant"].with_context(active_test=False).search([("job_id", "=", self.job.id)])
        self.assertEqual(set(everybody.mapped("ats_state")), {"ongoing"})
        waiting = self.env["ats.refusal.proposal"].search([("applicant_id", "in", applicants.ids)])
        self.assertEqual(len(waiting), 5)
        self.assertEqual(set(waiting.mapped("state")), {"proposed"})

    # Rights ------------------------------------------------------------------------------------

    def test_who_writes_rules_and_reads_what_they_did(self):
        version = self.make_rule("Missing licence", (self.licence, "no"))
        applicant, _outcome = self.send({self.licence: "no"})
        firing = self.firings(applicant)
        for user in (self.recruiter, self.hiring_manager):
            self.assertEqual(firing.with_user(user).because, "Do you hold a driving licence? No")
            with self.assertRaises(AccessError):
                firing.with_user(user).write({"is_confirmed": True})
        self.job.ats_hiring_manager_id = self.admin_rec
        for record in (firing, version, version.rule_id, version.condition_ids):
            for user in (self.hiring_manager, self.interviewer, self.employee_user):
                with self.assertRaises(AccessError):
                    record.with_user(user).read(["create_date"])
        with self.assertRaises(AccessError):
            version.rule_id._draft().with_user(self.hiring_manager)._activate()

    def test_the_card_carries_a_flag(self):
        self.make_rule("Missing licence", (self.licence, "no"))
        applicant, _outcome = self.send({self.licence: "no"})
        [fact] = applicant.with_user(self.recruiter)._ats_card_facts()[applicant.id]
        self.assertEqual((fact["kind"], fact["label"]), ("knockout", "⚑ Missing licence"))
        self.assertIn("Do you hold a driving licence? No", fact["title"])
        self.firings(applicant).proposal_id.with_user(self.recruiter)._dismiss()
        self.assertFalse(applicant.with_user(self.recruiter)._ats_card_facts())

    def test_a_rule_that_acted_is_kept(self):
        version = self.make_rule("Missing licence", (self.licence, "no"))
        self.send({self.licence: "no"})
        with self.assertRaises(UserError):
            version.rule_id.with_user(self.recruiter).unlink()
