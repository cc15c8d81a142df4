from odoo.addons.web.controllers.export import CSVExport, ExcelExport

# What a spreadsheet takes for the beginning of a formula, when it reads text and when it reads a workbook.
FORMULA_IN_TEXT = ("=", "+", "-", "@", "\t", "\r")
FORMULA_IN_WORKBOOK = ("=", "{=")


def _harmless(rows, beginnings):
    """Return rows in which no text begins like a formula: candidates type what recruiters export."""
    return [
        [f"'{value}" if isinstance(value, str) and value.startswith(beginnings) else value for value in row]
        for row in rows
    ]


class TextExport(CSVExport):
    def from_data(self, fields, columns_headers, rows):
        """Odoo itself leaves out some of the beginnings."""
        return super().from_data(fields, columns_headers, _harmless(rows, FORMULA_IN_TEXT))


class WorkbookExport(ExcelExport):
    def from_data(self, fields, columns_headers, rows):
        """Odoo itself would write a formula."""
        return super().from_data(fields, columns_headers, _harmless(rows, FORMULA_IN_WORKBOOK))

    def from_group_data(self, fields, columns_headers, groups):
        self._ats_harmless_groups(groups)
        return super().from_group_data(fields, columns_headers, groups)

    def _ats_harmless_groups(self, groups):
        groups.data = _harmless(groups.data, FORMULA_IN_WORKBOOK)
        for child in groups.children.values():
            self._ats_harmless_groups(child)
