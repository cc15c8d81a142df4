import hashlib
import json
from collections import Counter
from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL, format_date

ERASERS = "ats_core.group_ats_privacy"
# What stands where a person must have a name.
NOBODY = "Erased"


class AtsCandidate(models.Model):
    """Erasing a person: what is theirs goes, what the company needs to count stays without them."""

    _inherit = "ats.candidate"

    erased_at = fields.Datetime("Erased", readonly=True, copy=False)

    def _erase(self, *, request=None):
        """Erase the person for good. A second call changes nothing.

        Numbers survive (stages, dates, states, events without personal data), so that reports
        keep their sums.

        :param request: the ``ats.privacy.request`` that led to it
        :return: the proof: what kinds of rows went, how many, and when; no personal data
        :rtype: dict
        :raise UserError: a legal hold, a duty to keep, or an employment stands against it
        """
        self.ensure_one()
        self._check_may_erase()
        candidate_sudo = self.sudo().with_context(active_test=False, tracking_disable=True, mail_notrack=True)
        candidate_sudo._lock_person()
        if candidate_sudo.erased_at:
            return candidate_sudo._erase_proof(Counter(), request)
        if blockers := candidate_sudo._erase_blockers():
            raise UserError("\n".join([self.env._("This person cannot be erased now:"), *blockers]))
        candidate_sudo._close_accounts()
        candidate_sudo._open_seals(True)
        counted = candidate_sudo._erase_rows()
        candidate_sudo._open_seals(False)
        candidate_sudo._erase_self()
        proof = candidate_sudo._erase_proof(counted, request)
        self.env["ats.event"]._record("candidate.erased", candidate=self, payload=proof)
        self.env.flush_all()
        self.env.invalidate_all()
        return proof

    def _check_may_erase(self):
        if not self.env.su and not self.env.user.has_group(ERASERS):
            raise AccessError(self.env._("Only a privacy officer erases a person."))
        self.check_access("write")

    def _open_seals(self, is_open):
        """Let the evidence of this person's offers be emptied, which the database refuses otherwise."""
        self.env.flush_all()
        self.env.cr.execute("SELECT set_config('ats.erasing', %s, true)", [str(self.id) if is_open else ""])

    def _lock_person(self):
        self.env.flush_all()
        self.env.cr.execute(SQL("SELECT id FROM ats_candidate WHERE id = %s FOR UPDATE", self.id))
        self.invalidate_recordset()

    def _erase_blockers(self):
        """Hook: sentences that say why the person cannot be erased now.

        :rtype: list[str]
        """
        if not self:
            return []
        self.ensure_one()
        blockers = []
        applications = self.with_context(active_test=False).application_ids
        if self.legal_hold:
            blockers.append(self.env._("There is a legal hold: nothing about this person may be deleted."))
        if applications.filtered(lambda application: application.ats_state == "hired"):
            blockers.append(self.env._("This person was hired; the employee file is kept by other rules."))
        if until := self._keep_until(applications):
            blockers.append(
                self.env._("The law makes us keep the last application until %s.", format_date(self.env, until))
            )
        return blockers

    def _keep_until(self, applications):
        """Return the day until which an ended application has to be kept, if it lies ahead."""
        days = self.company_id.ats_keep_after_end_days
        ends = [
            application.refuse_date or application.ats_withdrawn_at or application.date_closed
            for application in applications
        ]
        ended = [end for end in ends if end]
        if not days or not ended:
            return None
        until = fields.Date.to_date(max(ended)) + timedelta(days=days)
        return until if until > fields.Date.context_today(self) else None

    # ------------------------------------------------------------
    # The rows
    # ------------------------------------------------------------

    def _erase_rows(self):
        """Clear and delete all that the addons name as this person's; return the numbers by model."""
        counted = Counter()
        # Traces hang on what is deleted below: they are listed first.
        targets = [(records.exists(), names) for records, names in self._erase_targets()]
        traced = [records for records, _names in targets if records]
        for records in traced:
            counted.update(self._erase_traces(records))
        for records, names in targets:
            records = records.sudo().exists()
            if records and names:
                self._erase_fields(records, names)
            elif records:
                counted[records._name] += len(records)
                records.unlink()
        return counted

    def _erase_fields(self, records, names):
        """Empty fields by the plain write of the ORM: no door may route, track or refuse it."""
        values = {name: self._erased_value(records._fields[name]) for name in names if name in records._fields}
        models.Model.write(records.with_context(tracking_disable=True), values)

    def _erased_value(self, field):
        is_text = field.type in ("char", "text", "html")
        return NOBODY if is_text and (field.required or field.name == "name") else False

    def _close_accounts(self):
        """Close the portal accounts that recruitment's contact of this person has."""
        for user in self._own_contacts().user_ids:
            user.write({"active": False, "login": f"erased-{user.id}", "signature": False})

    def _erase_traces(self, records):
        """Delete what Odoo hangs on records: mails, messages, activities, files."""
        domain = [("res_model", "=", records._name), ("res_id", "in", records.ids)]
        message_domain = [("model", "=", records._name), ("res_id", "in", records.ids)]
        traces = [
            self.env["mail.mail"].search(message_domain),
            self.env["mail.message"].search(message_domain),
            self.env["mail.activity"].with_context(active_test=False).search(domain),
            self.env["ir.attachment"].search([*domain, ("res_field", "in", [False, *self._file_fields(records)])]),
        ]
        counted = Counter({trace._name: len(trace) for trace in traces if trace})
        for trace in traces:
            trace.exists().unlink()  # a mail takes its message along
        return counted

    def _file_fields(self, records):
        return [name for name, field in records._fields.items() if field.type in ("binary", "image") and field.store]

    def _erase_self(self):
        models.Model.write(
            self.with_context(tracking_disable=True),
            {
                "name": f"{NOBODY} {self.id}",
                "active": False,
                "do_not_contact": True,
                "erased_at": fields.Datetime.now(),
                "retention_until": False,
            },
        )

    def _erase_proof(self, counted, request):
        rows = dict(sorted(counted.items()))
        stamp = fields.Datetime.to_string(self.erased_at)
        seal = hashlib.sha256(json.dumps([self.id, stamp, rows], sort_keys=True).encode()).hexdigest()
        return {
            "candidate": self.id,
            "erased_at": stamp,
            "rows": rows,
            "applications": len(self.application_ids),
            "request": request.id if request else None,
            "seal": seal,
        }
