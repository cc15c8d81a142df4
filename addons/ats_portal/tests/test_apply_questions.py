"""The job's questions on the public form."""

from lxml import html

from odoo.tests import tagged

from odoo.addons.ats_core.tests.screening_common import ScreeningMixin

from .common import OTHER_PDF, RESUME, PortalCase


@tagged("post_install", "-at_install")
class TestApplyQuestions(ScreeningMixin, PortalCase):
    def name(self, question, choice=None):
        return f"answer_{question.id}_{choice.id}" if choice else f"answer_{question.id}"

    def test_questions_are_on_the_page_in_their_order(self):
        page = html.fromstring(self.url_open(self.apply_url()).text)
        labels = [" ".join(node.text_content().split()) for node in page.xpath("//section//legend | //section//label")]
        asked = [label for label in labels if "(optional)" in label]
        self.assertEqual(asked[0], "Do you hold a driving licence? (optional)")
        self.assertEqual(len(asked), 7)
        self.assertTrue(page.xpath(f"//input[@type='date'][@name='{self.name(self.start)}']"))

    def test_answers_arrive_with_the_application(self):
        dutch, french, _english = self.languages.choice_ids
        response = self.send_form(
            files=[("cv", "cv.pdf", RESUME), (self.name(self.certificate), "licence.pdf", OTHER_PDF)],
            **{
                self.name(self.licence): "yes",
                self.name(self.shift): str(self.shift.choice_ids[1].id),
                self.name(self.languages, dutch): "1",
                self.name(self.languages, french): "1",
                self.name(self.years): "4",
                self.name(self.start): "2027-02-01",
                self.name(self.reason): "<script>alert(1)</script>",
            },
        )
        self.assertSent(response)
        application = self.applications()
        texts = application.ats_answer_ids.mapped("answer_text")
        self.assertEqual(texts[:4], ["Yes", "Late", "Dutch, French", "4"])
        self.assertIn("<script>alert(1)</script>", texts)
        self.assertEqual(self.answer(application, self.certificate).document_id.name, "licence.pdf")
        self.assertEqual(sorted(application.ats_document_ids.mapped("name")), ["cv.pdf", "licence.pdf"])

    def test_an_error_keeps_every_answer(self):
        self.job.ats_job_question_ids[0].is_required = True
        dutch = self.languages.choice_ids[0]
        response = self.send_form(
            **{
                self.name(self.languages, dutch): "1",
                self.name(self.shift): str(self.shift.choice_ids[1].id),
                self.name(self.years): "99",
                self.name(self.reason): "Because </textarea><b>of</b> it",
            }
        )
        page = self.assertAsked(response, self.name(self.licence))
        self.assertAsked(response, self.name(self.years))
        self.assertTrue(page.xpath(f"//input[@name='{self.name(self.languages, dutch)}']/@checked"))
        late = page.xpath(f"//input[@name='{self.name(self.shift)}'][@checked]/@value")
        self.assertEqual(late, [str(self.shift.choice_ids[1].id)])
        self.assertEqual(page.xpath(f"//input[@name='{self.name(self.years)}']/@value"), ["99"])
        self.assertEqual(
            page.xpath(f"string(//textarea[@name='{self.name(self.reason)}'])"), "Because </textarea><b>of</b> it"
        )
        self.assertFalse(self.applications())

    def test_hostile_answers_are_refused_cleanly(self):
        other_job = self.make_job("Elsewhere", is_published=True)
        foreign = self.make_question("Asked elsewhere", "text")
        self.ask_on(other_job, foreign)
        for name, value in [
            (self.name(foreign), "x"),
            ("answer_999999999", "x"),
            ("answer_1 OR 1=1", "x"),
            ("answer_../../x", "x"),
            (f"answer_{self.languages.id}_{self.shift.choice_ids[0].id}", "1"),
        ]:
            response = self.send_form(**{name: value})
            self.assertEqual(response.status_code, 400, name)
            self.assertIn("ats_summary", response.text)
        for question, value in [
            (self.licence, "maybe"),
            (self.shift, str(self.languages.choice_ids[0].id)),
            (self.shift, "' OR 1=1"),
            (self.years, "1e999"),
            (self.start, "0001-01-01"),
            (self.reason, "x" * 5000),
            (self.reason, "nul\x01"),
            (self.certificate, "not a file"),
        ]:
            self.env["ats.portal.hit"].search([]).unlink()
            self.assertAsked(self.send_form(**{self.name(question): value}), self.name(question))
        self.env["ats.portal.hit"].search([]).unlink()
        files = [(self.name(self.certificate), "licence.pdf", b"<html>not a pdf</html>")]
        self.assertAsked(self.send_form(files=files), self.name(self.certificate))
        self.assertFalse(self.applications())

    def test_questions_speak_the_language_of_the_visit(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        self.env["website"].search([]).language_ids = [(4, self.env["res.lang"]._lang_get("fr_FR").id)]
        self.licence.with_context(lang="fr_FR").label = "Avez-vous le permis ?"
        url = f"/fr{self.apply_url()}"
        self.assertIn("Avez-vous le permis ?", self.url_open(url).text)
        self.assertSent(self.send_form(url=url, **{self.name(self.licence): "yes"}))
        answer = self.applications().ats_answer_ids
        self.assertEqual((answer.wording, answer.lang), ("Avez-vous le permis ?", "fr_FR"))
