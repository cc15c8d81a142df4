import importlib

from odoo import api, models


class AtsDemo(models.AbstractModel):
    """The door through which a demo file runs a Python generator: the generators live in the
    ``demo`` folders and are imported on this call only."""

    _name = "ats.demo"
    _description = "Demo Data"

    @api.model
    def _load(self, addon):
        """Run ``load(env)`` of the ``demo/company.py`` of an addon; it does nothing a second time.

        :param str addon: technical name of the addon
        """
        importlib.import_module(f"odoo.addons.{addon}.demo.company").load(self.env)
