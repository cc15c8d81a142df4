"""What the database must offer before the tables are made."""

from psycopg2.errors import InsufficientPrivilege

from odoo.exceptions import UserError


def pre_init_hook(env):
    """Make sure that the constraint against double booking can be built, or say what to do."""
    try:
        with env.cr.savepoint():
            env.cr.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    except InsufficientPrivilege as error:
        raise UserError(
            env._(
                "The database user may not create the extension that prevents double booking. "
                "Ask the database administrator to run: CREATE EXTENSION btree_gist;"
            )
        ) from error
