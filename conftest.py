"""A browser or HTTP test that is skipped has proved nothing, so it fails. Browsers get time on busy machines."""

import importlib.util
import os
import shutil
from contextlib import contextmanager
from pathlib import Path

import freezegun
import pytest

# Its own list is that of an older pytest: durations of tests with a frozen clock were nonsense.
freezegun.configure(extend_ignore_list=["_pytest.timing"])

BROWSERS = ("google-chrome", "chromium", "chromium-browser")
PATIENCE = 4  # times what Odoo waits for a page and for a tour; patience.js does so for a tour's steps


def pytest_sessionstart(session):
    if not session.config.getoption("--odoo-http", default=False):
        return
    if not any(map(shutil.which, BROWSERS)):
        pytest.exit("No Chromium was found, so tours cannot run. Run: apt-get install chromium", returncode=1)
    if not importlib.util.find_spec("websocket"):
        pytest.exit("websocket-client is missing, so tours cannot run. Run: make clean, then make test", returncode=1)
    _give_browsers_time()
    _give_processes_own_files()


def _give_browsers_time():
    """Odoo multiplies its time limits by this factor where it slows the browser down on purpose.

    Requests of one page run one after the other in a test; who waits for its turn too long gets an error page.
    """
    from odoo.tests.common import BaseCase, ChromeBrowser

    BaseCase.test_cursor_lock_timeout *= PATIENCE

    start = ChromeBrowser.__init__

    def start_patiently(browser, *arguments, **keywords):
        start(browser, *arguments, **keywords)
        browser.throttling_factor = PATIENCE

    ChromeBrowser.__init__ = start_patiently


def _give_processes_own_files():
    """pytest-odoo lets the processes of one run share a folder of files. After each class Odoo clears away the files
    that its own database does not know, which are those that a test of the other process has just written."""
    import pytest_odoo

    pytest_odoo._shared_filestore = _own_filestore


@contextmanager
def _own_filestore(original_db_name, db_name):
    from odoo.tools import config

    if original_db_name == db_name:
        yield
        return
    source, target = Path(config.filestore(original_db_name)), Path(config.filestore(db_name))
    shutil.rmtree(target, ignore_errors=True)
    if source.is_dir():
        shutil.copytree(source, target, copy_function=os.link)
    try:
        yield
    finally:
        shutil.rmtree(target, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and _needs_server(item):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped ({call.excinfo.value}); a skipped browser test counts as failed."
    return report


def _needs_server(item):
    owner = getattr(item, "cls", None)
    return owner is not None and any(base.__name__ == "HttpCase" for base in owner.__mro__)
