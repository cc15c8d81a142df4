"""A visitor with a browser, on a desk and on a phone."""

from odoo.tests import tagged

from .common import PortalCase

SIZES = {"desk": "1280x900", "phone": "390x844"}


class TourCase(PortalCase):
    def setUp(self):
        super().setUp()
        self.env["ir.config_parameter"].sudo().set_param("ats_portal.min_fill_seconds", "0")

    def check_apply(self):
        self.start_tour(self.job.website_url, "ats_portal_apply", login=None)
        application = self.applications("tour@example.org")
        self.assertEqual(len(application), 1)
        self.assertEqual(application.partner_name, "Tara Tour")
        self.assertEqual(application.ats_document_ids.name, "resume.pdf")
        self.assertTrue(application.ats_tz, "the browser tells its zone")

    def check_home(self):
        application = self.apply(email="tour@example.org")
        raw = self.env["ats.access.link"]._mint(application)
        self.start_tour(f"/my/application/open?to={application.id}&key={raw}", "ats_portal_home", login=None)
        self.env.invalidate_all()
        self.assertEqual(application.ats_document_ids.name, "resume.pdf")
        self.assertEqual(application.ats_state, "withdrawn")


@tagged("post_install", "-at_install")
class TestTourDesk(TourCase):
    browser_size = SIZES["desk"]

    def test_tour_apply_desk(self):
        self.check_apply()

    def test_tour_home_desk(self):
        self.check_home()


@tagged("post_install", "-at_install")
class TestTourPhone(TourCase):
    browser_size = SIZES["phone"]
    touch_enabled = True

    def test_tour_apply_phone(self):
        self.check_apply()

    def test_tour_home_phone(self):
        self.check_home()
