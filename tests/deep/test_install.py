"""All addons on native data, installed twice and uninstalled; and data that stand against a rule."""

import pytest

from devtools import addons, databases
from devtools.console import Failure
from tests.install import journey
from tests.install.tests import InstallTests


class TestInstallAll(InstallTests):
    addons = tuple(addons.present())


class TestRulesThatCannotBeKept:
    """A database that an earlier trial left behind: two rows with one submission key."""

    def test_installation_fails_with_the_rule(self):
        odoo = journey.server()
        with journey.database(odoo, "ats_install_refused") as name:
            with journey.cursor(odoo, name) as cr:
                cr.execute("ALTER TABLE hr_applicant ADD COLUMN ats_submission_key varchar")
                cr.execute(
                    "INSERT INTO hr_applicant (partner_name, kanban_state, active, ats_submission_key)"
                    " VALUES ('A', 'normal', true, 'same'), ('B', 'normal', true, 'same')"
                )
            with pytest.raises(Failure, match="stand against these rules of the ATS: hr_applicant_ats_submission_uniq"):
                odoo.install(name, ["ats_core"])
            state = odoo.database.query("select state from ir_module_module where name = 'ats_core'", name)
            assert state == "uninstalled"
            assert databases.exists(odoo, name)
            assert odoo.database.query("select to_regclass('ats_candidate') is null", name) == "t"
