"""What the candidate and we write to each other, and what stays inside."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import AtsCase, make_pdf

MAIL = """From: {sender}
To: {to}
Subject: Re: Your application
Message-ID: <{id}@example.org>
In-Reply-To: {parent}
References: {parent}
Content-Type: text/plain

{text}
"""


@tagged("post_install", "-at_install")
class TestConversation(AtsCase):
    def setUp(self):
        super().setUp()
        self.application = self.apply()
        self.env["mail.mail"].sudo().search([]).unlink()
        self.as_recruiter = self.application.with_user(self.recruiter)

    def marks(self):
        return self.application._ats_conversation().mapped("ats_with_candidate")

    def test_a_recruiter_writes_and_the_candidate_gets_a_mail(self):
        attachment = (
            self.env["ir.attachment"]
            .with_user(self.recruiter)
            .create(
                {
                    "name": "plan.pdf",
                    "raw": make_pdf("plan"),
                    "res_model": "hr.applicant",
                    "res_id": self.application.id,
                }
            )
        )
        message = self.as_recruiter._ats_write_to_candidate("<p>Can you come on Friday?</p>", attachments=attachment)
        self.assertEqual(self.marks(), ["to"])
        mail = self.sent_mails(self.application)
        self.assertEqual(len(mail), 1)
        self.assertIn("ana@example.org", mail.email_to)
        self.assertIn("Friday", mail.body_html)
        self.assertIn("go=messages", mail.body_html)
        self.assertEqual(mail.attachment_ids, attachment)
        self.assertIn(message.message_id, mail.references)
        shown = self.application.message_ids.filtered(lambda shown: "Friday" in (shown.body or ""))
        self.assertEqual(shown, message, "the chatter shows it once")

    def test_interviewers_do_not_write_to_candidates(self):
        self.application.sudo().interviewer_ids = self.interviewer
        with self.assertRaises(AccessError):
            self.application.with_user(self.interviewer)._ats_write_to_candidate("<p>Hi</p>")
        with self.assertRaises(UserError):
            self.as_recruiter._ats_write_to_candidate("<p><br></p>")

    def test_the_dialog_says_who_reads_it(self):
        dialog = self.env["ats.candidate.message"].with_user(self.recruiter)
        opened = dialog.create({"applicant_id": self.application.id, "body": "<p>Hello</p>"})
        self.assertIn("ana@example.org", opened.recipient)
        opened.action_send()
        self.assertEqual(self.marks(), ["to"])
        self.application.ats_candidate_id.do_not_contact = True
        silent = dialog.create({"applicant_id": self.application.id, "body": "<p>Hello</p>"})
        self.assertNotIn("ana@example.org", silent.recipient)

    def test_a_note_never_reaches_the_candidate(self):
        self.as_recruiter.message_post(body="between us", message_type="comment", subtype_xmlid="mail.mt_note")
        self.as_recruiter.message_post(body="to followers", message_type="comment", subtype_xmlid="mail.mt_comment")
        self.assertFalse(self.marks())
        self.assertFalse(self.sent_mails(self.application))

    def test_what_the_native_composer_sends_the_candidate_is_on_the_page(self):
        contact = self.as_recruiter._ats_contact()
        self.as_recruiter.message_post(
            body="by the composer", message_type="comment", subtype_xmlid="mail.mt_comment", partner_ids=contact.ids
        )
        self.assertEqual(self.marks(), ["to"])

    def test_a082_a_candidate_that_follows_gets_no_copy_of_the_talk_of_colleagues(self):
        contact = self.as_recruiter._ats_contact()
        self.application.sudo().message_subscribe(partner_ids=contact.ids)
        message = self.as_recruiter.message_post(
            body="to followers", message_type="comment", subtype_xmlid="mail.mt_comment"
        )
        self.assertNotIn(contact, message.sudo().notified_partner_ids)

    def test_the_recruiter_hears_of_it_until_it_is_answered(self):
        message = self.application.sudo()._ats_candidate_writes("When do I hear from you?")
        self.assertEqual(self.marks(), ["from"])
        self.assertIn(self.recruiter.partner_id, message.notified_partner_ids)
        self.assertTrue(self.application.ats_reply_since)
        self.as_recruiter._ats_write_to_candidate("<p>Tomorrow</p>")
        self.assertFalse(self.application.ats_reply_since)

    def test_nobody_marks_a_message_through_the_api(self):
        note = self.as_recruiter.message_post(body="between us", subtype_xmlid="mail.mt_note")
        with self.assertRaises(AccessError):
            note.with_user(self.recruiter).write({"ats_with_candidate": "to"})

    # By mail -------------------------------------------------------------------------------

    def mail_in(self, sender, parent, text="Thank you", number="1"):
        raw = MAIL.format(sender=sender, to="catchall@company.example", parent=parent, id=number, text=text)
        self.env["mail.thread"].message_process(False, raw)

    def test_answers_by_mail_join_the_thread(self):
        message = self.as_recruiter._ats_write_to_candidate("<p>Friday?</p>")
        self.mail_in("Ana García <ana@example.org>", message.message_id, "Friday suits me")
        self.assertEqual(self.marks(), ["to", "from"])
        self.assertTrue(self.application.ats_reply_since)
        heard = self.application._ats_conversation()[-1]
        self.mail_in(self.recruiter.email_formatted, heard.message_id, "See you then", "2")
        self.assertEqual(self.marks(), ["to", "from", "to"])
        self.assertIn("See you then", self.sent_mails(self.application)[-1].body_html)
        self.assertFalse(self.application.ats_reply_since)

    def test_a_colleagues_mail_about_a_note_stays_inside(self):
        note = self.as_recruiter.message_post(body="between us", subtype_xmlid="mail.mt_note")
        self.mail_in(self.recruiter.email_formatted, note.message_id, "I do not like this person")
        talk = self.as_recruiter.message_post(
            body="to colleagues", message_type="comment", subtype_xmlid="mail.mt_comment"
        )
        self.mail_in(self.recruiter.email_formatted, talk.message_id, "neither do I", "3")
        heard = self.application.sudo()._ats_candidate_writes("Hello?")
        self.mail_in(self.employee_user.email_formatted, heard.message_id, "who is that", "2")
        self.assertEqual(self.marks(), ["from"])

    # Mails on our own account --------------------------------------------------------------

    def test_who_unsubscribed_is_not_written_to(self):
        preference = self.env["ats.message.preference"]
        company = self.application.company_id
        template = self.env.ref("ats_core.mail_template_document_request")
        for purpose in ("job_alert", "talent_pool"):
            self.application.ats_candidate_id._ats_give_consent(purpose, text_version="test", proof={})
        mail = self.application.sudo()._ats_mail(template, kind="job_alert")
        self.assertIn("List-Unsubscribe-Post", mail.headers)
        self.assertIn("/unsubscribe/", mail.body_html)
        self.assertNotIn("/unsubscribe/", self.application.sudo()._ats_mail(template).body_html)
        preference._stop("ANA@example.org", "job_alert", company)
        preference._stop("ana@example.org", "job_alert", company)
        self.assertFalse(self.application.sudo()._ats_mail(template, kind="job_alert"))
        self.assertTrue(self.application.sudo()._ats_mail(template, kind="talent_pool"))
        self.assertTrue(self.application.sudo()._ats_mail(template), "what belongs to the application always goes")
        preference._resume("ana@example.org", "job_alert", company)
        self.assertTrue(preference._allows("ana@example.org", "job_alert", company))

    def test_an_unsubscribe_link_cannot_be_made_up(self):
        preference = self.env["ats.message.preference"]
        good = preference._signature(self.application.id, "job_alert")
        self.assertEqual(preference._signed_applicant(self.application.id, "job_alert", good), self.application)
        for id_, kind, signature in (
            (self.application.id, "talent_pool", good),
            (self.application.id + 1, "job_alert", good),
            (self.application.id, "job_alert", ""),
            (self.application.id, "made_up", preference._signature(self.application.id, "made_up")),
        ):
            self.assertFalse(preference._signed_applicant(id_, kind, signature))
