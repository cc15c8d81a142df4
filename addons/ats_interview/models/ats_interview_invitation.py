from odoo import fields, models
from odoo.tools import email_normalize, format_date, format_time

from ..lib.ats_invite import Invitation, Person, cancel, request

TEMPLATES = {
    "scheduled": "ats_interview.mail_template_interview_scheduled",
    "rescheduled": "ats_interview.mail_template_interview_rescheduled",
    "cancelled": "ats_interview.mail_template_interview_cancelled",
}


class AtsInterview(models.Model):
    """What the candidate gets: a mail in plain words with an entry for the own calendar."""

    _inherit = "ats.interview"

    def _tell_candidate(self, step):
        """Mail the candidate that the interview is ``scheduled``, ``rescheduled`` or
        ``cancelled``. An interview written down afterwards is told to nobody."""
        for interview in self.filtered(lambda interview: interview.stop > fields.Datetime.now()):
            applicant = interview.applicant_id
            if not applicant._ats_can_be_mailed():
                continue
            template = self.env.ref(TEMPLATES[step]).with_context(
                ats_interview=interview._public_words(applicant._ats_mail_lang())
            )
            applicant._ats_mail(template, attachments=interview._make_invitation(step))

    def _make_invitation(self, step):
        """Return the calendar file as an attachment of the interview.

        :rtype: ir.attachment
        """
        self.ensure_one()
        method, write = ("CANCEL", cancel) if step == "cancelled" else ("REQUEST", request)
        return (
            self.env["ir.attachment"]
            .sudo()
            .with_context(no_document=True)
            .create(
                {
                    "name": "cancel.ics" if step == "cancelled" else "invite.ics",
                    "raw": write(self._prepare_invitation()),
                    "mimetype": f"text/calendar; method={method}; charset=UTF-8",
                    "res_model": self._name,
                    "res_id": self.id,
                }
            )
        )

    def _prepare_invitation(self):
        """Nothing internal goes in here: no panel, no notes, no stage."""
        applicant = self.applicant_id
        words = self._public_words(applicant._ats_mail_lang())
        return Invitation(
            uid=self.ics_uid,
            sequence=self.ics_sequence,
            stamp=fields.Datetime.now(),
            start=self.start,
            stop=self.stop,
            summary=words["title"],
            description=words["place"],
            location=self.location or self.video_url or "",
            url=self.video_url or "",
            organizer=self._prepare_organizer(),
            attendee=Person(applicant.partner_name or "", applicant.email_normalized),
        )

    def _prepare_organizer(self):
        """The recruiter, or whoever planned, in the name of the company."""
        company = self.company_id or self.env.company
        contacts = (self.applicant_id.user_id, self.organizer_id, company)
        email = next(filter(None, (email_normalize(who.email or "") for who in contacts)), None)
        if not email:
            return Person(company.name, self.applicant_id.email_normalized)
        return Person(company.name, email)

    def _public_words(self, lang):
        """Return what may be told outside, in the candidate's language.

        :rtype: dict
        """
        self.ensure_one()
        interview = self.with_context(lang=lang)
        job, company = interview.job_id.name, (self.company_id or self.env.company).name
        if job:
            title = interview.env._("Interview: %(job)s at %(company)s", job=job, company=company)
        else:
            title = interview.env._("Interview at %s", company)
        return {
            "title": title,
            "when": interview._when(lang),
            "place": interview._place(),
            "url": self.video_url or "",
        }

    def _when(self, lang):
        """Return date and hours in the candidate's zone, with the zone's name."""
        self.ensure_one()
        env = self.with_context(lang=lang, tz=self.tz).env
        local_start = fields.Datetime.context_timestamp(self.with_env(env), self.start)
        return env._(
            "%(date)s, %(start)s – %(stop)s (%(zone)s)",
            date=format_date(env, local_start.date(), lang_code=lang, date_format="full"),
            start=format_time(env, self.start, tz=self.tz, time_format="short", lang_code=lang),
            stop=format_time(env, self.stop, tz=self.tz, time_format="short", lang_code=lang),
            zone=self.tz.replace("_", " "),
        )

    def _place(self):
        """Return one sentence on how the candidate takes part."""
        if self.kind == "phone":
            number = self.location or self.applicant_id.partner_phone
            return self.env._("We call you at %s.", number) if number else self.env._("We call you by phone.")
        if self.video_url:
            return self.env._("By video: %s", self.video_url)
        if self.location:
            return self.env._("Place: %s", self.location)
        return self.env._("We will tell you the place.")

    def _timeline_entries(self, lang):
        """Return the interview's past in public words, for the candidate's page.

        :return: list of dicts ``at``, ``text``, ``kind``
        """
        self.ensure_one()
        env = self.with_context(lang=lang).env
        when = self._when(lang)
        planned = (
            env._("Interview planned")
            if self.rescheduled_at or self.cancelled_at
            else (env._("Interview planned: %s", when))
        )
        moments = [
            (self.create_date, planned),
            (self.rescheduled_at, env._("Interview moved to: %s", when)),
            (self.cancelled_at, env._("Interview cancelled")),
        ]
        return [{"at": at, "text": text, "kind": "interview"} for at, text in moments if at]
