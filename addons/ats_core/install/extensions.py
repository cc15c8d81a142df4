import psycopg2

from odoo.exceptions import UserError

EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")


def ensure(env):
    """Create the PostgreSQL extensions, or stop with the sentence to run."""
    for extension in EXTENSIONS:
        try:
            with env.cr.savepoint():
                env.cr.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
        except psycopg2.Error as error:
            raise UserError(env._(
                "The ATS needs the PostgreSQL extension %(name)s. Ask your database administrator "
                "to run in this database: CREATE EXTENSION %(name)s; (%(error)s)",
                name=extension, error=error.pgerror or error,
            )) from error
