"""A mail or a text message to many."""

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .test_bulk import NOW, BulkCase

REPLY = """From: {sender}
To: catchall@company.example
Subject: Re: Our open day
Message-ID: <answer-to-bulk@example.org>
In-Reply-To: {parent}
References: {parent}
Content-Type: text/plain

I will come.
"""


@tagged("post_install", "-at_install")
class TestBulkMail(BulkCase):
    WRITTEN = {"subject": "Open day, {{ object.partner_name }}", "body": "<p>Dear {{ object.partner_name }}</p>"}

    def test_who_is_left_out(self):
        cards = self.people(6)
        cards[0].sudo().email_from = False
        cards[1].ats_candidate_id.sudo().do_not_contact = True
        cards[2].sudo()._ats_move(self.stage_hired)
        twice = cards[3].copy({"job_id": self.make_job("Other").id, "email_from": cards[3].email_from})
        run = self.preview(cards + twice, "mail", **self.WRITTEN)
        why = self.why(run)
        self.assertIn("address", why[cards[0].id])
        self.assertIn("contacted", why[cards[1].id])
        self.assertIn("hired", why[cards[2].id])
        self.assertIn("already", why[twice.id])
        self.assertEqual(len(why), 4)
        self.assertEqual(run.todo_count, 3)
        self.assertIn("Person 3", run.example_body)
        run.write({"include_hired": True})
        run.action_preview()
        self.assertEqual(run.todo_count, 4)

    def test_pool_mails_go_to_who_agreed(self):
        people = self.people(3).ats_candidate_id
        people[0]._ats_give_consent("talent_pool", text_version="test", proof={})
        people[1]._ats_give_consent("talent_pool", text_version="test", proof={})
        self.env["ats.message.preference"]._stop(people[1].email, "talent_pool", people[1].company_id)
        run = self.done(people, "mail", kind="talent_pool", **self.WRITTEN)
        self.assertEqual(set(self.why(run)), set(people[1:].ids))
        mail = self.sent_mails()
        self.assertEqual(len(mail), 1)
        self.assertIn(people[0].email, mail.email_to)
        self.assertIn("/unsubscribe/", mail.body_html)

    def test_a_placeholder_without_value_is_named(self):
        cards = self.people(3)
        cards[1].sudo().job_id = False
        run = self.preview(cards, "mail", subject="Hello", body='<p>For <t t-out="object.job_id.name"></t></p>')
        label = f"{cards._fields['job_id']._description_string(self.env)} ›"
        self.assertIn(label, self.why(run)[cards[1].id])
        self.assertEqual(run.todo_count, 2)
        self.recruiter.group_ids += self.env.ref("mail.group_mail_template_editor")
        cards[2].sudo().partner_name = "Cher"
        broken = "<p>{{ object.partner_name.split(' ')[1] }} {{ object.partner_name }}</p>"
        run = self.preview(cards, "mail", subject="Hello", body=broken)
        self.assertEqual(set(self.why(run)), {cards[2].id}, "one that cannot be resolved holds nobody else up")
        self.assertIn("split", self.why(run)[cards[2].id])
        run = self.preview(cards, "mail", subject="Hello", body="<p>{{ object.no_such_field }}</p>")
        self.assertEqual(run.todo_count, 0)
        self.assertIn("object.no_such_field", self.why(run)[cards[0].id])

    def test_everybody_reads_the_own_language(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        template = self.env["mail.template"].create(
            {
                "name": "Open day",
                "model_id": self.env["ir.model"]._get_id("hr.applicant"),
                "subject": "Open day {{ object.job_id.name }}",
                "body_html": "<p>Come and see</p>",
            }
        )
        template.with_context(lang="fr_FR").write({"subject": "Portes ouvertes {{ object.job_id.name }}"})
        self.job.with_context(lang="fr_FR").name = "Développeur"
        cards = self.people(2)
        cards[0].sudo().ats_lang = "fr_FR"
        self.done(cards, "mail", template_id=template.id)
        subjects = {mail.res_id: mail.subject for mail in self.sent_mails()}
        self.assertEqual(subjects[cards[0].id], "Portes ouvertes Développeur")
        self.assertEqual(subjects[cards[1].id], "Open day Backend Developer")
        self.env["mail.mail"].sudo().search([]).unlink()
        self.done(cards, "mail", subject="{{ object.job_id.name }}", body="<p>x</p>")
        self.assertEqual({mail.subject for mail in self.sent_mails()}, {"Développeur", "Backend Developer"})

    def test_each_gets_the_files_of_the_template_and_those_of_the_colleague(self):
        files = self.env["ir.attachment"].create([{"name": name, "raw": b"x"} for name in ("of-us.txt", "added.txt")])
        template = self.env["mail.template"].create(
            {
                "name": "Open day",
                "model_id": self.env["ir.model"]._get_id("hr.applicant"),
                "subject": "Open day",
                "body_html": "<p>Come</p>",
                "attachment_ids": [(6, 0, files[0].ids)],
            }
        )
        cards = self.people(2)
        self.done(cards, "mail", template_id=template.id, attachment_ids=files[1].ids)
        mails = self.env["mail.mail"].sudo().search([("model", "=", "hr.applicant"), ("res_id", "in", cards.ids)])
        self.assertEqual(len(mails), 2)
        for mail in mails:
            self.assertEqual(set(mail.attachment_ids.mapped("name")), {"of-us.txt", "added.txt"})

    def test_held_for_a_minute_and_taken_back(self):
        cards = self.people(22)
        with freeze_time(NOW):
            run = self.done(cards, "mail", **self.WRITTEN)
            mails = self.sent_mails()
            self.assertEqual(len(mails), 22)
            self.assertEqual(set(mails.mapped("scheduled_date")), {fields.Datetime.to_datetime("2026-03-02 09:01:00")})
            self.assertTrue(run.can_undo)
        with freeze_time("2026-03-02 09:00:59"):
            run.action_undo()
        self.assertEqual((run.state, run.done_count), ("undone", 0))
        self.assertFalse(self.sent_mails())
        self.assertFalse(cards.message_ids.filtered(lambda message: "Open day" in (message.subject or "")))

    def test_while_it_runs_nothing_leaves(self):
        cards = self.people(51)
        with freeze_time(NOW):
            run = self.preview(cards, "mail", **self.WRITTEN)
            run.action_start()
            run._perform_some()
            self.assertEqual(set(self.sent_mails().mapped("scheduled_date")).pop().minute, 10)

    def test_scheduled(self):
        cards = self.people(2)
        with freeze_time(NOW):
            run = self.done(cards, "mail", send_at="2026-03-04 07:30:00", **self.WRITTEN)
            self.assertEqual(
                set(self.sent_mails().mapped("scheduled_date")), {fields.Datetime.to_datetime("2026-03-04 07:30:00")}
            )
        with freeze_time("2026-03-04 07:29:00"):
            self.assertTrue(run.can_undo, "until it leaves")
        with freeze_time("2026-03-04 07:31:00"):
            run.invalidate_recordset()
            self.assertFalse(run.can_undo)

    def test_what_has_left_is_not_called_back(self):
        cards = self.people(2)
        with freeze_time(NOW):
            run = self.done(cards, "mail", **self.WRITTEN)
            self.sent_mails(cards[0]).sudo().write({"state": "sent"})
            run.action_undo()
        self.assertIn(cards[0].id, self.why(run, "failed"))
        self.assertIn(cards[1].id, self.why(run, "undone"))

    def test_an_answer_stands_in_the_application(self):
        card = self.people(1)
        self.done(card, "mail", **self.WRITTEN)
        parent = self.sent_mails(card).mail_message_id
        self.env["mail.thread"].message_process(False, REPLY.format(sender=card.email_from, parent=parent.message_id))
        self.assertEqual(card.sudo()._ats_conversation().mapped("ats_with_candidate"), ["from"])
        self.assertTrue(card.ats_reply_since)

    def test_who_may_not_edit_templates_uses_plain_placeholders_only(self):
        cards = self.people(1)
        self.env["ir.config_parameter"].sudo().set_param("mail.restrict.template.rendering", True)
        self.env.ref("mail.group_mail_template_editor").sudo().write({"user_ids": [(3, self.recruiter.id)]})
        self.env.ref("base.group_user").sudo().write(
            {"implied_ids": [(3, self.env.ref("mail.group_mail_template_editor").id)]}
        )
        self.env.invalidate_all()
        self.assertFalse(self.recruiter.has_group("mail.group_mail_template_editor"))
        self.preview(cards, "mail", **self.WRITTEN)
        for body in ("<p>{{ object.company_id.partner_id.vat }}</p>", '<p>x <t t-out="object.env.cr.dbname"></t></p>'):
            with self.assertRaises(AccessError):
                self.preview(cards, "mail", subject="Hello", body=body)
        with self.assertRaises(UserError):
            self.preview(cards, "mail", subject="Hello", body="")

    def test_the_native_doors_lead_here(self):
        cards = self.people(2)
        self.assertEqual(cards.action_send_email()["res_model"], "ats.bulk.run")
        self.assertEqual(cards.action_send_sms()["res_model"], "ats.bulk.run")

    def test_text_messages_wait_before_they_are_queued(self):
        cards = self.people(3, partner_phone="+32470123456")
        cards[1].sudo().partner_phone = "+32470123457"
        for card in cards:
            card.ats_candidate_id._ats_give_consent("sms", text_version="test", proof={})
        queued = self.env["sms.sms"].sudo()
        before = queued.search_count([])
        run = self.preview(cards, "sms", sms_body="Hello {{ object.partner_name }}")
        self.assertEqual((run.todo_count, run.skipped_count), (2, 1), "one number is written to once")
        with freeze_time(NOW):
            run.action_start()
            self.assertEqual(run.state, "waiting")
            run.action_undo()
        self.run_jobs()
        self.assertEqual((run.state, queued.search_count([])), ("undone", before))
        self.done(cards, "sms", sms_body="Hello {{ object.partner_name }}")
        self.assertEqual(queued.search_count([]), before + 2)
        self.assertIn("Hello Person", queued.search([], order="id desc", limit=1).body)
