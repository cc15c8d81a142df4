import io
import os
import subprocess
import tempfile
from pathlib import Path

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import file_path

from odoo.addons.base.models.ir_actions_report import _wkhtml

from .offer_letter import FONT_FOLDER

LETTER = "ats_core.offer_letter"
SECONDS = 60
# Blank margins for the stationery; no script, no picture, no file, no link of the text is followed.
LETTER_ARGUMENTS = (
    "--quiet",
    "--page-size",
    "A4",
    "--margin-top",
    "40mm",
    "--margin-bottom",
    "24mm",
    "--margin-left",
    "20mm",
    "--margin-right",
    "20mm",
    "--encoding",
    "utf-8",
    "--disable-javascript",
    "--disable-local-file-access",
    "--disable-external-links",
    "--disable-plugins",
    "--no-images",
    "--disable-smart-shrinking",
)
FONT_SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
    <dir>{fonts}</dir>
    <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
"""


class IrActionsReport(models.Model):
    """Prints the offer letter so that it looks the same on every machine.

    The native way needs a running server for the style sheet and a patched wkhtmltopdf for header
    and page numbers, and draws web fonts as outlines, which nobody can select or read aloud. The
    letter brings its own style, finds its font through fontconfig, and header, footer and page
    numbers are drawn over its blank margins.
    """

    _inherit = "ir.actions.report"

    def _is_offer_letter(self, report_ref):
        return bool(report_ref) and self._get_report(report_ref).report_name == LETTER

    def _pre_render_qweb_pdf(self, report_ref, res_ids=None, data=None):
        # Under test Odoo hands out HTML instead of a PDF; a letter is a PDF everywhere.
        if self._is_offer_letter(report_ref):
            self = self.with_context(force_report_rendering=True)
        return super()._pre_render_qweb_pdf(report_ref, res_ids, data)

    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        if not res_ids or not self._is_offer_letter(report_ref):
            return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids)
        streams = {}
        for offer in self.env["ats.offer"].browse(dict.fromkeys(res_ids)):
            if offer.letter_attachment_id:
                pdf = offer._letter_bytes()
            else:
                [made] = super()._render_qweb_pdf_prepare_streams(report_ref, dict(data or {}), [offer.id]).values()
                pdf = offer._dress_letter(made["stream"].getvalue())
            streams[offer.id] = {"stream": io.BytesIO(pdf), "attachment": None}
        return streams

    def _prepare_html(self, html, report_model=False):
        if self.report_name != LETTER:
            return super()._prepare_html(html, report_model)
        return [html.decode() if isinstance(html, bytes) else html], [None], None, None, {}

    def _run_wkhtmltopdf(
        self,
        bodies,
        report_ref=False,
        header=None,
        footer=None,
        landscape=False,
        specific_paperformat_args=None,
        set_viewport_size=False,
    ):
        if not self._is_offer_letter(report_ref):
            return super()._run_wkhtmltopdf(
                bodies,
                report_ref,
                header,
                footer,
                landscape,
                specific_paperformat_args,
                set_viewport_size,
            )
        [body] = bodies
        return self._print_letter(body)

    def _print_letter(self, body):
        with tempfile.TemporaryDirectory(prefix="offer-letter-") as folder:
            page, pdf, fonts = (Path(folder, name) for name in ("l.html", "l.pdf", "fonts.conf"))
            page.write_text(body, "utf-8")
            fonts.write_text(FONT_SETTINGS.format(fonts=file_path(FONT_FOLDER)), "utf-8")
            try:
                done = subprocess.run(
                    [_wkhtml().bin, *LETTER_ARGUMENTS, str(page), str(pdf)],
                    capture_output=True,
                    check=False,
                    timeout=SECONDS,
                    env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
                )
            except subprocess.TimeoutExpired as error:
                raise UserError(self.env._("Printing the letter took too long. Try again.")) from error
            if not pdf.exists() or not pdf.stat().st_size:
                raise UserError(self.env._("The letter could not be printed: %s", done.stderr.decode(errors="replace")))
            return pdf.read_bytes()
