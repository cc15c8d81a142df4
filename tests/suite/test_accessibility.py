"""WCAG 2.1 AA of every candidate page, by axe in a real browser: phone and desk, left to right and right to left.

Our part has no violation. What Odoo's own header, footer and menus have stands in NATIVE."""

import json
import os
import re
import sys
from pathlib import Path
from unittest.mock import patch

from lxml import html

from odoo.tests import tagged

from odoo.addons.ats_portal.tests.common import PortalCase

from devtools import javascript

sys.path.insert(0, str(Path(__file__).parent))
import candidate_pages  # noqa: E402 - lies beside this file

# Rules that Odoo's website breaks around our part and on its own error page.
NATIVE = {"link-in-text-block"}

TOLD = re.compile(r"axe (\d+):(.*)", re.DOTALL)

CHECK = """
(async () => {
    const source = await (await fetch("%(axe)s")).text();
    const pages = %(pages)s;
    const found = { ours: [], native: [], wide: [], direction: [], keyboard: [] };
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
        const isNativePage = name.startsWith("native ");
        const isPrivate = !!view.document.querySelector(".o_ats_private");
        for (const violation of result.violations) {
            for (const node of violation.nodes) {
                const element = view.document.querySelector(node.target.at(-1));
                const ours = !isNativePage && (isPrivate || !!element?.closest("#wrap"));
                const entry = `${name}: ${violation.id} at ${node.target} ${node.failureSummary || ""}`;
                (ours ? found.ours : found.native).push(ours ? entry : violation.id);
            }
        }
        // By keyboard: everything one can press is reached in the order in which it is read.
        for (const element of view.document.querySelectorAll("#wrap [tabindex], #wrap [onclick]")) {
            if (isPrivate && (element.tabIndex > 0 || element.hasAttribute("onclick"))) {
                found.keyboard.push(`${name}: ${element.outerHTML.slice(0, 200)}`);
            }
        }
        const firstEl = view.document.querySelector("a[href], button");
        if (isPrivate && firstEl.getAttribute("href") !== "#wrap") {
            found.keyboard.push(`${name}: the first stop does not skip to the content`);
        }
        if (view.document.documentElement.scrollWidth > view.innerWidth + 1) {
            found.wide.push(name);
        }
        const direction = view.getComputedStyle(view.document.querySelector("#wrap h1")).direction;
        if (direction !== "%(direction)s") {
            found.direction.push(`${name} is ${direction}`);
        }
    }
    found.native = [...new Set(found.native)];
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

    def run_axe(self, pages, width, direction):
        code = CHECK % {"axe": self.axe_url(), "pages": json.dumps(pages), "width": width, "direction": direction}
        with self.assertLogs(self._logger.getChild("browser"), "DEBUG") as logs:
            self.browser_js("/robots.txt", code, timeout=120, error_checker=lambda message: "axe" in message)
        told = [TOLD.search(record.getMessage()) for record in logs.records]
        parts = {int(found[1]): found[2] for found in told if found}
        self.assertTrue(parts, f"the browser told nothing: {logs.output[-3:]}")
        return json.loads("".join(text for _number, text in sorted(parts.items())))

    def check(self, pages, width, direction):
        found = self.run_axe(pages, width, direction)
        self.assertFalse(found["ours"], "\n".join(found["ours"]))
        self.assertLessEqual(set(found["native"]), NATIVE)
        self.assertEqual(found["wide"], [], "pages that scroll sideways")
        self.assertEqual(found["direction"], [])
        self.assertEqual(found["keyboard"], [])

    def test_every_candidate_page(self):
        pages = candidate_pages.furnish(self)
        self.check(pages, 390, "ltr")
        on_desk = ("opened", "job", "messages", "my data", "offer", "invited", "shared profile")
        self.check({name: pages[name] for name in on_desk}, 1280, "ltr")

    def test_private_pages_fetch_nothing_from_elsewhere(self):
        pages = candidate_pages.furnish(self)
        self.url_open(pages["opened"])
        private = [url for url in pages.values() if url.startswith("/my/application/")]
        self.assertGreater(len(private), 8)
        for url in private:
            with self.subTest(url=url):
                response = self.url_open(url)
                page = html.fromstring(response.text)
                fetched = page.xpath("//link[@rel!='canonical']/@href | //script/@src | //img/@src | //iframe/@src")
                self.assertFalse([address for address in fetched if not address.startswith(("/", "data:"))])
                # What a stylesheet of the theme wants from elsewhere (fonts, pictures) the browser refuses.
                policy = response.headers["Content-Security-Policy"]
                for kind in ("style-src", "font-src", "img-src", "connect-src", "media-src", "frame-src"):
                    self.assertRegex(policy, rf"{kind} 'self'[^;]*(;|$)")
                self.assertNotIn("http", policy)

    def test_right_to_left(self):
        # Odoo turns its stylesheets round with this program; without it Arabic pages stay left to right.
        programs = javascript.package_file(".bin")
        self.startPatcher(patch.dict("os.environ", {"PATH": f"{programs}:{os.environ['PATH']}"}))
        self.env["res.lang"]._activate_lang("ar_001")
        arabic = self.env["res.lang"]._lang_get("ar_001")
        self.env["website"].get_current_website().language_ids |= arabic
        pages = candidate_pages.furnish(self)
        opened = pages.pop("opened")
        kept = ("home", "messages", "my data", "offer", "apply")
        pages = {name: f"/{arabic.url_code}{pages[name]}" for name in kept}
        self.check({"opened": f"/{arabic.url_code}{opened}", **pages}, 390, "rtl")
