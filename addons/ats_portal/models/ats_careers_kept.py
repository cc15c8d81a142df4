from odoo import api, fields, models
from odoo.tools import ormcache


class AtsCareers(models.AbstractModel):
    """What is the same for all visitors is made once for each language and website.

    It is kept under the version of what the pages show (:class:`ats.careers.change`), and at most for an hour, for
    what changes without a row: the day, a currency, the words of a translation.
    """

    _inherit = "ats.careers"

    @api.model
    def _may_keep(self):
        """Whoever logs in may see other jobs, or edit them in place."""
        return self.env.user._is_public()

    @api.model
    def _cards(self, jobs):
        if not self._may_keep():
            return super()._cards(jobs)
        version = self._kept_version()
        return [self._kept_card(job, version) for job in jobs]

    @api.model
    def _all_choices(self, website, listed):
        make = super()._all_choices
        if not self._may_keep():
            return make(website, listed)
        return self._kept_choices(website, self._kept_version(), lambda: make(website, listed))

    @api.model
    def _kept_version(self):
        """Return what kept things are kept under."""
        hour = fields.Datetime.now().replace(minute=0, second=0, microsecond=0)
        website_id = self.env.context.get("website_id")
        return (*self.env["ats.careers.change"]._version(), hour, self.env.lang, website_id)

    @api.model
    @ormcache("job.id", "version", cache="templates.cached_values")
    def _kept_card(self, job, version):
        return self._card(job)

    @api.model
    @ormcache("website.id", "version", cache="templates.cached_values")
    def _kept_choices(self, website, version, make):
        return make()
