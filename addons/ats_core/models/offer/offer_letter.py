import base64
import hashlib
import re

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import file_path, format_amount, format_date

from ...lib.ats_letter import Evidence, Fonts, Stationery, append_evidence, dress
from .ats_offer import PAY_GROUPS

FONT_FOLDER = "web/static/fonts/google/Open_Sans"


class AtsOffer(models.Model):
    """The offer in words: terms, letter, seal, signed copy."""

    _inherit = "ats.offer"

    letter_preview = fields.Binary(compute="_compute_letter_preview", groups=PAY_GROUPS)

    @api.depends("letter_attachment_id")
    def _compute_letter_preview(self):
        for offer in self:
            offer.letter_preview = offer.letter_attachment_id.datas

    def _in_candidate_words(self):
        """Return the offer in the language in which the candidate is written to."""
        self.ensure_one()
        return self.with_context(lang=self.applicant_id.sudo()._ats_mail_lang())

    # Terms ---------------------------------------------------------------------------------

    def _ats_public_terms(self):
        """Return what is offered as a list of (label, text) in the candidate's language, zone
        and number format. The only way in which terms reach a candidate's page."""
        offer = self._in_candidate_words()
        terms = [
            (offer.env._("Position"), offer.job_id.name),
            (offer.env._("Pay"), offer._pay_sentence()),
            (offer.env._("Variable pay"), offer.variable_pay),
            (
                offer.env._("Start"),
                format_date(offer.env, offer.start_date, date_format="long") if offer.start_date else "",
            ),
            (offer.env._("Contract"), offer.contract_type_id.sudo().name),
            (offer.env._("Working hours"), offer._hours_sentence()),
            (offer.env._("Place of work"), offer.workplace),
            (offer.env._("Probation"), offer.env._("%s months", offer.trial_months) if offer.trial_months else ""),
            (offer.env._("Benefits"), offer.benefits),
            (offer.env._("Conditions"), offer.conditions),
            (offer.env._("Answer by"), offer._candidate_time(offer.expires_at) if offer.expires_at else ""),
        ]
        return [(label, text) for label, text in terms if text]

    def _pay_sentence(self):
        """For instance "€ 3,200.00 gross per month"."""
        amount = format_amount(self.env, self.wage, self.currency_id)
        return {
            "month": self.env._("%s gross per month", amount),
            "year": self.env._("%s gross per year", amount),
            "hour": self.env._("%s gross per hour", amount),
        }[self.wage_period]

    def _hours_sentence(self):
        calendar_sudo = self.resource_calendar_id.sudo()
        hours = calendar_sudo.hours_per_week
        if not hours:
            return calendar_sudo.name or ""
        return self.env._("%g hours a week", hours)

    def _monthly_wage(self):
        """Pay of one month, 0 when it is agreed by the hour."""
        return {"month": self.wage, "year": self.wage / 12}.get(self.wage_period, 0.0)

    # Letter --------------------------------------------------------------------------------

    def _render_letter(self):
        """Return the bytes of the letter as it would be sent now."""
        self.ensure_one()
        reports = self.env["ir.actions.report"]
        pdf, _kind = reports._render_qweb_pdf("ats_core.action_report_offer_letter", self.ids)
        return pdf

    def _seal_letter(self):
        """Store the letter beside the offer, where who may not see pay does not find it.

        :return: (attachment, SHA-256 of its bytes)
        """
        pdf = self._render_letter()
        letter = self._store_beside(f"{self._file_name()}.pdf", pdf)
        return letter, hashlib.sha256(pdf).hexdigest()

    def _store_beside(self, name, pdf):
        """Keep a PDF of ours as a file of the offer. Reading it for the search index would cost a second of the
        request, and its text is in the offer's fields anyway."""
        return (
            self.env["ir.attachment"]
            .with_context(ats_skip_index=True)
            .create(
                {
                    "name": name,
                    "raw": pdf,
                    "mimetype": "application/pdf",
                    "res_model": self._name,
                    "res_id": self.id,
                }
            )
            .with_env(self.env)
        )

    def _file_name(self):
        return re.sub(r"[^\w.-]+", "-", self._in_candidate_words()._short_name())

    def _letter_bytes(self):
        """Return the sealed letter, or the draft of it while there is none.

        :raise UserError: when the stored bytes no longer match the seal
        """
        self.ensure_one()
        if not self.letter_attachment_id:
            return self._render_letter()
        pdf = self.letter_attachment_id.raw
        if hashlib.sha256(pdf or b"").hexdigest() != self.letter_sha256:
            raise UserError(self.env._("The stored letter does not match its seal any more. Tell your administrator."))
        return pdf

    def _letter_values(self):
        """Values of the letter's template; the template itself decides nothing."""
        offer = self._in_candidate_words()
        applicant_sudo = offer.applicant_id.sudo()
        sender = applicant_sudo.user_id or offer.author_id.sudo() or offer.env.user
        return {
            "offer": offer,
            "lang": offer.env.context["lang"].replace("_", "-"),
            "person": applicant_sudo.partner_name,
            "address": applicant_sudo.email_from,
            "job": offer.job_id.name or offer.env._("a position in our company"),
            "company": offer.company_id.name,
            "today": format_date(offer.env, fields.Date.context_today(offer), date_format="long"),
            "terms": offer._ats_public_terms(),
            "answer_by": offer._candidate_time(offer.expires_at) if offer.expires_at else "",
            "sender": sender.name,
        }

    def _stationery(self, lang_offer=None):
        """Return header and footer for the letter in the candidate's language."""
        offer = lang_offer or self._in_candidate_words()
        company_sudo = offer.company_id.sudo()
        partner_sudo = company_sudo.partner_id
        address = partner_sudo._display_address(without_company=True).splitlines()
        footer = (company_sudo.name, company_sudo.company_registry, company_sudo.vat, company_sudo.website)
        colour = company_sudo.primary_color or ""
        return Stationery(
            company=company_sudo.name,
            fonts=self._letter_fonts(),
            address=tuple(
                filter(
                    None,
                    (
                        *(line.strip() for line in address),
                        company_sudo.phone,
                        company_sudo.email,
                    ),
                )
            ),
            logo=base64.b64decode(company_sudo.logo) if company_sudo.logo else None,
            footer=" · ".join(filter(None, footer)),
            reference=offer._short_name(),
            page_label=offer.env._("Page {page} / {pages}"),
            title=offer.env._("Your offer: %s", offer.job_id.name or company_sudo.name),
            lang=offer.env.context["lang"],
            accent=colour if re.fullmatch("#[0-9a-fA-F]{6}", colour) else "#374151",
        )

    def _letter_fonts(self):
        return Fonts(
            file_path(f"{FONT_FOLDER}/Open_Sans-Regular.ttf"),
            file_path(f"{FONT_FOLDER}/Open_Sans-Bold.ttf"),
        )

    def _dress_letter(self, pdf):
        """Return the bytes with header, footer and page numbers."""
        return dress(pdf, self._stationery())

    # Signed copy ---------------------------------------------------------------------------

    def _store_signed_letter(self):
        """Keep a copy of the sealed letter with a page that tells how it was accepted."""
        signed = append_evidence(self._letter_bytes(), self._evidence_page(), self._stationery())
        attachment = self._store_beside(f"{self._file_name()}-signed.pdf", signed)
        self._write_by_verb({"signed_attachment_id": attachment.id})

    def _signed_bytes(self):
        """Return the accepted letter with its evidence page, empty before acceptance."""
        self.ensure_one()
        return self.signed_attachment_id.raw or b""

    def action_download_signed(self):
        """Open the accepted letter with its evidence page."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self.signed_attachment_id.id}?download=true",
            "target": "self",
        }

    def _evidence_page(self):
        offer = self._in_candidate_words()
        evidence = offer.answer_evidence or {}
        facts = (
            (offer.env._("Offer"), offer._short_name()),
            (offer.env._("Accepted by"), evidence.get("name")),
            (offer.env._("Private link sent to"), offer.applicant_id.sudo().email_from),
            (offer.env._("Time"), offer._candidate_time(offer.answered_at)),
            (offer.env._("Time (UTC)"), evidence.get("answered_at")),
            (offer.env._("IP address"), evidence.get("ip")),
            (offer.env._("Browser"), evidence.get("user_agent")),
            (offer.env._("Seal of the letter (SHA-256)"), offer.letter_sha256),
        )
        return Evidence(
            heading=offer.env._("Acceptance of the offer"),
            opening=offer.env._(
                "The letter on the pages before this one was accepted on the candidate's private "
                "page by typing the full name and confirming."
            ),
            facts=tuple((label, str(value)) for label, value in facts if value),
            closing=offer.env._(
                "The seal is the SHA-256 of the letter as it was sent, without this page. Whoever "
                "has that file can compute it again and compare."
            ),
        )
