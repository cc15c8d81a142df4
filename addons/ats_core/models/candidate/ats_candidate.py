from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import email_normalize

from ...lib.ats_identity import names_contradict


class AtsCandidate(models.Model):
    """The person behind the applications: one row in each group of companies."""

    _name = "ats.candidate"
    _description = "Candidate"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "name, id"
    _mail_post_access = "read"

    name = fields.Char(required=True, index="trigram", tracking=True)
    email = fields.Char(tracking=True)
    email_normalized = fields.Char(
        compute="_compute_email_normalized", store=True, readonly=True, index="btree_not_null"
    )
    email_rank = fields.Integer(
        "Namesake Rank",
        default=0,
        required=True,
        readonly=True,
        copy=False,
        help="0 for the first person with this address; others share the mailbox.",
    )
    phone = fields.Char(tracking=True)
    phone_e164 = fields.Char("Phone (international)", compute="_compute_phone_e164", store=True, index="btree_not_null")
    linkedin = fields.Char("LinkedIn", index="btree_not_null")
    lang = fields.Selection("_installed_languages", "Language", help="Mails to the candidate are written in it.")
    partner_id = fields.Many2one("res.partner", "Contact", index="btree_not_null", copy=False, ondelete="set null")
    application_ids = fields.One2many(
        "hr.applicant",
        "ats_candidate_id",
        "Applications",
        context={"active_test": False},
        domain=[("ats_state", "!=", False)],
    )
    application_count = fields.Integer(compute="_compute_application_count")
    profile = fields.Json(help="Structured profile in the shape of JSON Resume.")
    headline = fields.Char()
    city = fields.Char()
    skill_ids = fields.Many2many("hr.skill", compute="_compute_skill_ids", search="_search_skill_ids", string="Skills")
    own_skill_ids = fields.One2many("ats.candidate.skill", "candidate_id", "Typed Skills and Languages")
    link_ids = fields.One2many("ats.candidate.link", "candidate_id", "Links")
    resume_line_ids = fields.One2many("ats.candidate.resume.line", "candidate_id", "Experience")
    tag_ids = fields.Many2many("hr.applicant.category", string="Tags")
    consent_ids = fields.One2many("ats.consent", "candidate_id", "Consents")
    source_id = fields.Many2one("utm.source", ondelete="set null", index="btree_not_null")
    retention_until = fields.Date("Keep Until", index="btree_not_null")
    legal_hold = fields.Boolean(tracking=True)
    do_not_contact = fields.Boolean(tracking=True)
    merged_into_id = fields.Many2one("ats.candidate", readonly=True, ondelete="set null", index="btree_not_null")
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company",
        required=True,
        index=True,
        default=lambda self: self.env.company.root_id,
        help="The head of the group of companies that shares this candidate.",
    )

    _email_uniq = models.UniqueIndex(
        "(company_id, email_normalized, email_rank) WHERE email_normalized IS NOT NULL AND merged_into_id IS NULL",
        "Another candidate has this address.",
    )
    _company_name_idx = models.Index("(company_id, name, id) WHERE active")

    @api.model
    def _installed_languages(self):
        return self.env["res.lang"].get_installed()

    @api.depends("email")
    def _compute_email_normalized(self):
        for candidate in self:
            candidate.email_normalized = email_normalize(candidate.email or "")

    @api.depends("phone", "company_id.country_id")
    def _compute_phone_e164(self):
        for candidate in self:
            candidate.phone_e164 = candidate._phone_format(
                number=candidate.phone or "",
                country=candidate.company_id.country_id,
                force_format="E164",
            )

    def _compute_application_count(self):
        if not self.env["hr.applicant"].has_access("read"):
            self.application_count = 0  # privacy officers open people, not applications
            return
        counts = dict(
            self.env["hr.applicant"]
            .with_context(active_test=False)
            ._read_group(
                [("ats_candidate_id", "in", self.ids), ("ats_state", "!=", False)],
                ["ats_candidate_id"],
                ["__count"],
            )
        )
        for candidate in self:
            candidate.application_count = counts.get(candidate, 0)

    @api.depends("application_ids.skill_ids", "own_skill_ids.skill_id")
    def _compute_skill_ids(self):
        """All that the applications say and all that was typed about the person."""
        may_read = self.env["hr.applicant"].has_access("read")
        for candidate in self:
            candidate.skill_ids = (
                candidate.own_skill_ids.skill_id | candidate.application_ids.skill_ids if may_read else False
            )

    def _search_skill_ids(self, operator, value):
        if operator not in ("in", "any"):
            return NotImplemented
        said = Domain("application_ids.skill_ids", operator, value)
        return said | Domain("own_skill_ids.skill_id", operator, value)

    @api.model
    def _find_or_create(self, vals):
        """Return the person of this address and name in the group of companies.

        An address joins unless the names contradict; a phone or a link never does. Of two
        requests at once the second is refused by the unique rank and must run again.

        :param dict vals: field values; ``name`` and ``company_id`` (head of the group) needed
        :return: (candidate, whether it was made now)
        """
        email = email_normalize(vals.get("email") or "")
        namesakes_sudo = self.browse()
        if email:
            namesakes_sudo = (
                self.sudo()
                .with_context(active_test=False)
                .search(
                    [
                        ("company_id", "=", vals["company_id"]),
                        ("email_normalized", "=", email),
                        ("merged_into_id", "=", False),
                    ],
                    order="email_rank",
                )
            )
            for candidate in namesakes_sudo:
                if not names_contradict(candidate.name, vals.get("name")):
                    return candidate, False
        rank = max(namesakes_sudo.mapped("email_rank"), default=-1) + 1
        candidate_sudo = self.sudo().create({**vals, "email_rank": rank})
        self.env["ats.event"]._record("candidate.created", candidate=candidate_sudo)
        return candidate_sudo, True

    def _merge_relations(self):
        """Hook: relations that move when this person is merged into another.

        :return: list of ``(model name, many2one field name)``
        """
        return [
            ("hr.applicant", "ats_candidate_id"),
            ("ats.candidate.resume.line", "candidate_id"),
            ("ats.candidate.skill", "candidate_id"),
            ("ats.candidate.link", "candidate_id"),
            ("ats.candidate.note", "candidate_id"),
            ("ats.consent", "candidate_id"),
        ]

    def _erase_targets(self):
        """Hook: what holds data of this person.

        :return: list of ``(recordset, field names)`` to clear
        """
        self.ensure_one()
        return [
            (self, ["email", "phone", "linkedin", "profile", "headline", "city"]),
            (self.resume_line_ids, []),
            (self.own_skill_ids, []),
            (self.link_ids, []),
            (self.sudo().note_ids, []),
        ]

    def _ats_home_blocks(self):
        """Hook: further blocks for the candidate's page.

        :return: list of dicts ``{"template": xml id, "values": dict}``
        """
        return []

    def action_open_applications(self):
        """Open the applications of this person."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_recruitment.crm_case_categ0_act_job")
        return {
            **action,
            "domain": [("ats_candidate_id", "=", self.id)],
            "context": {"active_test": False},
        }
