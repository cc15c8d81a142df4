"""A browser or HTTP test that is skipped has proved nothing, so it fails. Browsers get time on busy machines."""

import importlib.util
import shutil

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
