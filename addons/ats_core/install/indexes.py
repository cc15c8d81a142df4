from contextlib import contextmanager

from odoo.tools import SQL

# Tables that the installation fills or rewrites as a whole.
TABLES = ("hr_applicant", "ats_candidate", "ats_stage_log", "ats_document")


@contextmanager
def rebuilt(env):
    """Take the plain indexes away while the tables are filled, and build them at once afterwards.

    Keeping some thirty indexes of ``hr_applicant`` up to date row by row is most of the time of
    an installation. Unique indexes stay, so that every row is still checked. All happens in the
    transaction of the installation: if it fails, nothing has changed.
    """
    plain = env.execute_query(
        SQL(
            """SELECT pg_get_indexdef(index.indexrelid), class.relname,
                  obj_description(index.indexrelid, 'pg_class')
             FROM pg_index index
             JOIN pg_class class ON class.oid = index.indexrelid
            WHERE index.indrelid::regclass::text IN %s AND NOT index.indisunique""",
            TABLES,
        )
    )
    for _definition, name, _comment in plain:
        env.cr.execute(SQL("DROP INDEX %s", SQL.identifier(name)))
    yield
    for definition, name, comment in plain:
        env.cr.execute(definition)
        if comment:
            # Odoo compares it with the declaration when the addon is updated.
            env.cr.execute(SQL("COMMENT ON INDEX %s IS %s", SQL.identifier(name), comment))
    for table in TABLES:
        env.cr.execute(SQL("ANALYZE %s", SQL.identifier(table)))
