from odoo.tests import Form, tagged

from .common import AtsCase
from .screening_common import ScreeningMixin

MAIL = """From: {sender}
To: backend@jobs.example
Subject: {subject}
Message-ID: <{id}@example.org>
Content-Type: text/plain; charset=utf-8

Please read my résumé.
"""


@tagged("post_install", "-at_install")
class TestRulesAtDoors(ScreeningMixin, AtsCase):
    """Rules hear of applications through every door, and on what somebody else filled in they only
    label and propose."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # A person the company knows: the city is a fact at every door.
        cls.tag = cls.env["hr.applicant.category"].create({"name": "From Ghent"})
        cls.env["ats.candidate"].create({"name": "Ana García", "email": "ana@example.org", "city": "Ghent"})
        place = {"kind": "location", "operator": "any_of", "text": "Ghent"}
        cls.tagging = cls.make_rule("From Ghent", place, action="tag", tag_ids=cls.tag.ids, sequence=1)
        cls.moving = cls.make_rule("Straight on", place, action="move", stage_id=cls.stage_screen.id, sequence=2)
        cls.asking = cls.make_rule(
            "Ask more", place, action="ask", ask_by="mail", ask_template_id=cls.refuse_template().id, sequence=3
        )
        cls.refusing = cls.make_rule("Too near", place, sequence=4)
        domain = cls.env["mail.alias.domain"].create({"name": "jobs.example", "company_ids": cls.env.companies.ids})
        cls.job.write({"alias_name": "backend", "alias_domain_id": domain.id})
        cls.env["queue.job"].search([("state", "=", "pending")]).state = "cancelled"

    def assertOnlyProposed(self, applicant, door):
        before = len(self.sent_mails(applicant)), applicant.stage_id
        self.assertFalse(applicant.sudo().ats_firing_ids, "not while somebody waits for the screen")
        self.run_jobs()
        firings = applicant.sudo().ats_firing_ids
        self.assertEqual(
            {(row.version_id, row.outcome, row.door) for row in firings},
            {(self.tagging, "tagged", door), (self.refusing, "proposed", door)},
        )
        self.assertEqual((applicant.ats_state, applicant.categ_ids), ("ongoing", self.tag))
        self.assertEqual((len(self.sent_mails(applicant)), applicant.stage_id), before, "no mail, no move")

    def assertAll(self, applicant, door="apply"):
        firings = applicant.sudo().ats_firing_ids
        self.assertEqual(
            {(row.version_id, row.outcome, row.door) for row in firings},
            {
                (self.tagging, "tagged", door),
                (self.moving, "moved", door),
                (self.asking, "asked", door),
                (self.refusing, "proposed", door),
            },
        )

    def test_the_form_of_the_website(self):
        self.assertAll(self.send({})[0])

    def test_quick_create_on_the_board(self):
        applicants = self.env["hr.applicant"].with_user(self.recruiter)
        created = applicants.web_save(
            {"partner_name": "Ana García", "email_from": "ana@example.org", "job_id": self.job.id}, specification={}
        )
        self.assertOnlyProposed(applicants.browse(created[0]["id"]), "hand")

    def test_the_form_of_the_backend(self):
        with Form(self.env["hr.applicant"].with_user(self.recruiter)) as form:
            form.partner_name, form.email_from, form.job_id = "Ana García", "ana@example.org", self.job
        self.assertOnlyProposed(form.record, "hand")

    def test_an_import(self):
        result = (
            self.env["hr.applicant"]
            .with_user(self.recruiter)
            .with_context(import_file=True)
            .load(
                ["partner_name", "email_from", "job_id/.id"],
                [["Ana García", "ana@example.org", self.job.id], ["Bo Berg", "bo@example.org", self.job.id]],
            )
        )
        self.assertFalse(result["messages"])
        applicant, other = self.env["hr.applicant"].browse(result["ids"])
        self.assertOnlyProposed(applicant, "import")
        self.assertFalse(other.sudo().ats_firing_ids, "of whom nothing is known nothing is said")

    def test_a_mail_of_the_candidate(self):
        mail = MAIL.format(sender="Ana García <ana@example.org>", subject="Application", id="m1")
        thread = self.env["mail.thread"].sudo().message_process("hr.applicant", mail)
        self.assertAll(self.env["hr.applicant"].browse(thread))

    def test_a_mail_of_a_job_board(self):
        self.env["hr.job.platform"].create(
            {"name": "Board", "email": "robot@board.example", "regex": "^New application: (.*)$"}
        )
        mail = MAIL.format(sender="Board <robot@board.example>", subject="New application: Ana García", id="m2")
        applicant = self.env["hr.applicant"].browse(
            self.env["mail.thread"].sudo().message_process("hr.applicant", mail)
        )
        self.assertEqual(applicant.ats_source, "email")
        applicant.ats_candidate_id.city = "Ghent"
        self.assertOnlyProposed(applicant, "board")

    def test_a_folder_read_by_the_import_verb(self):
        applicant, _outcome = (
            self.env["hr.applicant"]
            .sudo()
            ._ats_apply(self.job, {"name": "Ana García", "email": "ana@example.org"}, source="import")
        )
        outcomes = set(applicant.ats_firing_ids.mapped("outcome"))
        self.assertEqual(outcomes, {"tagged", "proposed"})

    def test_nobody_is_refused_without_a_person_for_what_we_typed(self):
        everything = self.tagging | self.moving | self.asking | self.refusing
        everything._retire()
        legal = self.make_rule("Licence", (self.licence, "no"), is_automatic=True)
        applicant = self.env["hr.applicant"].create({"partner_name": "Bo Berg", "job_id": self.job.id})
        self.env["ats.answer"].sudo().create(
            {
                **self.env["ats.answer"].sudo()._prepare(self.licence, "no", "en_US"),
                "applicant_id": applicant.id,
                "is_current": True,
            }
        )
        self.run_jobs()
        self.assertEqual(applicant.ats_state, "ongoing")
        self.assertEqual(applicant.ats_firing_ids.mapped("outcome"), ["proposed"])
        self.assertEqual(applicant.ats_firing_ids.version_id, legal)

    def test_no_rule_no_job(self):
        before = self.env["queue.job"].sudo().search_count([])
        self.env["hr.applicant"].create({"partner_name": "Bo Berg", "job_id": self.make_job("Plain").id})
        self.assertEqual(self.env["queue.job"].sudo().search_count([]), before)
