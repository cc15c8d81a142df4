"""WCAG 2.1 AA of every candidate page, by axe in a real browser, on a phone and on a desk, left to right and right to left.

Our part has no violation. What Odoo's own header, footer and menus have stands in NATIVE."""

import json
import re
import sys
from pathlib import Path

from odoo.tests import tagged

from odoo.addons.ats_portal.tests.common import PortalCase

from devtools import javascript

sys.path.insert(0, str(Path(__file__).parent))
import candidate_pages  # noqa: E402 - lies beside this file

# Rules that Odoo's website frame breaks around our part (docs/development.md tells more).
NATIVE = {"aria-allowed-attr", "aria-required-children", "color-contrast", "label", "link-name", "list", "region"}

TOLD = re.compile(r"axe (\d+):(.*)", re.DOTALL)

CHECK = """
(async () => {
    const source = await (await fetch("%(axe)s")).text();
    const pages = %(pages)s;
    const found = { ours: [], native: [], wide: [], direction: [] };
    const frame = document.createElement("iframe");
    document.body.replaceChildren(frame);
    frame.style.cssText = "position:fixed;inset:0;width:%(width)spx;height:844px;border:0;background:white";
    for (const [name, url] of Object.entries(pages)) {
        await new Promise((resolve) => { frame.onload = resolve; frame.src = url; });
        const view = frame.contentWindow;
        await view.document.fonts.ready;
        view.eval(source);
        const result = await view.axe.run(view.document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
            resultTypes: ["violations"],
        });
        const isPrivate = !!view.document.querySelector(".o_ats_private");
        for (const violation of result.violations) {
            for (const node of violation.nodes) {
                const element = view.document.querySelector(node.target.at(-1));
                const ours = isPrivate ? true : !!element?.closest("#wrap");
                const entry = `${name}: ${violation.id} at ${node.target} ${node.failureSummary || ""}`;
                (ours ? found.ours : found.native).push(ours ? entry : violation.id);
            }
        }
        if (view.document.documentElement.scrollWidth > view.innerWidth + 1) {
            found.wide.push(name);
        }
        found.direction.push(view.document.documentElement.dir || view.document.body.dir || "ltr");
    }
    found.native = [...new Set(found.native)];
    found.direction = [...new Set(found.direction)];
    const lines = JSON.stringify(found).match(/.{1,3000}/gs);
    lines.forEach((line, index) => console.info("axe " + index + ":" + line));
    console.log("test successful");
})().catch((error) => console.error("axe failed: " + error));
"""


@tagged("post_install", "-at_install")
class TestAccessibility(PortalCase):
    browser_size = "1280x900"

    def axe_url(self):
        """Serve axe to this test alone: the row is gone with its transaction."""
        source = javascript.package_file("axe-core/axe.min.js").read_bytes()
        vals = {"name": "axe.min.js", "raw": source, "mimetype": "text/plain", "public": True}
        return f"/web/content/{self.env['ir.attachment'].create(vals).id}"

    def run_axe(self, pages, width):
        code = CHECK % {"axe": self.axe_url(), "pages": json.dumps(pages), "width": width}
        with self.assertLogs(self._logger.getChild("browser"), "DEBUG") as logs:
            self.browser_js("/robots.txt", code, timeout=120, error_checker=lambda message: "axe" in message)
        told = [TOLD.search(record.getMessage()) for record in logs.records]
        parts = {int(found[1]): found[2] for found in told if found}
        self.assertTrue(parts, f"the browser told nothing: {logs.output[-3:]}")
        return json.loads("".join(text for _number, text in sorted(parts.items())))

    def check(self, pages, width, direction):
        found = self.run_axe(pages, width)
        self.assertFalse(found["ours"], str(found["native"])+str(found["wide"])+str(found["direction"])+"\n".join(found["ours"]))
        self.assertLessEqual(set(found["native"]), NATIVE)
        self.assertEqual(found["wide"], [], "pages that scroll sideways")
        self.assertEqual(found["direction"], [direction])

    def test_every_candidate_page(self):
        pages = candidate_pages.furnish(self)
        for width in (390,):
            with self.subTest(width=width):
                self.check(pages, width, "ltr")
