from odoo import models


class HrApplicant(models.Model):
    """What the candidate's page may show of an application. Public words only."""

    _inherit = "hr.applicant"

    def _ats_candidate_todos(self):
        """Hook: what the candidate has to do now.

        :return: list of dicts with ``title``, ``description``, ``url``, ``due`` (datetime in UTC
            or None) and ``kind``
        """
        self.ensure_one()
        return []

    def _ats_prefill(self, document):
        """Hook: values for the apply form read from an uploaded document.

        :rtype: dict
        """
        return {}

    def _ats_timeline(self):
        """Hook: what happened, in words for the candidate, oldest first.

        :return: list of dicts with ``at`` (datetime in UTC), ``text`` and ``kind``
        """
        self.ensure_one()
        entries = [
            {
                "at": self.create_date,
                "text": self.env._("We received your application."),
                "kind": "received",
            }
        ]
        seen = {"received"}
        for stay in self.env["ats.stage.log"].sudo().search([("applicant_id", "=", self.id)], order="id"):
            entry = self._ats_timeline_of_stay(stay, seen)
            if entry:
                entries.append(entry)
        return sorted(entries + self._ats_timeline_of_end(), key=lambda entry: entry["at"])

    def _ats_timeline_of_stay(self, stay, seen):
        texts = {
            "screen": self.env._("We are reading your application."),
            "review": self.env._("The hiring team is looking at your application."),
            "interview": self.env._("You are in the interview step."),
            "assessment": self.env._("You are in the assessment step."),
            "offer": self.env._("We are preparing our decision."),
        }
        label = stay.stage_id.ats_public_label
        text = label or texts.get(stay.kind)
        if not text or stay.kind in seen or stay.kind == "new":
            return None
        seen.add(stay.kind)
        return {"at": stay.entered_at, "text": text, "kind": stay.kind}

    def _ats_timeline_of_end(self):
        ends = {
            "refused": (self.refuse_date, self.env._("We decided to go on with other candidates.")),
            "withdrawn": (self.ats_withdrawn_at, self.env._("You withdrew your application.")),
            "hired": (self.date_closed, self.env._("You are hired. Welcome!")),
        }
        state = self._ats_told_state()
        moment, text = ends.get(state, (None, None))
        return [{"at": moment, "text": text, "kind": state}] if moment else []
