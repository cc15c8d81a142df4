from odoo import api, fields, models
from odoo.tools import SQL

from ..lib.ats_feeds import Place


class AtsJobPost(models.Model):
    """A job in one place and one language, as job boards count them.

    Its reference is given once and never again, so a board never takes one posting for another.
    """

    _name = "ats.job.post"
    _description = "Posting of a Job"
    _order = "job_id, id"
    _rec_name = "reference"

    job_id = fields.Many2one("hr.job", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="job_id.company_id", store=True, index=True)
    location_id = fields.Many2one(
        "ats.job.location", "Further Place", ondelete="cascade", index="btree_not_null", help="Empty: the work address."
    )
    lang = fields.Char("Language", required=True)
    reference = fields.Char(readonly=True, copy=False)
    active = fields.Boolean(default=True)
    city = fields.Char(compute="_compute_place", store=True, index="btree_not_null")
    country_id = fields.Many2one("res.country", compute="_compute_place", store=True, index="btree_not_null")

    _reference_uniq = models.UniqueIndex("(reference)", "This reference is taken.")
    _post_uniq = models.UniqueIndex(
        "(job_id, COALESCE(location_id, 0), lang)", "A job has one posting for each place and language."
    )

    @api.depends("location_id.city", "location_id.country_id", "job_id.address_id.city", "job_id.address_id.country_id")
    def _compute_place(self):
        for post in self:
            place = post.location_id or post.job_id.sudo().address_id
            post.city = place.city
            post.country_id = place.country_id

    @api.model_create_multi
    def create(self, vals_list):
        posts = super().create(vals_list)
        for post in posts:
            post.reference = f"{post.job_id.id}-{post.id}"
        return posts

    def _ats_place(self):
        """Return the place of the posting as the feeds take it."""
        self.ensure_one()
        return self._ats_place_of(self.location_id or self.job_id.sudo().address_id)

    @api.model
    def _ats_place_of(self, address):
        """Return a further place or a contact's address as the feeds take it; ``None`` for none."""
        if not address or not (address.city or address.country_id):
            return None
        return Place(
            street=address.street or "",
            city=address.city or "",
            region=address.state_id.code or address.state_id.name or "",
            postal_code=address.zip or "",
            country=address.country_id.code or "",
        )

    def init(self):
        """Postings of one job are looked at together, in all their places."""
        self.env.cr.execute(
            SQL("CREATE INDEX IF NOT EXISTS ats_job_post_lang_idx ON ats_job_post (lang, job_id) WHERE active")
        )
