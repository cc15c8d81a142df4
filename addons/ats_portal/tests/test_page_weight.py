"""What a careers page costs a phone: what comes over the line beyond native Odoo's, and that nothing jumps."""

import gzip
from pathlib import Path

from odoo.tests import tagged

from .common import PortalCase

BUDGET = 150_000
OURS = Path(__file__).parents[1] / "static" / "src"
# Adds up what moved without the visitor having done anything, as Chromium counts it (0: nothing, 0.1: still good).
SHIFTS = """
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            window.atsShift = (window.atsShift || 0) + (entry.hadRecentInput ? 0 : entry.value);
        }
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => {
        const shift = window.atsShift || 0;
        console.log(shift < 0.02 ? "test successful" : "error: the page moved by " + shift);
    }, 1500);
"""


@tagged("post_install", "-at_install")
class TestPageWeight(PortalCase):
    browser_size = "390x844"
    touch_enabled = True

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        text = "<section><div class='container'>" + "<p>You build and repair what our customers ride.</p>" * 60
        cls.job.website_description = text + "</div></section>"
        for number in range(30):
            cls.make_job(f"Mechanic {number}", website_description=text, is_published=True)

    def test_beyond_native_assets_a_page_is_light(self):
        """The page itself and all that we add to the common bundles, compressed one by one."""
        added = sum(len(gzip.compress(path.read_bytes())) for path in OURS.rglob("*") if path.is_file())
        for path in ("/jobs", self.job.website_url):
            with self.subTest(path=path):
                page = len(gzip.compress(self.url_open(path).content))
                self.assertLess(page + added, BUDGET, f"{page} bytes of page, {added} of ours in bundles")

    def test_nothing_jumps(self):
        for path in ("/jobs", self.job.website_url):
            with self.subTest(path=path):
                self.browser_js(path, SHIFTS, login=None)
