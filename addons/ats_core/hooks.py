from .install import (
    applications,
    candidates,
    columns,
    extensions,
    indexes,
    invariants,
    jobs,
    stage_log,
    traces,
)
from .models.document import migration as documents


def pre_init_hook(env):
    """Make sure PostgreSQL can keep our invariants, and add the columns that the ORM would
    otherwise compute row by row on a database with years of applications."""
    extensions.ensure(env)
    columns.add(env)


def post_init_hook(env):
    """Give every application of an existing database its person, state and history.

    Set-based: nothing is deleted, refused or merged away.
    """
    with invariants.kept(env), indexes.rebuilt(env):
        candidates.make(env)
        applications.fill(env)
        stage_log.fill(env)
        jobs.fill(env)
        documents.migrate(env)
        env["ats.search.stale"]._mark_unread()
    env.invalidate_all()
    invariants.check(env, "ats_core")


def uninstall_hook(env):
    """Leave native Recruitment as it was; Odoo itself drops our tables, columns and records."""
    traces.remove(env)
    extensions.leave(env)
