"""docs/access-matrix.csv says who may do what; the addons say the same."""

import sys
from pathlib import Path

from odoo.tests import TransactionCase, tagged

sys.path.insert(0, str(Path(__file__).parent))
import access_matrix  # noqa: E402 - lies beside this file

AGAIN = "If the change is meant: run ./dev access-matrix and have the new line reviewed."


@tagged("post_install", "-at_install")
class TestAccessMatrix(TransactionCase):
    def test_the_table_is_what_the_addons_grant(self):
        table, now = access_matrix.written(), access_matrix.rows(self.env)
        differences = [
            f"{name} for {role}: granted {cells[role]}, in the table {table.get(name, {}).get(role, 'no line')}"
            for name, cells in now.items()
            for role in access_matrix.ROLES
            if table.get(name, {}).get(role) != cells[role]
        ]
        self.assertFalse(differences, "\n".join([*differences, AGAIN]))

    def test_the_table_has_no_line_of_a_model_that_is_gone(self):
        gone = [
            name
            for name in set(access_matrix.written()) - set(access_matrix.models(self.env))
            if self._is_of_an_installed_addon(name)
        ]
        self.assertFalse(gone, AGAIN)

    def _is_of_an_installed_addon(self, model):
        """Tests of one addon run without those above it: their lines are not asked for."""
        addons = Path(__file__).resolve().parents[2] / "addons"
        ours = {path.parent.name for path in addons.glob("*/__manifest__.py")}
        installed = self.env["ir.module.module"].search([("name", "in", sorted(ours)), ("state", "=", "installed")])
        return set(installed.mapped("name")) == ours

    def test_nobody_outside_touches_a_model_of_ours(self):
        open_ones = {
            (name, role): cells[role]
            for name, cells in access_matrix.rows(self.env).items()
            for role in ("public", "portal")
            if name.startswith("ats.") and cells[role] != "----"
        }
        self.assertFalse(open_ones, "Visitors and candidates go through controllers, which elevate what they checked.")
