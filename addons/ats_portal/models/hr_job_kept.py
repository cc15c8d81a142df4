from odoo import models
from odoo.tools import ormcache


class HrJob(models.Model):
    """What a job's page says is the same for all visitors; see :class:`ats.careers`."""

    _inherit = "hr.job"

    def _ats_structured_data(self):
        return self._ats_kept("structured data", super()._ats_structured_data)

    def _ats_public_facts(self):
        return self._ats_kept("facts", super()._ats_public_facts)

    def _ats_public_steps(self):
        return self._ats_kept("steps", super()._ats_public_steps)

    def _ats_summary(self):
        return self._ats_kept("summary", super()._ats_summary)

    def _ats_kept(self, what, make):
        """Return what is kept for visitors of the website; for whoever may see more it is made anew."""
        self.ensure_one()
        careers = self.env["ats.careers"]
        if not self.env.context.get("website_id") or not careers._may_keep():
            return make()
        return self._ats_kept_value(what, (*careers._kept_version(), self.get_base_url()), make)

    @ormcache("self.id", "what", "version", cache="templates.cached_values")
    def _ats_kept_value(self, what, version, make):
        return make()
