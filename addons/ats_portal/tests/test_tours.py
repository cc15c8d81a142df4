"""A visitor with a browser, on a desk and on a phone."""

from unittest.mock import patch

from odoo.tests import tagged

from odoo.addons.ats_core.models.access import ats_access_code as access_code

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

    def check_find_and_apply(self):
        """The reading runs at once here: tests have no runner of background work."""
        country = self.env.ref("base.be")
        country.ats_eeo_form = "basic"
        self.job.address_id = self.env["res.partner"].create({"name": "Works", "country_id": country.id})
        drafts = self.env.registry["ats.apply.draft"]
        keep = drafts._keep

        def keep_and_read(draft, token, job, file):
            token, draft_sudo = keep(draft, token, job, file)
            draft_sudo._read_resume()
            return token, draft_sudo

        with patch.object(drafts, "_keep", keep_and_read):
            self.start_tour("/jobs", "ats_portal_find_and_apply", login=None)
        self.env.invalidate_all()
        application = self.applications("tour@example.org")
        self.assertEqual(application.partner_phone, "+32 470 12 34 56")
        self.assertEqual(application.ats_document_ids.mapped("name"), ["resume.txt"])
        self.assertEqual(self.env["ats.eeo.response"].sudo().search([]).gender, "declined")

    def check_home(self):
        application = self.apply(email="tour@example.org")
        application.with_user(self.recruiter)._ats_write_to_candidate("<p>Can you come on Friday?</p>")
        raw = self.env["ats.access.link"]._mint(application)
        self.start_tour(f"/my/application/open?to={application.id}&key={raw}", "ats_portal_home", login=None)
        self.env.invalidate_all()
        self.assertEqual(application.ats_document_ids.name, "resume.pdf")
        self.assertEqual(application.ats_state, "withdrawn")
        self.assertEqual(application._ats_conversation().mapped("ats_with_candidate"), ["to", "from"])

    def check_my_data(self):
        # The tour types the code that the mail has: here it is always this one.
        self.patch(access_code.secrets, "randbelow", lambda _limit: 123456)
        application = self.apply(email="tour@example.org")
        raw = self.env["ats.access.link"]._mint(application)
        self.start_tour(f"/my/application/open?to={application.id}&key={raw}", "ats_portal_my_data", login=None)
        self.env.invalidate_all()
        self.assertEqual(application.ats_suggested_change_ids.new_value, "Lyon")
        request = application._ats_privacy_requests()
        self.assertEqual((request.kind, request.verified_by), ("erasure", "code"))
        request.with_user(self.privacy_officer).action_erase()
        self.assertTrue(application.ats_candidate_id.erased_at)


@tagged("post_install", "-at_install")
class TestTourDesk(TourCase):
    browser_size = SIZES["desk"]

    def test_tour_apply_desk(self):
        self.check_apply()

    def test_tour_find_and_apply_desk(self):
        self.check_find_and_apply()

    def test_tour_home_desk(self):
        self.check_home()


@tagged("post_install", "-at_install")
class TestTourPhone(TourCase):
    browser_size = SIZES["phone"]
    touch_enabled = True

    def test_tour_find_and_apply_phone(self):
        self.check_find_and_apply()

    def test_tour_home_phone(self):
        self.check_home()

    def test_tour_my_data_phone(self):
        self.check_my_data()
