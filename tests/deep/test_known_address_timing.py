"""A061: how long the form takes to answer tells nobody who applied before. Prints n and the medians."""

import statistics
import time

from odoo.tests import tagged

from odoo.addons.ats_portal.tests.common import PortalCase

N = 200
ALLOWED_MS = 5


@tagged("post_install", "-at_install")
class TestKnownAddressTiming(PortalCase):
    def setUp(self):
        super().setUp()
        parameters = self.env["ir.config_parameter"].sudo()
        parameters.set_param("ats_portal.apply_per_minute", "100000")

    def took(self, email):
        fields = self.form_fields(email=email)
        begun = time.perf_counter()
        response = self.url_open(self.apply_url(), data=fields, allow_redirects=False)
        took = (time.perf_counter() - begun) * 1000
        self.assertSent(response)
        return took

    def test_a061_a_known_address_takes_as_long_as_an_unknown_one(self):
        other = self.make_job("Other", is_published=True)
        for number in range(N):
            self.apply(email=f"known{number}@example.org", job=other)
        self.took("warm@example.org")
        known, unknown = [], []
        for number in range(N):
            known.append(self.took(f"known{number}@example.org"))
            unknown.append(self.took(f"unknown{number}@example.org"))
        medians = statistics.median(known), statistics.median(unknown)
        spread = statistics.stdev(unknown)
        print(f"n={N} known {medians[0]:.1f} ms, unknown {medians[1]:.1f} ms, spread {spread:.1f} ms")
        self.assertLess(abs(medians[0] - medians[1]), max(ALLOWED_MS, spread / 2))
