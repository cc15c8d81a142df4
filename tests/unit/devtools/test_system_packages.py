"""Missing system packages: named with the exact command, never installed for an ordinary user."""

import pytest

from devtools import system_packages
from devtools.console import SYSTEM_PACKAGE, Failure


def test_what_is_there_needs_nothing(monkeypatch):
    monkeypatch.setattr(system_packages, "found", lambda _name: True)
    monkeypatch.setattr(system_packages, "_apt_install", lambda _packages: pytest.fail("installed without need"))
    assert system_packages.require("psql") is None


def test_ordinary_user_is_told_the_command(monkeypatch):
    monkeypatch.setattr(system_packages, "found", lambda _name: False)
    monkeypatch.setattr(system_packages, "as_root", lambda: False)
    monkeypatch.setattr(system_packages, "_apt_install", lambda _packages: pytest.fail("installed as a user"))
    with pytest.raises(Failure) as failure:
        system_packages.require("postgres", "chromium")
    assert failure.value.code == SYSTEM_PACKAGE
    assert str(failure.value).endswith("sudo apt-get install --no-install-recommends chromium postgresql")


def test_root_installs_only_what_is_missing(monkeypatch):
    missing, asked = {"psql"}, []
    monkeypatch.setattr(system_packages, "found", lambda name: name not in missing)
    monkeypatch.setattr(system_packages, "as_root", lambda: True)
    monkeypatch.setattr(system_packages.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(system_packages, "_apt_install", lambda packages: (asked.append(packages), missing.clear()))
    system_packages.require("psql", "npm")
    assert asked == [["postgresql-client"]]
