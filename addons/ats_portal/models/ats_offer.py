from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError

# What a candidate may know of: an offer that has left the house.
PUBLIC_STATES = ("sent", "accepted", "declined", "expired", "withdrawn", "superseded")
# States in which the terms stay readable.
READABLE_STATES = ("sent", "accepted", "declined")


class AtsOffer(models.Model):
    _inherit = "ats.offer"

    def _ats_is_public(self):
        """Tell whether the candidate may know of the offer at all."""
        self.ensure_one()
        return self.state in PUBLIC_STATES and bool(self.sent_at)

    def _ats_is_readable(self):
        """Tell whether the candidate may read the terms and the letter now."""
        self.ensure_one()
        return self._ats_is_public() and self._ats_shown_state() in READABLE_STATES

    def _ats_shown_state(self):
        """Return the state as of this moment; the job that ends late offers may not have run."""
        self.ensure_one()
        is_late = self.state == "sent" and self.expires_at <= fields.Datetime.now()
        return "expired" if is_late else self.state

    def _ats_note_view(self):
        """Write into the journal that the candidate has seen the offer; the first time only."""
        self.ensure_one()
        seen = [("type", "=", "offer.viewed"), ("res_model", "=", self._name), ("res_id", "=", self.id)]
        if self._ats_is_readable() and not self.env["ats.event"].search_count(seen, limit=1):
            self.env["ats.event"]._record(
                "offer.viewed", applicant=self.applicant_id, res=self, payload={"version": self.version}
            )

    def _ats_page_values(self):
        """Return all that the offer page may show: an allow-list, on an elevated record."""
        self.ensure_one()
        state = self._ats_shown_state()
        readable = self._ats_is_readable()
        newer = self.search(
            [
                ("applicant_id", "=", self.applicant_id.id),
                ("version", ">", self.version),
                ("state", "=", "sent"),
            ],
            limit=1,
        )
        return {
            "path": self._ats_page_path(),
            "state": state,
            "version": self.version,
            "terms": self._ats_public_terms() if readable else [],
            "has_letter": readable and bool(self.letter_attachment_id),
            "seal": self.letter_sha256 if readable else "",
            "answer_by": self._candidate_time(self.expires_at) if state == "sent" else "",
            "days_left": self._ats_days_left(),
            "answered_at": self.answered_at and self._candidate_time(self.answered_at),
            "newer_path": newer._ats_page_path() if newer else "",
            "recruiter": self.applicant_id._ats_contact_name() or self.author_id.filtered("active").name,
        }

    def _ats_public_letter(self):
        """Return the letter to show: the signed copy once there is one; empty when withdrawn."""
        self.ensure_one()
        if not self._ats_is_readable():
            return self.env["ir.attachment"]
        return self.signed_attachment_id or self.letter_attachment_id

    def _ats_days_left(self):
        """Return the days to answer, a begun one counted as a whole one."""
        self.ensure_one()
        return max(0, -((fields.Datetime.now() - self.expires_at) // timedelta(days=1)))

    def _ats_page_path(self):
        self.ensure_one()
        return f"/my/application/{self.applicant_id.id}/offer/{self.id}"

    def _ats_answer_from_page(self, params, *, ip, user_agent):
        """Take the answer of the offer page and return messages by field; empty when it is done.

        :param dict params: ``answer``, ``name``, ``read``, ``version``, ``reason`` as sent
        """
        self.ensure_one()
        accept = params.get("answer") == "accept"
        if errors := self._ats_answer_errors(params, accept):
            return errors
        try:
            self._answer(
                accept,
                evidence={
                    "name": (params.get("name") or "").strip(),
                    "version": int(params["version"]),
                    "ip": ip,
                    "user_agent": user_agent,
                    "door": "candidate page",
                },
                reason=params.get("reason"),
            )
        except UserError as error:
            return {"form": str(error)}
        return {}

    def _ats_answer_errors(self, params, accept):
        errors = {}
        name = (params.get("name") or "").strip()
        if params.get("answer") not in ("accept", "decline") or params.get("version", "") != str(self.version):
            errors["form"] = self.env._("This page is out of date. Read the offer again.")
        if accept and (len(name) < 3 or len(name) > 200 or not name.isprintable()):
            errors["name"] = self.env._("Type your full name to sign.")
        if accept and not params.get("read"):
            errors["read"] = self.env._("Tick that you have read the offer.")
        return errors
