"""Questions of a job and what is kept of the answers."""

from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from .common import make_pdf
from .screening_common import ScreeningMixin


@tagged("post_install", "-at_install")
class TestAnswers(ScreeningMixin, TransactionCase):
    def test_answers_are_typed_and_keep_the_wording(self):
        early = self.shift.choice_ids[0]
        applicant, _outcome = self.send(
            {
                self.licence: "no",
                self.shift: str(early.id),
                self.languages: self.languages.choice_ids[:2].ids,
                self.years: "2,5",
                self.start: "2027-01-31",
                self.reason: "I ride one.",
                self.certificate: ("licence.pdf", make_pdf("licence")),
            }
        )
        answers = applicant.with_user(self.recruiter).ats_answer_ids
        self.assertEqual(len(answers), 7)
        self.assertEqual(self.answer(applicant, self.licence).yes_no, "no")
        self.assertEqual(self.answer(applicant, self.shift).choice_ids, early)
        self.assertEqual(self.answer(applicant, self.languages).answer_text, "Dutch, French")
        self.assertEqual(self.answer(applicant, self.years).number, 2.5)
        self.assertEqual(self.answer(applicant, self.start).date, date(2027, 1, 31))
        self.assertEqual(self.answer(applicant, self.certificate).document_id.name, "licence.pdf")
        self.assertEqual(applicant.ats_document_ids.origin, "candidate")
        self.licence.label = "Driving licence?"
        early.name = "Morning"
        self.assertEqual(self.answer(applicant, self.licence).wording, "Do you hold a driving licence?")
        self.assertEqual(self.answer(applicant, self.shift).answer_text, "Early")

    def test_wording_is_kept_in_the_language_of_the_form(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        self.languages.with_context(lang="fr_FR").label = "Quelles langues ?"
        self.languages.choice_ids[0].with_context(lang="fr_FR").name = "Néerlandais"
        applicant, _outcome = self.send({self.languages: self.languages.choice_ids[0].ids}, lang="fr_FR")
        self.assertEqual(applicant.ats_answer_ids.wording, "Quelles langues ?")
        self.assertEqual(applicant.ats_answer_ids.answer_text, "Néerlandais")
        self.assertEqual(applicant.ats_answer_ids.lang, "fr_FR")
        applicant, _outcome = self.send({self.licence: "yes"}, lang="xx_XX", email="x@example.org", name="X")
        self.assertEqual(applicant.ats_answer_ids.lang, "en_US", "a language that is not installed was not asked in")

    def test_a_wrong_answer_is_refused_and_nothing_is_written(self):
        other = self.make_question("Asked elsewhere", "text")
        people = self.env["ats.candidate"].search_count([])
        for wrong in (
            {other: "x"},
            {self.shift: self.languages.choice_ids[0].id},
            {self.years: "61"},
            {self.start: "soon"},
            {self.licence: {"a": 1}},
            {self.certificate: ("run.exe", b"MZ\x90\x00")},
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                self.send(wrong)
        for strange in ([1], "x"):
            with self.assertRaises(UserError):
                self.env["hr.applicant"].sudo()._ats_apply(
                    self.job, {"name": "A", "email": "a@example.org"}, answers=strange, source="api"
                )
        self.assertEqual(self.env["ats.candidate"].search_count([]), people)

    def test_required_holds_for_doors_that_ask(self):
        self.job.ats_job_question_ids[0].is_required = True
        with self.assertRaisesRegex(UserError, "Do you hold a driving licence.*Please answer"):
            self.env["hr.applicant"].sudo()._ats_apply(
                self.job, {"name": "A", "email": "a@example.org"}, answers={}, source="website"
            )
        applicant, outcome = self.send(None)
        self.assertEqual(outcome, "created", "a mail is not asked")
        self.assertFalse(applicant.ats_answer_ids)

    def test_a_stranger_does_not_replace_what_stands(self):
        applicant, _outcome = self.send({self.licence: "yes"})
        again, outcome = self.send({self.licence: "no", self.years: 3})
        self.assertEqual((again, outcome), (applicant, "existing"))
        self.assertEqual(self.answer(applicant, self.licence).yes_no, "yes")
        self.assertEqual(self.answer(applicant, self.years).number, 3)
        later = applicant.ats_answer_ids.filtered(lambda row: not row.is_current)
        with self.assertRaises(AccessError):
            later.with_user(self.interviewer).action_accept()
        later.with_user(self.recruiter).action_accept()
        self.assertEqual(self.answer(applicant, self.licence), later)
        self.send({self.licence: "yes"}, proof="link")
        self.assertEqual(self.answer(applicant, self.licence).yes_no, "yes")

    def test_answered_questions_and_choices_are_archived(self):
        applicant, _outcome = self.send({self.licence: "yes", self.shift: self.shift.choice_ids[0].id})
        recruiter = self.env(user=self.recruiter)
        early, late = self.shift.choice_ids
        (early | late).with_env(recruiter).unlink()
        self.assertTrue(early.exists() and not early.active)
        self.assertFalse(late.exists())
        (self.licence | self.years).with_env(recruiter).unlink()
        self.job.ats_job_question_ids.filtered(lambda row: row.question_id == self.reason).unlink()
        self.reason.with_env(recruiter).unlink()
        self.assertTrue(self.years.exists() and not self.years.active, "a job asks it")
        self.assertTrue(self.licence.exists() and not self.licence.active)
        self.assertFalse(self.reason.exists())
        self.assertNotIn(self.licence, self.job._ats_asked_questions().question_id)
        self.assertEqual(self.answer(applicant, self.licence).wording, "Do you hold a driving licence?")

    def test_an_answered_question_keeps_its_kind(self):
        self.send({self.licence: "yes"})
        with self.assertRaises(UserError):
            self.licence.with_user(self.recruiter).kind = "text"

    def test_a_legal_requirement_is_a_fact_and_said_by_administrators(self):
        with self.assertRaises(ValidationError):
            self.reason.is_legal_requirement = True
        with self.assertRaises(AccessError):
            self.years.with_user(self.recruiter).is_legal_requirement = True
        self.years.with_user(self.admin_rec).is_legal_requirement = True

    def test_who_reads_answers(self):
        applicant, _outcome = self.send({self.licence: "yes"})
        answer = applicant.ats_answer_ids
        for user in (self.recruiter, self.hiring_manager, self.admin_rec):
            self.assertEqual(answer.with_user(user).answer_text, "Yes")
            with self.assertRaises(AccessError):
                answer.with_user(user).write({"answer_text": "No"})
        for user in (self.interviewer, self.employee_user, self.privacy_officer):
            with self.assertRaises(AccessError):
                answer.with_user(user).read(["answer_text"])
        applicant.interviewer_ids = self.interviewer
        self.assertEqual(answer.with_user(self.interviewer).answer_text, "Yes")
        self.job.ats_restricted = True
        stranger = self.admin_rec.copy({"login": "stranger", "group_ids": [(6, 0, self.recruiter.group_ids.ids)]})
        with self.assertRaises(AccessError):
            answer.with_user(stranger).read(["answer_text"])
