from odoo import api, fields, models

# What a posting is made of: a change of one of these makes or ends postings.
POST_FIELDS = {"address_id", "ats_location_ids", "ats_lang_ids", "website_id", "is_published", "website_published"}


class HrJob(models.Model):
    """Where and in which languages a job is offered; one posting for each pair."""

    _inherit = "hr.job"

    ats_location_ids = fields.One2many("ats.job.location", "job_id", "Further Places", copy=True)
    ats_lang_ids = fields.Many2many(
        "res.lang",
        "ats_hr_job_lang_rel",
        "job_id",
        "lang_id",
        "Posting Languages",
        help="Languages in which the job is advertised. Empty: the website's own language.",
    )
    ats_post_ids = fields.One2many("ats.job.post", "job_id", "Postings", copy=False, groups="base.group_user")

    @api.model_create_multi
    def create(self, vals_list):
        jobs = super().create(vals_list)
        jobs._ats_sync_posts()
        return jobs

    def write(self, vals):
        result = super().write(vals)
        if POST_FIELDS & vals.keys():
            self._ats_sync_posts()
        return result

    @api.model
    def _ats_sync_all_posts(self):
        """Give the jobs of an existing database their postings; runs with every update of the addon."""
        self.sudo().with_context(active_test=False).search([("ats_post_ids", "=", False)])._ats_sync_posts()

    def _ats_sync_posts(self):
        """Make the postings that places and languages ask for; others rest, with their reference."""
        posts_sudo = self.env["ats.job.post"].sudo().with_context(active_test=False)
        known = {job: {} for job in self}
        for post in posts_sudo.search([("job_id", "in", self.ids)]):
            known[post.job_id.with_env(self.env)][post.location_id.id, post.lang] = post
        wanted = {job: job.sudo()._ats_post_keys() for job in self}
        posts_sudo.create(
            [
                {"job_id": job.id, "location_id": location_id, "lang": lang}
                for job, keys in wanted.items()
                for location_id, lang in keys
                if (location_id, lang) not in known[job]
            ]
        )
        for job, posts in known.items():
            for key, post in posts.items():
                if post.active != (key in wanted[job]):
                    post.active = key in wanted[job]

    def _ats_post_keys(self):
        """Return ``(id of the further place or False, language)`` of every posting, in order."""
        self.ensure_one()
        places = [False] if self.address_id or not self.ats_location_ids else []
        places += self.ats_location_ids.ids
        langs = self.ats_lang_ids.mapped("code") or [self._ats_default_lang()]
        return [(place, lang) for place in places for lang in langs]

    def _ats_default_lang(self):
        website = self.website_id or self.env["website"].search([], order="sequence, id", limit=1)
        return website.default_lang_id.code or self.env.lang or "en_US"

    def _ats_places(self):
        """Return all places of the job, the work address first."""
        self.ensure_one()
        place_of = self.env["ats.job.post"]._ats_place_of
        addresses = [self.sudo().address_id, *self.sudo().ats_location_ids]
        return [place for place in map(place_of, addresses) if place]

    def _ats_cities(self):
        return [*super()._ats_cities(), *(city for city in self.sudo().ats_location_ids.mapped("city") if city)]

    def _ats_place_text(self):
        """Return the cities of the job in words, three of them at most."""
        cities = list(dict.fromkeys(place.city for place in self._ats_places() if place.city))
        if len(cities) > 3:
            return self.env._("%(cities)s and %(count)s more", cities=", ".join(cities[:3]), count=len(cities) - 3)
        return ", ".join(cities)
