from odoo import api, fields, models
from odoo.fields import Command, Domain

NAMED = 20


class AtsSearch(models.Model):
    """A search that somebody keeps, alone or for all, and that tells every day who is new."""

    _name = "ats.search"
    _description = "Saved Search"
    _order = "name, id"

    name = fields.Char(required=True)
    query = fields.Char("People Search", required=True, help="In the language of the search box of candidates.")
    user_id = fields.Many2one(
        "res.users", "Owner", required=True, readonly=True, index=True, default=lambda self: self.env.user
    )
    company_id = fields.Many2one("res.company", required=True, index=True, default=lambda self: self.env.company)
    is_shared = fields.Boolean("Shared", help="All recruiters see it; only the owner changes it.")
    is_alert = fields.Boolean("Tell me Daily", help="A message every morning on which somebody new is found.")
    people_count = fields.Integer("People", compute="_compute_people_count")
    seen_ids = fields.Many2many(
        "ats.candidate",
        "ats_search_seen_rel",
        string="Told",
        copy=False,
        groups="base.group_system",
        help="People of whom the owner knows.",
    )

    @api.depends("query")
    @api.depends_context("uid")
    def _compute_people_count(self):
        for search in self:
            search.people_count = len(search._people()) if search.query else 0

    @api.constrains("query")
    def _check_query(self):
        for search in self:
            self.env["ats.candidate"]._search_tree(search.query)

    @api.model_create_multi
    def create(self, vals_list):
        searches = super().create(vals_list)
        searches._remember_people()
        return searches

    def write(self, vals):
        result = super().write(vals)
        if "query" in vals or vals.get("is_alert"):
            self._remember_people()
        return result

    def _people(self):
        """Return who is found, as the current user sees it."""
        self.ensure_one()
        return self.env["ats.candidate"].search([("search_query", "=", self.query)])

    def _remember_people(self):
        """Who is found now is not news tomorrow."""
        for search in self.filtered("is_alert"):
            search.sudo().seen_ids = [Command.set(search.with_user(search.user_id)._people().ids)]

    def action_open_people(self):
        """Show the people in the list of candidates, with the query in its search box."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_candidate_action")
        return {**action, "name": self.name, "context": {"search_default_search_query": self.query}}

    @api.model
    def _cron_alert(self):
        """Scheduled action: tell the owners who is new; each search once a day, resumable."""
        due = Domain("is_alert", "=", True) & Domain("user_id.active", "=", True)
        searches = self.search(due)
        self.env["ir.cron"]._commit_progress(remaining=len(searches))
        for search in searches:
            search._alert()
            if not self.env["ir.cron"]._commit_progress(1):
                break

    def _alert(self):
        """Send the owner the people who were not there the last time; nothing when there are none."""
        self.ensure_one()
        own = self.with_user(self.user_id).with_company(self.company_id)
        new = own._people() - self.sudo().seen_ids
        if not new:
            return
        self.sudo().seen_ids = [Command.link(person.id) for person in new]
        owner = self.user_id.with_context(lang=self.user_id.lang)
        body = (
            self.env["ir.qweb"]
            .with_context(lang=owner.lang)
            ._render(
                "ats_core.search_alert",
                {"search": own, "people": new[:NAMED], "more": max(len(new) - NAMED, 0)},
            )
        )
        self.env["mail.thread"].with_context(lang=owner.lang).message_notify(
            model=self._name,
            res_id=self.id,
            partner_ids=self.user_id.partner_id.ids,
            subject=self.with_context(lang=owner.lang)._alert_subject(len(new)),
            body=body,
        )

    def _alert_subject(self, count):
        if count == 1:
            return self.env._("%(search)s: one new person", search=self.name)
        return self.env._("%(search)s: %(count)s new people", search=self.name, count=count)
