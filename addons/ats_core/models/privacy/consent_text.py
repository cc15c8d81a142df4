from odoo import api, fields, models
from odoo.exceptions import UserError


class AtsConsentText(models.Model):
    """The company's own words for an agreement. A new text is a new version; what was agreed to stays as it was.

    Without a text of its own for a purpose and language, the form has the words that come with the addons.
    """

    _name = "ats.consent.text"
    _description = "Text of a Consent"
    _order = "company_id, purpose, lang, version desc"
    _rec_name = "text"

    company_id = fields.Many2one(
        "res.company", required=True, index=True, default=lambda self: self.env.company.root_id, readonly=True
    )
    purpose = fields.Selection(lambda self: self._purposes(), required=True)
    lang = fields.Selection(
        lambda self: self.env["res.lang"].get_installed(),
        "Language",
        required=True,
        default=lambda self: self.env.lang,
    )
    version = fields.Integer(readonly=True, copy=False)
    text = fields.Text("What Candidates Agree To", required=True, help="One sentence, as it stands beside the box.")
    why = fields.Text("Why You Ask", help="A line below the sentence, in small letters.")
    active = fields.Boolean(default=True, help="Switched off, the version before it is shown again.")
    is_current = fields.Boolean("Shown Now", compute="_compute_is_current")
    consent_count = fields.Integer("Agreed", compute="_compute_consent_count")

    _version_uniq = models.UniqueIndex(
        "(company_id, purpose, lang, version)", "This version of the text exists already."
    )

    @api.model
    def _purposes(self):
        return self.env["ats.consent"]._fields["purpose"]._description_selection(self.env)

    def _compute_is_current(self):
        for text in self:
            text.is_current = text == self._current(text.company_id, text.purpose, text.lang)

    def _compute_consent_count(self):
        counts = dict(
            self.env["ats.consent"].sudo()._read_group([("text_id", "in", self.ids)], ["text_id"], ["__count"])
        )
        for text in self:
            text.consent_count = counts.get(text, 0)

    @api.model_create_multi
    def create(self, vals_list):
        texts = super().create(vals_list)
        for text in texts:
            text.version = text._newest_version() + 1
        return texts

    def write(self, vals):
        """Words that people have seen stay; new words are a new version."""
        if {"text", "why", "purpose", "lang", "company_id"} & vals.keys():
            raise UserError(self.env._("People have agreed to these words. Press “New Version” to change them."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_agreed(self):
        if any(text.consent_count for text in self):
            raise UserError(self.env._("People have agreed to this text: it is their proof and yours. Archive it."))

    def _newest_version(self):
        self.ensure_one()
        return max(
            self.with_context(active_test=False)
            .search(
                [
                    ("company_id", "=", self.company_id.id),
                    ("purpose", "=", self.purpose),
                    ("lang", "=", self.lang),
                    ("id", "!=", self.id),
                ]
            )
            .mapped("version"),
            default=0,
        )

    @api.model
    def _current(self, company, purpose, lang):
        """Return the text that candidates of a company see now, elevated; empty when it has none of its own."""
        return self._all_current(company, lang).get(purpose, self.sudo().browse())

    @api.model
    def _all_current(self, company, lang):
        """Return ``{purpose: elevated text}`` of a company's own texts.

        A text in the same language of another country stands in for one that is missing.
        """
        texts_sudo = self.sudo().search([("company_id", "=", company.sudo().root_id.id)], order="version desc, id desc")
        near = texts_sudo.filtered(lambda text: text.lang[:2] == (lang or "")[:2])
        found = {}
        for text in near.sorted(lambda text: text.lang != lang):
            found.setdefault(text.purpose, text)
        return found

    def _version_name(self):
        """Return how a consent names the text that it was given to."""
        self.ensure_one()
        return f"{self.purpose}-{self.lang}-v{self.version}"

    def action_new_version(self):
        """Open a form with the same words, to be saved as the next version."""
        self.ensure_one()
        names = ("purpose", "lang", "text", "why")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("New Version"),
            "res_model": self._name,
            "view_mode": "form",
            "context": {f"default_{name}": self[name] for name in names} | {"default_company_id": self.company_id.id},
        }


class AtsConsent(models.Model):
    _inherit = "ats.consent"

    text_id = fields.Many2one("ats.consent.text", readonly=True, ondelete="restrict", index="btree_not_null")
