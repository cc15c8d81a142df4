from pytz import all_timezones_set

from odoo import fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import LazyTranslate, format_date
from odoo.tools.misc import format_time

_lt = LazyTranslate(__name__)

ACCEPTED = _lt("%(offer)s was accepted.")
ACCEPTED_TODO = _lt("%(person)s accepted the offer: make the employee")
DECLINED = _lt("%(offer)s was declined.")
DECLINED_TODO = _lt("%(person)s declined the offer: decide how to go on")

# What a door may hand over about the answer, with the longest text that is kept of each.
EVIDENCE_KEYS = {"name": 200, "ip": 64, "user_agent": 400, "door": 40}


class AtsOffer(models.Model):
    """The candidate's answer and what it leaves behind."""

    _inherit = "ats.offer"

    def _answer(self, accept, *, evidence, reason=None):
        """Take the candidate's answer. An answer is given once: later calls return the state.

        Acceptance ends the offer and nothing else; hiring is left to HR or to a job.

        :param bool accept: whether the candidate says yes
        :param dict evidence: ``name`` as typed, ``ip``, ``user_agent``; ``version`` and
            ``letter_sha256`` of what was on the screen are compared when given
        :param str reason: why it was declined, optional
        :return: the state of the offer
        :raise UserError: a sentence for the candidate when there is nothing to answer any more
        """
        self.ensure_one()
        self._lock()
        if self.state in ("accepted", "declined"):
            return self.state
        self._check_can_be_answered()
        self._check_was_read(evidence)
        if accept and not (evidence.get("name") or "").strip():
            raise ValidationError(self.env._("Type your full name to accept the offer."))
        now = fields.Datetime.now()
        self._turn(
            ("sent",),
            "accepted" if accept else "declined",
            answered_at=now,
            decline_reason=False if accept else (reason or "").strip()[:2000] or False,
            answer_evidence=self._sealed_evidence(accept, evidence, now),
        )
        self._after_acceptance() if accept else self._after_decline()
        return self.state

    def _check_can_be_answered(self):
        if self.state != "sent":
            raise UserError(self._state_sentence())
        if self.expires_at <= fields.Datetime.now():
            raise UserError(
                self.env._(
                    "The time to answer this offer ended on %(moment)s. Please contact us.",
                    moment=self._candidate_time(self.expires_at),
                )
            )

    def _check_was_read(self, evidence):
        """Refuse an answer to another version than the one on the candidate's screen."""
        seen = (evidence.get("version", self.version), evidence.get("letter_sha256", self.letter_sha256))
        if seen != (self.version, self.letter_sha256):
            raise UserError(self.env._("This offer was replaced by a newer version. Please read that one."))

    def _sealed_evidence(self, accept, evidence, now):
        kept = {key: str(evidence[key])[:length] for key, length in EVIDENCE_KEYS.items() if evidence.get(key)}
        return {
            **kept,
            "answer": "accepted" if accept else "declined",
            "answered_at": fields.Datetime.to_string(now),
            "version": self.version,
            "letter_sha256": self.letter_sha256,
        }

    def _after_acceptance(self):
        self._store_signed_letter()
        self._tell("offer.accepted", ACCEPTED)
        self.applicant_id._ats_mail(self.env.ref("ats_core.mail_template_offer_accepted"))
        self.applicant_id._ats_offer_accepted(self)

    def _after_decline(self):
        self._tell("offer.declined", DECLINED)
        self._leave_activity(self._recruiter(), DECLINED_TODO)

    def _responsible(self):
        """HR's person for this offer; without one, the recruiter."""
        self.ensure_one()
        return self.hr_responsible_id.filtered("active") or self._recruiter()

    def _recruiter(self):
        users = (self.applicant_id.user_id, self.job_id.user_id, self.author_id, self.env.ref("base.user_admin"))
        return next(user for user in users if user.active and not user.share)

    def _leave_activity(self, user, sentence, note=""):
        """Leave a to-do on the application, in the language of who has to do it.

        :param sentence: lazy text with a place for the person
        """
        applicant_sudo = self.applicant_id.sudo().with_context(lang=user.lang)
        summary = applicant_sudo.env._(sentence)
        applicant_sudo.activity_schedule(
            "mail.mail_activity_data_todo",
            user_id=user.id,
            note=note,
            summary=summary % {"person": applicant_sudo.partner_name},
        )

    def _candidate_time(self, moment):
        """Write a moment as the candidate reads it: language, zone, zone name."""
        applicant = self.applicant_id.sudo()
        zones = (applicant.ats_tz, self.company_id.sudo().partner_id.tz)
        zone = next((zone for zone in zones if zone in all_timezones_set), "UTC")
        lang = applicant._ats_mail_lang()
        local = fields.Datetime.context_timestamp(self.with_context(tz=zone), moment)
        day = format_date(self.env, local.date(), lang_code=lang, date_format="long")
        time = format_time(self.env, moment, tz=zone, time_format="short", lang_code=lang)
        # Few fonts have the narrow space that some languages put before "PM".
        time = time.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")
        return f"{day}, {time} ({zone.replace('_', ' ')})"

    def _compute_answer_summary(self):
        labels = (
            ("answer", self.env._("Answer")),
            ("name", self.env._("Name as typed")),
            ("answered_at", self.env._("Time (UTC)")),
            ("ip", self.env._("IP address")),
            ("user_agent", self.env._("Browser")),
            ("version", self.env._("Version")),
            ("letter_sha256", self.env._("Seal of the letter")),
        )
        for offer in self:
            evidence = offer.answer_evidence or {}
            offer.answer_summary = "\n".join(f"{label}: {evidence[key]}" for key, label in labels if evidence.get(key))
