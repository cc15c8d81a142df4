import vobject
from freezegun import freeze_time

from odoo.tests import tagged

from .common import BEFORE, HOUR, START, InterviewCase


@tagged("post_install", "-at_install")
@freeze_time(BEFORE)
class TestCandidateSide(InterviewCase):
    """What leaves the house: mails, calendar files, the timeline."""

    def setUp(self):
        super().setUp()
        self.applicant = self.apply(tz="America/New_York")
        self.before = self.sent_mails(self.applicant)

    def new_mails(self, applicant=None):
        """What went to the candidate since; the panel gets mails of its own."""
        mails = self.sent_mails(applicant or self.applicant) - self.before
        return mails.filtered(lambda mail: "interview" in (mail.subject or "") and mail.email_to)

    def calendar(self, mail):
        attachment = mail.attachment_ids
        self.assertEqual(len(attachment), 1)
        self.assertIn("text/calendar; method=", attachment.mimetype)
        return vobject.readOne(attachment.raw.decode())

    def test_the_candidate_is_invited_in_the_own_zone(self):
        interview = self.plan(self.applicant, self.interviewer, kind="onsite", location="Main St 1; 5th floor")
        mail = self.new_mails()
        self.assertEqual(len(mail), 1)
        self.assertIn("ana@example.org", mail.email_to)
        self.assertFalse(mail.recipient_ids)
        self.assertFalse(self.applicant.partner_id)
        text = mail.body_html
        self.assertIn("Tuesday, November 24, 2026", text)
        self.assertIn("4:00", text)
        self.assertIn("America/New York", text)
        self.assertIn("Main St 1; 5th floor", text)
        self.assertNotIn(self.interviewer.name, text)
        self.assertNotIn("key=", text)
        calendar = self.calendar(mail)
        event = calendar.vevent
        self.assertEqual(calendar.method.value, "REQUEST")
        self.assertEqual(event.uid.value, interview.ics_uid)
        self.assertEqual(event.sequence.value, "0")
        self.assertEqual(event.dtstart.value.replace(tzinfo=None), START)
        self.assertEqual(event.attendee.value, "mailto:ana@example.org")
        self.assertEqual(len(event.attendee_list), 1)
        self.assertEqual(event.organizer.value, f"mailto:{self.recruiter.email_normalized}")
        self.assertNotIn(self.interviewer.email, mail.attachment_ids.raw.decode())

    def test_the_story_of_one_uid(self):
        interview = self.plan(self.applicant, self.interviewer)
        interview._reschedule(START + HOUR)
        interview._cancel("The job is frozen")
        mails = self.new_mails()
        calendars = [self.calendar(mail) for mail in mails]
        self.assertEqual([calendar.method.value for calendar in calendars], ["REQUEST", "REQUEST", "CANCEL"])
        self.assertEqual([calendar.vevent.sequence.value for calendar in calendars], ["0", "1", "2"])
        self.assertEqual({calendar.vevent.uid.value for calendar in calendars}, {interview.ics_uid})
        self.assertEqual(calendars[2].vevent.status.value, "CANCELLED")
        self.assertNotIn("frozen", "".join(mails.mapped("body_html")))

    def test_the_mail_on_the_wire_says_its_method(self):
        self.plan(self.applicant, self.interviewer)
        mail = self.new_mails()
        email = mail._prepare_outgoing_list()[0]
        message = self.env["ir.mail_server"]._build_email__(
            email_from="hr@company.example",
            email_to=email["email_to"],
            subject="x",
            body=email["body"],
            attachments=email["attachments"],
        )
        parts = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
        self.assertEqual(len(parts), 1)
        self.assertEqual(parts[0].get_param("method").upper(), "REQUEST")
        self.assertIn(b"BEGIN:VEVENT", parts[0].get_payload(decode=True))

    def test_hostile_names_stay_text(self):
        applicant = self.apply(
            name="Eve\r\nATTENDEE:mailto:x@evil.example <script>alert(1)</script> {{7*7}}",
            email="eve@example.org",
        )
        self.plan(applicant, self.interviewer, kind="onsite", location="A\r\nBEGIN:VALARM")
        mail = self.new_mails(applicant)
        self.assertNotIn("<script>", mail.body_html)
        self.assertNotIn("49", mail.subject)
        event = self.calendar(mail).vevent
        self.assertEqual(len(event.attendee_list), 1)
        self.assertFalse(list(event.components()))

    def test_a_video_interview_gets_a_link_that_opens_the_call(self):
        interview = self.plan(self.applicant, self.interviewer, kind="video")
        event = interview.sudo().calendar_event_id
        self.assertTrue(event.access_token)
        self.assertIn(event.access_token, interview.video_url)
        self.assertIn(interview.video_url, self.new_mails().body_html)

    def test_a_past_interview_is_told_to_nobody(self):
        self.plan(self.applicant, self.interviewer, start=START - 48 * 2 * HOUR)
        self.assertFalse(self.new_mails())

    def test_do_not_contact_is_kept(self):
        self.applicant.sudo().ats_candidate_id.do_not_contact = True
        interview = self.plan(self.applicant, self.interviewer)
        self.assertEqual(interview.state, "planned")
        self.assertFalse(self.new_mails())

    def test_the_timeline_speaks_public_words(self):
        interview = self.plan(self.applicant, self.interviewer)
        texts = [entry["text"] for entry in self.applicant.sudo()._ats_timeline()]
        self.assertTrue([text for text in texts if "4:00" in text and "New York" in text], texts)
        interview._reschedule(START + HOUR)
        interview._cancel("Interviewer is ill")
        texts = " ".join(
            entry["text"] for entry in self.applicant.sudo()._ats_timeline() if entry["kind"] == "interview"
        )
        self.assertIn("moved", texts)
        self.assertIn("cancelled", texts)
        self.assertNotIn("ill", texts.replace("cancelled", ""))
        self.assertNotIn(self.interviewer.name, texts)

    def test_summer_time_is_the_candidates(self):
        """09:00 UTC is 10:00 in Paris in November and 11:00 in July."""
        applicant = self.apply(name="Bo Berg", email="bo@example.org", tz="Europe/Paris")
        winter = self.plan(applicant, self.interviewer)
        summer = self.plan(applicant, self.interviewer, start=self.at("2027-07-06 09:00:00"))
        self.assertIn("10:00", winter.candidate_time)
        self.assertIn("11:00", summer.candidate_time)
