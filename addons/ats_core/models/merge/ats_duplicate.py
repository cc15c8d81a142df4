from odoo import api, fields, models
from odoo.tools import SQL

# A number or a link that more people share belongs to an agency or a family, not to one person.
MOST_SHARED = 5
REASONS = [
    ("email", "Same e-mail, other name"),
    ("phone", "Same phone"),
    ("linkedin", "Same LinkedIn page"),
    ("employer", "Same name and employer"),
]


class AtsDuplicate(models.Model):
    """Two people who may be one. Only an equal address joins by itself; all else is for a person to decide."""

    _name = "ats.duplicate"
    _description = "Possible Duplicate"
    _order = "id desc"
    _rec_name = "one_id"

    one_id = fields.Many2one("ats.candidate", "Person", required=True, readonly=True, ondelete="cascade", index=True)
    other_id = fields.Many2one(
        "ats.candidate", "May be the Same as", required=True, readonly=True, ondelete="cascade", index=True
    )
    company_id = fields.Many2one("res.company", required=True, readonly=True, index=True)
    reason = fields.Selection(REASONS, "Why", required=True, readonly=True)
    state = fields.Selection(
        [("open", "To Decide"), ("merged", "Merged"), ("dismissed", "Two People")],
        required=True,
        default="open",
        index=True,
    )
    one_email = fields.Char(related="one_id.email", string="E-mail")
    other_email = fields.Char(related="other_id.email", string="Other E-mail")

    _pair_uniq = models.UniqueIndex("(one_id, other_id)", "This pair is listed already.")

    @api.model
    def _cron_find(self):
        """Scheduled action: list all pairs that are not listed yet."""
        for reason, _label in REASONS:
            self._find(reason)

    @api.model
    def _find(self, reason):
        """List the pairs of one reason.

        :return: how many are new
        """
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """WITH key AS (%(keys)s),
                        shared AS (SELECT company_id, value FROM key GROUP BY company_id, value
                                   HAVING count(*) BETWEEN 2 AND %(most)s)
                   INSERT INTO ats_duplicate (one_id, other_id, company_id, reason, state, create_date, write_date,
                                              create_uid, write_uid)
                   SELECT DISTINCT ON (one.id, other.id) one.id, other.id, one.company_id, %(reason)s, 'open',
                          now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC', %(user)s, %(user)s
                     FROM shared
                     JOIN key one USING (company_id, value)
                     JOIN key other USING (company_id, value)
                    WHERE one.id < other.id
                       ON CONFLICT (one_id, other_id) DO NOTHING""",
                keys=_KEYS[reason],
                most=MOST_SHARED,
                reason=reason,
                user=self.env.uid,
            )
        )
        self.invalidate_model()
        return self.env.cr.rowcount

    def action_compare(self):
        """Open both side by side."""
        self.ensure_one()
        return self._people_now().action_merge()

    def action_dismiss(self):
        """They are two people; the pair is not listed again."""
        self.state = "dismissed"

    def _by_weight(self):
        """Return both people, the one who stays first: more applications, else the older record."""
        return self._people_now().sorted(lambda person: (-person.application_count, person.id))

    def _people_now(self):
        """Return the people whom the pair is about today: one of them may be part of somebody else by now."""
        pair = self.with_context(active_test=False)
        return (pair.one_id._survivor() | pair.other_id._survivor()).with_env(self.env)


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    duplicate_count = fields.Integer("Possible Duplicates", compute="_compute_duplicate_count")

    def _compute_duplicate_count(self):
        pairs = self.env["ats.duplicate"]
        for person in self:
            person.duplicate_count = pairs.search_count(person._duplicate_domain())

    def _duplicate_domain(self):
        return [("state", "=", "open"), "|", ("one_id", "=", self.id), ("other_id", "=", self.id)]

    def action_open_duplicates(self):
        """Show who may be this person."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_duplicate_action")
        return {**action, "domain": self._duplicate_domain()}

    def _after_merge(self):
        """A pair that is one person now is decided, and one that is two again is not."""
        result = super()._after_merge()
        for pair in (
            self.env["ats.duplicate"].sudo().search(["|", ("one_id", "in", self.ids), ("other_id", "in", self.ids)])
        ):
            if len(pair._people_now()) == 1:
                pair.state = "merged"
            elif pair.state == "merged" or pair.one_id | pair.other_id == self:
                pair.state = "open"
        return result


def _key(value, condition):
    return SQL(
        """SELECT id, company_id, %s AS value FROM ats_candidate
            WHERE active AND merged_into_id IS NULL AND %s""",
        value,
        condition,
    )


_KEYS = {
    "email": _key(SQL("email_normalized"), SQL("email_normalized IS NOT NULL")),
    "phone": _key(SQL("phone_e164"), SQL("phone_e164 <> ''")),
    "linkedin": _key(SQL("lower(substring(linkedin from '/in/([^/?#]+)'))"), SQL("linkedin ~ '/in/[^/?#]+'")),
    "employer": SQL(
        """SELECT DISTINCT person.id, person.company_id,
                  lower(ats.unaccent(person.name)) || '|' || lower(ats.unaccent(line.employer)) AS value
             FROM ats_candidate person
             JOIN ats_candidate_resume_line line ON line.candidate_id = person.id AND line.kind = 'work'
            WHERE person.active AND person.merged_into_id IS NULL AND line.employer <> ''"""
    ),
}
