import re
from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.tests import tagged

from .common import AtsCase


@tagged("post_install", "-at_install")
class TestLinks(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template = cls.env["mail.template"].create(
            {
                "name": "Link",
                "model_id": cls.env["ir.model"]._get_id("hr.applicant"),
                "subject": "Your page",
                "lang": "{{ object.ats_lang }}",
                "body_html": '<p><a t-att-href="object._ats_home_url()">Your page</a></p>',
            }
        )

    def setUp(self):
        super().setUp()
        self.applicant = self.apply()
        self.Link = self.env["ats.access.link"]

    def test_token_is_stored_as_a_hash_only(self):
        raw = self.Link._mint(self.applicant)
        self.env.flush_all()
        self.env.cr.execute("SELECT row_to_json(link)::text FROM ats_access_link link")
        self.assertNotIn(raw, "".join(row for (row,) in self.env.cr.fetchall()))
        self.assertGreaterEqual(len(raw), 43)  # 256 bits

    def test_opening_a_link_proves_the_address(self):
        raw = self.Link._mint(self.applicant)
        link = self.Link._redeem(raw)
        self.assertEqual(link.applicant_id, self.applicant)
        self.assertTrue(self.applicant.ats_address_proven)
        self.assertTrue(self.Link._redeem(raw), "mail scanners open links first")

    def test_expired_revoked_and_unknown_links_open_nothing(self):
        raw = self.Link._mint(self.applicant, days=2)
        with freeze_time(fields.Datetime.now() + timedelta(days=3)):
            self.assertFalse(self.Link._redeem(raw))
        self.Link._find(raw)._revoke()
        self.assertFalse(self.Link._redeem(raw))
        self.assertFalse(self.Link._redeem("nonsense"))
        self.assertFalse(self.Link._redeem(""))
        self.assertFalse(self.Link._redeem(None))
        self.assertFalse(self.applicant.ats_address_proven)

    def test_stored_mail_carries_no_token_and_the_sent_one_does(self):
        mail = self.applicant._ats_mail(self.template)
        self.assertIn(f"/my/application/open?to={self.applicant.id}", mail.body_html)
        self.assertNotIn("key=", mail.body_html)
        [email] = mail._prepare_outgoing_list()
        [raw] = set(re.findall(r"&amp;key=([\w-]+)", email["body"]))
        self.assertIn(raw, email["body_alternative"])
        self.assertNotIn(raw, mail.body_html)
        self.assertEqual(self.Link._redeem(raw).applicant_id, self.applicant)

    def test_nobody_else_gets_a_token(self):
        mail = self.applicant._ats_mail(self.template)
        mail.email_to = "stranger@example.org"
        self.assertNotIn("key=", mail._prepare_outgoing_list()[0]["body"])
        mail.write({"email_to": "ana@example.org", "email_cc": "stranger@example.org"})
        self.assertNotIn("key=", mail._prepare_outgoing_list()[0]["body"])

    def test_candidate_mail_needs_no_contact_and_respects_do_not_contact(self):
        count = self.env["res.partner"].search_count([])
        mail = self.applicant._ats_mail(self.template)
        self.assertEqual(self.env["res.partner"].search_count([]), count)
        self.assertEqual((mail.model, mail.res_id), ("hr.applicant", self.applicant.id))
        self.applicant.ats_candidate_id.do_not_contact = True
        self.assertFalse(self.applicant._ats_mail(self.template))

    def test_candidate_mail_names_the_company_and_no_record(self):
        mail = self.applicant._ats_mail(self.template)
        self.assertIn(self.applicant.company_id.name, mail.body_html)
        self.assertNotIn("Your Applicant", mail.body_html)

    def test_clean_up_keeps_what_is_young(self):
        old, young = self.Link._mint(self.applicant), self.Link._mint(self.applicant)
        self.Link._find(old).expires_at = fields.Datetime.now() - timedelta(days=91)
        with self.enter_registry_test_mode():
            self.env.ref("ats_core.ir_cron_access_link_clean").method_direct_trigger()
        self.assertFalse(self.Link._find(old).exists())
        self.assertTrue(self.Link._find(young).exists())
