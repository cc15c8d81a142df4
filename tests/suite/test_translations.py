"""addons/*/i18n/*.pot hold every text of the addon that is installed here; `make pot` writes them anew."""

import io
from pathlib import Path

import polib

from odoo.tests import TransactionCase, tagged
from odoo.tools.translate import trans_export

ADDONS = Path(__file__).resolve().parents[2] / "addons"


@tagged("post_install", "-at_install")
class TestTranslationTemplates(TransactionCase):
    def test_templates_are_up_to_date(self):
        names = [path.parent.name for path in sorted(ADDONS.glob("*/__manifest__.py"))]
        installed = self.env["ir.module.module"].search([("name", "in", names), ("state", "=", "installed")])
        self.assertTrue(installed)
        for name in sorted(installed.mapped("name")):
            with self.subTest(addon=name):
                template = ADDONS / name / "i18n" / f"{name}.pot"
                written = self._texts(template.read_text()) if template.is_file() else None
                self.assertEqual(self._texts(self._export(name)), written, f"run: make pot ADDON={name}")

    def _export(self, name):
        with io.BytesIO() as buffer:
            trans_export(False, [name], buffer, "po", self.env)
            return buffer.getvalue().decode()

    @staticmethod
    def _texts(content):
        return {entry.msgid for entry in polib.pofile(content)}
