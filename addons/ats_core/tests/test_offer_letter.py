import hashlib
import io

from pypdf import PdfReader

from odoo.exceptions import UserError
from odoo.tests import HttpCase, tagged

from .offer_common import OfferCase, OfferMixin


def pages_of(pdf):
    return PdfReader(io.BytesIO(pdf)).pages


@tagged("post_install", "-at_install")
class TestOfferLetter(OfferCase):
    def letter(self, **terms):
        return self.make_offer(
            self.apply(name="Łukasz Ożóg-Müller", email="lukasz@example.org"), **terms
        )._render_letter()

    def test_every_page_has_company_and_number(self):
        self.env.company.name = "Brasserie Élan"
        benefits = "\n".join(f"Benefit {number}" for number in range(60))
        pages = pages_of(self.letter(benefits=benefits))
        self.assertGreaterEqual(len(pages), 2)
        for number, page in enumerate(pages, start=1):
            text = page.extract_text()
            self.assertIn(f"Page {number} / {len(pages)}", text)
            self.assertIn("Brasserie Élan", text)

    def test_names_and_terms_are_text_in_embedded_fonts(self):
        [page] = pages_of(self.letter(benefits="Prąd i çay"))
        text = " ".join(page.extract_text().split())
        for words in ("Łukasz Ożóg-Müller", "Backend Developer", "4,200", "January 4, 2027", "Prąd i çay"):
            self.assertIn(words, text)
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
        for font in fonts:
            [carrier] = font.get("/DescendantFonts", [font])
            descriptor = carrier.get_object()["/FontDescriptor"].get_object()
            self.assertIn("/FontFile2", descriptor, font["/BaseFont"])
        self.assertTrue(any("OpenSans" in font["/BaseFont"] for font in fonts))

    def test_terms_are_text_and_never_markup(self):
        pdf = self.letter(benefits="<script>document.write(1)</script><b>bold</b> & more")
        text = " ".join(pages_of(pdf)[0].extract_text().split())
        self.assertIn("<b>bold</b> & more", text)

    def test_the_letter_speaks_the_candidates_language(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        applicant = self.apply(name="Zoé", email="zoe@example.org", lang="fr_FR")
        [page] = pages_of(self.make_offer(applicant)._render_letter())
        text = page.extract_text()
        self.assertIn("4 janvier 2027", text, "spaces are read as spaces")
        self.assertEqual(
            PdfReader(io.BytesIO(self.make_offer(applicant)._render_letter())).trailer["/Root"]["/Lang"],
            "fr-FR",
        )

    def test_a_sent_letter_is_never_printed_anew(self):
        offer = self.make_offer()
        offer._send()
        sealed = offer._letter_bytes()
        self.assertEqual(hashlib.sha256(sealed).hexdigest(), offer.letter_sha256)
        self.env.company.name = "Renamed"
        self.assertEqual(offer._render_letter(), sealed)

    def test_changed_bytes_break_the_seal(self):
        offer = self.make_offer()
        offer._send()
        offer.sudo().letter_attachment_id.raw = b"%PDF-1.4 something else"
        with self.assertRaisesRegex(UserError, "does not match its seal"):
            offer._letter_bytes()

    def test_several_letters_are_printed_at_once(self):
        offers = self.make_offer() + self.make_offer(self.apply(name="Boris", email="boris@example.org"))
        reports = self.env["ir.actions.report"]
        pdf, kind = reports.with_user(self.recruiter)._render_qweb_pdf(
            "ats_core.action_report_offer_letter", offers.ids
        )
        texts = [page.extract_text() for page in pages_of(pdf)]
        self.assertEqual((kind, len(texts)), ("pdf", 2))
        self.assertIn("Ana", texts[0])
        self.assertIn("Boris", texts[1])

    def test_other_reports_keep_their_way(self):
        report = self.env["ir.actions.report"]._get_report("base.report_ir_model_overview")
        self.assertFalse(report._is_offer_letter(report))


@tagged("post_install", "-at_install")
class TestOfferLetterOverHttp(OfferMixin, HttpCase):
    """The letter through a running server, as the button and the form fetch it."""

    def test_the_recruiter_downloads_the_letter(self):
        offer = self.make_offer()
        self.authenticate("ats_recruiter", "ats_recruiter")
        draft = self.url_open(f"/report/pdf/ats_core.offer_letter/{offer.id}")
        offer._send()
        sent = self.url_open(f"/report/pdf/ats_core.offer_letter/{offer.id}")
        shown = self.url_open(f"/web/content/ats.offer/{offer.id}/letter_preview")
        for answer in (draft, sent, shown):
            self.assertEqual(answer.status_code, 200)
            self.assertTrue(answer.content.startswith(b"%PDF"), answer.content[:80])
        self.assertIn("Page 1 / 1", pages_of(sent.content)[0].extract_text())
        self.assertEqual(hashlib.sha256(sent.content).hexdigest(), offer.letter_sha256)
        self.assertEqual(sent.content, shown.content)

    def test_the_panel_downloads_nothing(self):
        offer = self.sent_offer()
        self.job.interviewer_ids = self.interviewer
        self.authenticate("ats_interviewer", "ats_interviewer")
        for path in (
            f"/report/pdf/ats_core.offer_letter/{offer.id}",
            f"/report/html/ats_core.offer_letter/{offer.id}",
            f"/web/content/ats.offer/{offer.id}/letter_preview",
            f"/web/content/{offer.letter_attachment_id.id}",
        ):
            answer = self.url_open(path)
            self.assertNotEqual(answer.status_code, 200, path)
            self.assertNotIn(b"4,200", answer.content)
