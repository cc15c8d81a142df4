from odoo import models

from ..message.mail_gate import OWN_ACCOUNT

# Which agreement covers what we write on our own account.
CONSENT_OF_KIND = {"talent_pool": "talent_pool", "job_alert": "job_alert", "marketing": "talent_pool"}


class AtsCandidate(models.Model):
    """Who has not agreed, was erased or works here already is not written to on our own account."""

    _inherit = "ats.candidate"

    def _ats_contact_blockers(self, kind=None, *, channel="mail"):
        blockers = super()._ats_contact_blockers(kind, channel=channel)
        needed = {CONSENT_OF_KIND.get(kind), channel == "sms" and "sms"} - {None, False}
        agreed = self._ats_purposes_agreed(needed)
        hired = self._ats_working_here() if kind in OWN_ACCOUNT else self.browse()
        for person in self:
            if person.erased_at:
                blockers[person] = {"erased": self.env._("The data of this person was erased.")}
                continue
            if needed - agreed[person]:
                blockers[person]["no_consent"] = self.env._("Has not agreed to it, or has taken it back.")
            if person in hired:
                blockers[person]["hired"] = self.env._("Was hired and works here already.")
        return blockers

    def _ats_purposes_agreed(self, purposes):
        """Return for each person which of the purposes a consent holds for now; one query."""
        agreed = {person: set() for person in self}
        if purposes:
            groups = (
                self.env["ats.consent"]
                .sudo()
                ._read_group(
                    [
                        ("candidate_id", "in", self.ids),
                        ("purpose", "in", list(purposes)),
                        ("withdrawn_at", "=", False),
                    ],
                    ["candidate_id", "purpose"],
                )
            )
            for person, purpose in groups:
                agreed[self.browse(person.id)].add(purpose)
        return agreed

    def _ats_working_here(self):
        """Return those who were hired and whose employee record is not archived."""
        groups = (
            self.env["hr.applicant"]
            .sudo()
            .with_context(active_test=False)
            ._read_group(
                [
                    ("ats_candidate_id", "in", self.ids),
                    ("ats_state", "=", "hired"),
                    "|",
                    ("employee_id", "=", False),
                    ("employee_id.active", "=", True),
                ],
                ["ats_candidate_id"],
            )
        )
        return self.browse([person.id for (person,) in groups])
