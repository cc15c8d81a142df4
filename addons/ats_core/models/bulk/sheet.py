import io
from datetime import date, datetime

import xlsxwriter

from odoo.tools.misc import babel_locale_parse, get_lang, posix_to_ldml

# What somebody typed is never a formula or a link.
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


class Sheet:
    """A workbook with one sheet; dates look as in the language of the environment, and can be sorted."""

    def __init__(self, env):
        lang = get_lang(env)
        locale = babel_locale_parse(lang.code)
        self.day = posix_to_ldml(lang.date_format, locale).lower()
        self.moment = f"{self.day} hh:mm"

    def workbook(self, titles, rows):
        """Return the bytes of the file.

        :param titles: list of texts
        :param rows: iterable of lists of texts, numbers, dates and moments without zone
        """
        content = io.BytesIO()
        with xlsxwriter.Workbook(content, PLAIN) as workbook:
            sheet = workbook.add_worksheet()
            day = workbook.add_format({"num_format": self.day, "align": "left"})
            moment = workbook.add_format({"num_format": self.moment, "align": "left"})
            sheet.write_row(0, 0, titles, workbook.add_format({"bold": True}))
            for number, row in enumerate(rows, start=1):
                for column, value in enumerate(row):
                    self._write(sheet, number, column, value, day, moment)
            sheet.freeze_panes(1, 1)
            sheet.set_column(0, len(titles) - 1, 22)
        return content.getvalue()

    def _write(self, sheet, row, column, value, day, moment):
        if isinstance(value, datetime):
            sheet.write_datetime(row, column, value, moment)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, day)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value)
        else:
            sheet.write_string(row, column, value or "")
