"""A plain employee learns no candidate's contact data: not by contacts, chatter, followers or activities."""

from odoo.exceptions import UserError
from odoo.tests import new_test_user, tagged

from .common import AtsCase

PHONE = "+34 600 99 88 77"
EMAIL = "zq.secret@example.org"
SECRETS = ("zq.secret", "600998877", "600 99 88 77", "Zuleika Secret")


@tagged("post_install", "-at_install")
class TestEmployeeSeesNoCandidate(AtsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # With the right to export as well: a right of its own in Odoo.
        cls.reader = new_test_user(cls.env, "plain_reader", groups="base.group_user,base.group_allow_export")
        cls.portal = new_test_user(cls.env, "plain_portal", groups="base.group_portal")

    def setUp(self):
        super().setUp()
        self.applicant = self.apply(name="Zuleika Secret", email=EMAIL, phone=PHONE)
        self.contact = self.applicant.with_user(self.recruiter)._ats_contact().with_env(self.env)
        self.applicant.with_user(self.recruiter)._ats_write_to_candidate(f"<p>{PHONE}</p>")
        self.applicant.message_subscribe(partner_ids=self.contact.ids)
        self.applicant.activity_schedule(
            "mail.mail_activity_data_todo", summary=f"Call Zuleika Secret {PHONE}", user_id=self.recruiter.id
        )
        self.env.flush_all()
        self.env.invalidate_all()

    def tries(self, user):
        """Return ``{way: callable}`` of what a client may ask for."""
        env = self.env(user=user)
        partners, contact = env["res.partner"], self.contact.with_user(user)
        applicant, person = self.applicant.with_user(user), self.applicant.ats_candidate_id.with_user(user)
        by_address = [("email", "ilike", EMAIL)]
        return {
            "search": lambda: partners.search(by_address).ids,
            "search of archived": lambda: partners.with_context(active_test=False).search(by_address).ids,
            "search by phone": lambda: partners.search([("phone", "ilike", "600998877")]).ids,
            "count": lambda: partners.search_count(by_address) or [],
            "name_search": lambda: partners.name_search("Zuleika") + partners.name_search("zq.secret"),
            "web_search_read": lambda: partners.web_search_read(by_address, {"email": {}, "phone": {}})["records"],
            "groups": lambda: partners.formatted_read_group(by_address, ["email"], ["__count"]),
            "old groups": lambda: partners.read_group(by_address, ["email"], ["email"]),
            "read": lambda: contact.read(["email", "phone", "name"]),
            "display_name": lambda: contact.web_read({"display_name": {}}),
            "export": lambda: contact.export_data(["name", "email", "phone"]),
            "through the application": lambda: env["res.partner"].search([("applicant_ids", "in", applicant.ids)]).ids,
            "application": lambda: applicant.read(["partner_name", "email_from", "partner_phone"]),
            "application, all": lambda: env["hr.applicant"].search_read([], ["partner_name", "email_from"]),
            "application, export": lambda: applicant.export_data(["partner_name", "email_from"]),
            "person": lambda: person.read(["name", "email", "phone"]),
            "people": lambda: env["ats.candidate"].search_read([], ["email"]),
            "people by name": lambda: env["ats.candidate"].name_search("Zuleika"),
            "messages": lambda: env["mail.message"].search_read(
                [("model", "=", "hr.applicant"), ("res_id", "=", applicant.id)], ["body", "email_from"]
            ),
            "message by id": lambda: self.applicant.message_ids.with_user(user).read(["body", "email_from"]),
            "followers": lambda: env["mail.followers"].search_read(
                [("res_model", "=", "hr.applicant"), ("res_id", "=", applicant.id)], ["partner_id", "display_name"]
            ),
            "follower by id": lambda: self.applicant.message_follower_ids.with_user(user).read(
                ["display_name", "email"]
            ),
            "activities": lambda: env["mail.activity"].search_read(
                [("res_id", "=", applicant.id)], ["summary", "res_name"]
            ),
            "activity by id": lambda: self.applicant.activity_ids.with_user(user).read(["summary", "res_name"]),
            "mentions": lambda: partners.get_mention_suggestions("Zuleika"),
            "events": lambda: env["ats.event"].search_read([], ["type"]),
            "documents": lambda: env["ats.document"].search_read([], ["name"]),
            "files": lambda: env["ir.attachment"].search_read([("res_model", "=", "hr.applicant")], ["name"]),
            "mails": lambda: env["mail.mail"].search_read([], ["body_html"]),
            "notices": lambda: env["mail.notification"].search_read(
                [("res_partner_id", "=", self.contact.id)], ["display_name"]
            ),
        }

    def learned(self, user):
        """Return ``{way: what it told}`` of what a user learned."""
        told = {}
        for way, attempt in self.tries(user).items():
            try:
                with self.env.cr.savepoint():
                    answer = str(attempt())
            except (UserError, ValueError, AttributeError):
                continue
            if any(secret.casefold() in answer.casefold() for secret in (*SECRETS, f"[{self.contact.id}]")):
                told[way] = answer[:200]
        return told

    def test_an_employee_learns_nothing(self):
        self.assertEqual(self.learned(self.reader), {})

    def test_a_portal_user_learns_nothing(self):
        self.assertEqual(self.learned(self.portal), {})

    def test_the_ways_are_real(self):
        """A recruiter learns by them; a way that tells nobody anything proves nothing."""
        self.env.ref("base.group_allow_export").user_ids += self.recruiter
        told = self.learned(self.recruiter)
        for way in ("search", "name_search", "web_search_read", "groups", "read", "export", "application", "person"):
            self.assertIn(way, told)
        for way in ("messages", "followers", "activities"):
            self.assertIn(way, told)

    def test_hired_people_are_colleagues(self):
        """The mark goes with the hire: followers and contacts of colleagues stay as natively."""
        self.contact.ats_candidate_partner = False
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertIn("search", self.learned(self.reader))
