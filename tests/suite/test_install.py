"""CI's part: ats_core on native data, installed twice and uninstalled. All addons: tests/deep/test_install.py."""

from tests.install.tests import InstallTests


class TestInstallCore(InstallTests):
    addons = ("ats_core",)
