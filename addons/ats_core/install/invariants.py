from contextlib import contextmanager

from psycopg2.errors import UniqueViolation

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL


def check(env, module):
    """Fail the installation when the database does not keep one of the addon's invariants.

    Odoo logs a unique index or constraint that cannot be built and goes on without it.
    """
    declared = {
        name
        for model in env.registry.values()
        if not model._abstract
        for name, rule in model._table_objects.items()
        if rule._module == module and isinstance(rule, (models.UniqueIndex, models.Constraint))
    }
    there = env.execute_query(
        SQL(
            """SELECT relname FROM pg_class WHERE relkind = 'i' AND relname IN %(names)s
           UNION SELECT conname FROM pg_constraint WHERE conname IN %(names)s""",
            names=tuple(declared) or (None,),
        )
    )
    missing = declared - {name for (name,) in there}
    if missing:
        raise UserError(_sentence(env, ", ".join(sorted(missing))))


@contextmanager
def kept(env):
    """Tell in a sentence which rule existing data stand against."""
    try:
        yield
    except UniqueViolation as error:
        diagnosis = error.diag
        raise UserError(_sentence(env, diagnosis.constraint_name, diagnosis.message_detail)) from error


def _sentence(env, names, detail=None):
    return env._(
        "The data of this database stand against these rules of the ATS: %(names)s. %(detail)s "
        "Correct those rows and install again; nothing was installed.",
        names=names,
        detail=detail or env._("The server log tells the rows."),
    )
