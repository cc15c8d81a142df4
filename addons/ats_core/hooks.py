from .install import applications, candidates, columns, extensions, invariants, jobs, stage_log


def pre_init_hook(env):
    """Make sure PostgreSQL can keep our invariants, and add the columns that the ORM would
    otherwise compute row by row on a database with years of applications."""
    extensions.ensure(env)
    columns.add(env)


def post_init_hook(env):
    """Give every application of an existing database its person, state and history.

    Set-based: nothing is deleted, refused or merged away.
    """
    candidates.make(env)
    applications.fill(env)
    stage_log.fill(env)
    jobs.fill(env)
    env.invalidate_all()
    invariants.check(env)

