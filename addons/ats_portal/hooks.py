from odoo.tools import SQL

from odoo.addons.ats_core.install import invariants


def post_init_hook(env):
    """Take over what is on the website already: those addresses have been public."""
    env.cr.execute(SQL("UPDATE hr_job SET ats_was_published = TRUE WHERE is_published"))
    env["hr.job"].invalidate_model(["ats_was_published"])
    invariants.check(env, "ats_portal")


def uninstall_hook(env):
    """Leave native tables without what writes into ours."""
    env["ats.careers.change"]._unwatch()
