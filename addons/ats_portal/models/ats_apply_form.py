import binascii
import re
import time
import uuid
from typing import NamedTuple

from odoo import api, models
from odoo.tools.misc import hash_sign, verify_hash_signed

from odoo.addons.ats_core.lib.ats_extract import clean_filename, sniff

from ..lib.ats_apply_form import FieldRule, FileLimits, check_files, check_text

RULES = {
    "name": FieldRule("line", 120, required=True),
    "email": FieldRule("email", 254, required=True),
    "phone": FieldRule("phone", 40),
    "linkedin": FieldRule("url", 300),
    "message": FieldRule("text", 4000),
    "without_referral": FieldRule("tick"),
    "consent": FieldRule("tick", required=True),
    "consent_retention": FieldRule("tick"),
    "consent_talent_pool": FieldRule("tick"),
    "consent_ai": FieldRule("tick"),
    "consent_sms": FieldRule("tick"),
}
LIMITS = FileLimits()
# Room for the five files, the texts and the envelope of multipart/form-data.
MAX_REQUEST_BYTES = LIMITS.max_total_bytes + 512 * 1024
# A field that people do not see and programs fill in.
TRAP = "website_url"
SCOPE = "ats_portal.apply"


class Reading(NamedTuple):
    """What a visitor sent, sorted: values to show again, files, messages by field."""

    values: dict
    files: list
    errors: dict


class AtsApplyForm(models.AbstractModel):
    """The application form of the website: what it may carry and what it says when it may not."""

    _name = "ats.apply.form"
    _description = "Application Form of the Website"

    @api.model
    def _blank(self, job):
        """Return the values of an empty form for ``job``."""
        return {
            "values": dict.fromkeys(RULES, ""),
            "errors": {},
            "consents": self._consents(job),
            "sent_files": False,
            "draft": self.env["ats.apply.draft"],
            "found": [],
            "submission_key": uuid.uuid4().hex,
            "started": self._start_token(job),
            "captcha": self._asks_captcha(job),
        }

    @api.model
    def _with_draft(self, job, draft_sudo):
        """Return the values of a form that this browser had begun: filled from the kept résumé."""
        form = self._blank(job)
        found = (draft_sudo and draft_sudo.filled) or {}
        form["values"].update(found)
        return {**form, "draft": draft_sudo, "found": list(found)}

    @api.model
    def _filled(self, job, reading, params):
        """Return the values of the form as it was sent, with its messages."""
        key = params.get("submission_key")
        return {
            **self._blank(job),
            "values": reading.values,
            "errors": reading.errors,
            "sent_files": bool(reading.files),
            "submission_key": key if self._is_key(key) else uuid.uuid4().hex,
        }

    @api.model
    def _read(self, job, params, files):
        """Sort and check what was sent.

        :param params: texts of the form
        :param files: sequence of ``(filename, bytes)``, the résumé first
        :rtype: Reading
        """
        values, codes = check_text(RULES, params)
        files = [(clean_filename(name), content) for name, content in files]
        errors = {name: self._text_message(name, code) for name, code in codes.items()}
        if wrong_files := check_files(files, sniff, LIMITS):
            errors["cv"] = " ".join(self._file_message(*wrong) for wrong in wrong_files)
        elif not files and not values["linkedin"] and not values["message"]:
            errors["cv"] = self.env._("Add a résumé, your LinkedIn address or a few words about you.")
        if message := self._robot_message(job, params) or self._captcha_message(job):
            errors["form"] = message
        in_order = {name: errors[name] for name in self._labels() if name in errors}
        return Reading(values, files, in_order)

    @api.model
    def _apply_vals(self, job, reading, params):
        """Return the values that the verb takes, from a reading without errors."""
        key = params.get("submission_key")
        names = ("name", "email", "phone", "linkedin", "message")
        vals = {name: reading.values[name] for name in names}
        given = [consent["purpose"] for consent in self._consents(job) if reading.values.get(consent["name"])]
        return {**vals, "consents": given, "submission_key": key if self._is_key(key) else uuid.uuid4().hex}

    # ------------------------------------------------------------
    # People and programs
    # ------------------------------------------------------------

    @api.model
    def _start_token(self, job, moment=None):
        """Return a signed note of when the form was opened."""
        return hash_sign(self.env(su=True), SCOPE, [job.id, int(moment or time.time())], expiration_hours=72)

    @api.model
    def _robot_message(self, job, params):
        """Return what to say when the form was not filled in by hand, else ``None``."""
        if params.get(TRAP):
            return self.env._("Leave the field “Website” empty and send the form again.")
        started = self._started_at(job, params.get("started"))
        if started is None:
            return self.env._("This page was open for a long time. Please send the form again.")
        if time.time() - started < self._min_fill_seconds():
            return self.env._("That was fast. Please check your entries and send the form again.")
        return None

    @api.model
    def _started_at(self, job, token):
        try:
            job_id, moment = verify_hash_signed(self.env(su=True), SCOPE, token or "") or (0, 0)
        except (ValueError, TypeError, binascii.Error):
            return None
        return moment if job_id == job.id else None

    @api.model
    def _min_fill_seconds(self):
        return int(self._parameter("min_fill_seconds", 3))

    @api.model
    def _parameter(self, name, default):
        return self.env["ir.config_parameter"].sudo().get_param(f"ats_portal.{name}", default)

    @api.model
    def _is_key(self, key):
        return bool(re.fullmatch(r"[0-9a-f]{32}", key or ""))

    @api.model
    def _is_too_frequent(self, remote_address, email=None):
        """Count a sent form for its network and mailbox; tell whether either has sent too many."""
        hits = self.env["ats.portal.hit"]
        per_minute = int(self._parameter("apply_per_minute", 10))
        network = hits._network(remote_address)
        if hits._is_over("apply.ip", network, limit=per_minute, seconds=60):
            return True
        return bool(email) and hits._is_over("apply.mailbox", hits._mailbox(email), limit=10, seconds=600)

    # ------------------------------------------------------------
    # Words
    # ------------------------------------------------------------

    @api.model
    def _labels(self):
        """Return the label of each field, as the page shows it."""
        return {
            "form": "",
            "cv": self.env._("Résumé and files"),
            "name": self.env._("Full name"),
            "email": self.env._("E-mail"),
            "phone": self.env._("Phone"),
            "linkedin": self.env._("LinkedIn or website"),
            "message": self.env._("A few words about you"),
            "without_referral": self.env._("Recommendation"),
            "consent": self.env._("Agreement"),
        }

    @api.model
    def _text_message(self, name, code):
        if code == "required":
            return {
                "name": self.env._("Enter your name."),
                "email": self.env._("Enter your e-mail address; we send you a private link."),
                "consent": self.env._("Tick the box so that we may handle your application."),
            }[name]
        return {
            "too_long": self.env._("This is too long: at most %s characters.", RULES[name].max_length),
            "characters": self.env._("This has characters that cannot be used. Type it again."),
            "email": self.env._("This is not an e-mail address. Example: ana@example.com"),
            "phone": self.env._("This is not a phone number. Example: +33 6 12 34 56 78"),
            "url": self.env._("This is not a web address. Example: linkedin.com/in/ana"),
        }[code]

    @api.model
    def _file_message(self, filename, code, limits=LIMITS):
        megabyte = 1024 * 1024
        return {
            "count": self.env._("At most %s files.", limits.max_count),
            "total": self.env._("All files together may have %s MB.", limits.max_total_bytes // megabyte),
            "size": self.env._(
                "%(file)s is larger than %(size)s MB.", file=filename, size=limits.max_bytes // megabyte
            ),
            "empty": self.env._("%s is empty.", filename),
            "extension": self.env._("%s: send PDF, DOCX, ODT, RTF or TXT.", filename),
            "encrypted": self.env._("%s asks for a password. Save it without one.", filename),
            "content": self.env._("%s is not what its name says. Save it again as PDF and choose that file.", filename),
        }[code]
