"""What candidates and their accounts try beyond the pages. Numbers are those of the attack cases."""

import csv
import io
import json

from openpyxl import load_workbook

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.http import Request
from odoo.tests import tagged

from .common import PortalCase

FORMULAS = ("=cmd|' /C calc'!A0", "@SUM(1+1)", "+1+1", "-1+1", "{=1+1}")


@tagged("post_install", "-at_install")
class TestAttacks(PortalCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply()
        self.person = self.application.ats_candidate_id

    def account(self):
        """The candidate's own portal account."""
        self.application.ats_address_proven = True
        user = self.portal_user()
        self.person.sudo().partner_id = user.partner_id
        return user

    def test_a052_templates_in_what_is_typed_are_text(self):
        name = '{{7*191}} ${7*191} <t t-out="7*191"/> %(x)s'
        self.assertSent(self.send_form(name=name, email="t@example.org", message=name))
        application = self.applications("t@example.org")
        self.assertEqual(application.partner_name, name)
        application.with_user(self.recruiter)._ats_write_to_candidate("<p>Hello {{7*191}}</p>")
        mails = self.sent_mails(application)
        self.assertGreaterEqual(len(mails), 2)
        bodies = " ".join(f"{mail.subject} {mail.body_html}" for mail in mails)
        self.assertNotIn("1337", bodies)
        self.assertIn("{{7*191}}", bodies)
        self.open_link(application)
        for page in ("", "/messages", "/data"):
            self.assertNotIn("1337", self.home(application, page).text)

    # Export ----------------------------------------------------------------------------------

    def export(self, form, **params):
        self.authenticate(self.admin_rec.login, self.admin_rec.login)
        self.admin_rec.group_ids |= self.env.ref("base.group_allow_export")
        wanted = {
            "model": "hr.applicant",
            "fields": [{"name": "partner_name", "label": "Name", "type": "char"}],
            "ids": self.found.ids,
            "domain": [],
            "import_compat": False,
            "groupby": [],
            "context": {},
            **params,
        }
        data = {"data": json.dumps(wanted), "csrf_token": Request.csrf_token(self)}
        response = self.url_open(f"/web/export/{form}", data=data)
        self.assertEqual(response.status_code, 200)
        return response.content

    def test_a053_no_exported_name_is_a_formula(self):
        self.found = self.env["hr.applicant"]
        for number, formula in enumerate(FORMULAS):
            self.assertSent(self.send_form(name=formula, email=f"f{number}@example.org"))
            self.found |= self.applications(f"f{number}@example.org")
        rows = list(csv.reader(io.StringIO(self.export("csv").decode())))[1:]
        self.assertEqual(len(rows), len(FORMULAS))
        for (name,) in rows:
            self.assertFalse(name.startswith(("=", "@", "+", "-", "\t", "\r")), name)
        for groupby in ([], ["job_id"]):
            sheet = load_workbook(io.BytesIO(self.export("xlsx", groupby=groupby))).active
            cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
            self.assertTrue(any("cmd" in str(cell.value) for cell in cells))
            self.assertFalse([cell.value for cell in cells if cell.data_type == "f"])

    # Keys ------------------------------------------------------------------------------------

    def test_a074_the_database_has_no_usable_key(self):
        links = self.env["ats.access.link"]
        raw = links._mint(self.application)
        self.assertGreaterEqual(len(raw), 43, "256 bits")
        self.env.flush_all()
        self.env.cr.execute("SELECT row_to_json(ats_access_link)::text FROM ats_access_link")
        stored = " ".join(row for (row,) in self.env.cr.fetchall())
        self.assertNotIn(raw, stored)
        self.assertRegex(stored, r'"token_hash":"[0-9a-f]{64}"')
        link = links._find(raw)
        hashed = link.token_hash
        self.assertFalse(links._find(hashed), "the stored value opens nothing")
        for user in (self.recruiter, self.admin_rec, self.privacy_officer, self.env.ref("base.user_admin")):
            mine = links.with_user(user)
            for look in (
                lambda mine=mine: mine.browse(link.id).read(["token_hash"]),
                lambda mine=mine: mine.search([("token_hash", "=like", "a%")]),
                lambda mine=mine: mine.browse(link.id).export_data(["token_hash"]),
                lambda mine=mine: mine.formatted_read_group([], ["token_hash"], ["__count"]),
            ):
                with self.subTest(user=user.login), self.assertRaises(UserError):
                    look()

    # Accounts --------------------------------------------------------------------------------

    def test_a083_an_account_posts_nothing_past_the_page(self):
        user = self.account()
        before = self.application.message_ids
        with self.assertRaises(AccessError):
            self.application.with_user(user).message_post(
                body="x", message_type="comment", subtype_xmlid="mail.mt_note", author_id=self.recruiter.partner_id.id
            )
        self.authenticate(user.login, user.login)
        self.url_open(
            "/mail/message/post",
            json={
                "jsonrpc": "2.0",
                "params": {
                    "thread_model": "hr.applicant",
                    "thread_id": self.application.id,
                    "post_data": {"body": "forged", "message_type": "comment", "subtype_xmlid": "mail.mt_note"},
                },
            },
        )
        self.env.invalidate_all()
        self.assertEqual(self.application.message_ids, before)

    def test_a089_an_account_joins_no_group(self):
        user = self.account()
        recruiters = self.env.ref("hr_recruitment.group_hr_recruitment_user")
        for attempt in (
            lambda: user.with_user(user).write({"group_ids": [Command.link(recruiters.id)]}),
            lambda: recruiters.with_user(user).write({"user_ids": [Command.link(user.id)]}),
            lambda: user.with_user(user).write({"role": "group_user"}),
        ):
            with self.assertRaises(AccessError):
                attempt()
        self.authenticate(user.login, user.login)
        fields = {"group_ids": recruiters.id, "in_group_1": "1", "name": "Ana", "email": "ana@example.org"}
        self.post(f"/my/application/{self.application.id}/data/correct", partner_name="Ana", **fields)
        self.post("/my/account", **fields)
        self.env.invalidate_all()
        self.assertTrue(user._is_portal())
        self.assertFalse(user.has_group("hr_recruitment.group_hr_recruitment_interviewer"))

    def test_a090_an_account_hears_of_nobody_else(self):
        user = self.account()
        foreign = self.apply(name="Zoe Foreign", email="zoe@example.org")
        contact = foreign.sudo()._ats_contact()
        self.assertTrue(contact)
        partners = self.env["res.partner"].with_user(user)
        self.assertFalse([id_ for id_, _name in partners.name_search("Zoe") if id_ == contact.id])
        with self.assertRaises(AccessError):
            contact.with_user(user).read(["name", "email"])
        self.authenticate(user.login, user.login)
        answers = {
            (response.status_code, response.content)
            for id_ in (contact.id, 2_000_000_000)
            for response in [self.url_open(f"/web/image/res.partner/{id_}/avatar_128")]
        }
        self.assertEqual(len(answers), 1, "a picture tells who exists")
        for path in (
            f"/odoo/hr.applicant/{foreign.id}",
            f"/my/application/{foreign.id}",
            "/my",
            "/website/search?search=Zoe",
        ):
            self.assertNotIn("Zoe Foreign", self.url_open(path).text)
