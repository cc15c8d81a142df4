from odoo import fields, models

# What candidates may correct: field of the application -> field of the person.
CORRECTABLE = {
    "partner_name": "name",
    "partner_phone": "phone",
    "linkedin_profile": "linkedin",
    "ats_city": "city",
}


class AtsSuggestedChange(models.Model):
    """What a candidate says is different from what we have. A colleague accepts or keeps."""

    _name = "ats.suggested.change"
    _description = "Correction Suggested by a Candidate"
    _order = "id desc"
    _rec_name = "field_name"

    applicant_id = fields.Many2one("hr.applicant", "Application", required=True, ondelete="cascade", index=True)
    candidate_id = fields.Many2one(
        "ats.candidate", related="applicant_id.ats_candidate_id", store=True, index="btree_not_null"
    )
    company_id = fields.Many2one(related="applicant_id.company_id")
    field_name = fields.Selection(
        [
            ("partner_name", "Name"),
            ("partner_phone", "Phone"),
            ("linkedin_profile", "LinkedIn"),
            ("ats_city", "City"),
        ],
        "What",
        required=True,
        readonly=True,
    )
    old_value = fields.Char("So Far", readonly=True)
    new_value = fields.Char("Suggested", readonly=True)
    state = fields.Selection(
        [("open", "To decide"), ("accepted", "Accepted"), ("kept", "Kept as it was")],
        required=True,
        readonly=True,
        default="open",
    )
    decided_by_id = fields.Many2one("res.users", readonly=True, ondelete="set null")
    decided_at = fields.Datetime(readonly=True)

    _open_uniq = models.UniqueIndex(
        "(applicant_id, field_name) WHERE state = 'open'", "A correction of this field waits already."
    )

    def action_accept(self):
        """Take the correction over, on the application and the person."""
        for change in self.filtered(lambda change: change.state == "open"):
            change.applicant_id._ats_check_decides()
            application_sudo = change.applicant_id.sudo()
            if change.field_name in application_sudo._fields:
                application_sudo.write({change.field_name: change.new_value})
            application_sudo.ats_candidate_id.write({CORRECTABLE[change.field_name]: change.new_value})
            self.env["ats.event"]._record("candidate.corrected", applicant=change.applicant_id, res=change)
        self._decide("accepted")

    def action_keep(self):
        """Leave the data as they are."""
        self.applicant_id._ats_check_decides()
        self._decide("kept")

    def _decide(self, state):
        self.filtered(lambda change: change.state == "open").sudo().write(
            {"state": state, "decided_by_id": self.env.uid, "decided_at": fields.Datetime.now()}
        )


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_suggested_change_ids = fields.One2many(
        "ats.suggested.change", "applicant_id", "Suggested Changes", domain=[("state", "=", "open")]
    )

    def _ats_correctable(self):
        """Return what the candidate may correct, with the values that hold today."""
        self.ensure_one()
        person = self.ats_candidate_id
        own = {name: self[name] for name in CORRECTABLE if name in self._fields}
        return {name: own.get(name) or person[target] or "" for name, target in CORRECTABLE.items()}

    def _ats_suggest_changes(self, values):
        """Keep what differs from today's data as suggestions; the newest word of a field counts.

        :param dict values: texts by the names of :meth:`_ats_correctable`
        :return: the suggestions that wait now
        """
        self.ensure_one()
        today = self._ats_correctable()
        waiting = {change.field_name: change for change in self.sudo().ats_suggested_change_ids}
        for name in CORRECTABLE.keys() & values.keys():
            value = (values[name] or "").strip()
            if name in waiting:
                waiting[name].unlink()
            if value != today[name] and (value or name != "partner_name"):
                self.env["ats.suggested.change"].sudo().create(
                    {"applicant_id": self.id, "field_name": name, "old_value": today[name], "new_value": value}
                )
        self.sudo().invalidate_recordset(["ats_suggested_change_ids"])
        return self.sudo().ats_suggested_change_ids


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    suggested_change_ids = fields.One2many(
        "ats.suggested.change", "candidate_id", "Suggested Changes", domain=[("state", "=", "open")]
    )
