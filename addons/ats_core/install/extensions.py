import psycopg2

from odoo.exceptions import UserError
from odoo.tools import SQL

# Odoo changes every text search of the database when it finds unaccent in its own schema: the
# native trigram indexes stop working. Ours therefore has a schema of its own.
SCHEMA = "ats"
EXTENSIONS = {"btree_gist": "public", "pg_trgm": "public", "unaccent": SCHEMA}


def ensure(env):
    """Create the PostgreSQL extensions, or stop with the sentence to run."""
    for extension, schema in EXTENSIONS.items():
        if not _is_there(env, extension):
            _create(env, extension, schema)
    # Read when the server started; our trigram indexes are built in this very installation.
    env.registry.has_trigram = True


def _is_there(env, extension):
    return env.execute_query(SQL("SELECT 1 FROM pg_extension WHERE extname = %s", extension))


def _create(env, extension, schema):
    name, home = SQL.identifier(extension), SQL.identifier(schema)
    try:
        with env.cr.savepoint():
            if schema == SCHEMA:
                env.cr.execute(SQL("CREATE SCHEMA IF NOT EXISTS %s", home))
            env.cr.execute(SQL("CREATE EXTENSION %s SCHEMA %s", name, home))
    except psycopg2.Error as error:
        raise UserError(
            env._(
                "The ATS needs the PostgreSQL extension %(name)s. Ask your database administrator "
                "to run in this database: CREATE SCHEMA IF NOT EXISTS %(schema)s; "
                "CREATE EXTENSION %(name)s SCHEMA %(schema)s; (%(error)s)",
                name=extension,
                schema=schema,
                error=error.pgerror or error,
            )
        ) from error


def leave(env):
    """Drop what is in our own schema; extensions that others may use by now stay."""
    env.cr.execute(SQL("DROP SCHEMA IF EXISTS %s CASCADE", SQL.identifier(SCHEMA)))
