"""The way of a database: native rows, our addons installed, installed again, uninstalled."""

import json
import os
import subprocess
from contextlib import contextmanager
from pathlib import Path

import psycopg2
import psycopg2.extensions
from psycopg2 import sql

from devtools import databases, odoo_server, postgres, processes

HERE = Path(__file__).parent
UNINSTALL = """
env["ir.module.module"].search([("name", "in", {names}), ("state", "=", "installed")]).button_immediate_uninstall()
env.cr.commit()
"""
# What Odoo itself writes whenever any addon comes and goes; every other difference is a fault.
ALLOWED = {
    "hr_recruitment_stage": {"write_date"},  # filling ats_kind touches the row's date
    "ir_actions_todo": {"state", "write_date"},  # configuration steps are offered again after each installation
    "ir_cron_trigger": {"*"},  # triggers of native actions, made and removed by the minute
    "ir_model": {"write_date", "info"},
    "ir_model_constraint": {"*"},  # the catalogue of native constraints is written anew; `names_of_ours` looks for ours
    "ir_model_data": {"*"},  # names of native fields are written anew; `names_of_ours` looks for ours
    "ir_module_module": {"state", "latest_version", "write_date", "demo", "sequence"},
    "orm_signaling_registry": {"*"},
}
# Tables of Odoo itself that an installed addon adds rows to.
TECHNICAL = ("ir_", "res_groups", "rule_group", "orm_signaling", "queue_job_channel")
TECHNICAL += ("mail_template", "mail_message", "mail_activity_type")


def server():
    return odoo_server.prepared(postgres.for_tests(), "test")


@contextmanager
def database(odoo, name):
    name = f"{name}_{os.getpid()}"
    databases.drop(odoo, name)
    databases.create(odoo, name, databases.base_template(odoo))
    try:
        yield name
    finally:
        databases.drop(odoo, name)


def shell(odoo, name, code):
    """Run code in `odoo shell`; returns the JSON after the capitals that it prints."""
    command = odoo.command(odoo.quiet_configuration(), "shell", "-d", name, "--no-http")
    done = subprocess.run(
        [str(part) for part in command],
        input=code,
        env=processes.merged(odoo.environment()),
        text=True,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    assert " ERROR " not in done.stderr, done.stderr
    lines = [line for line in done.stdout.splitlines() if line.startswith(("ROWS:", "FACTS:"))]
    return json.loads(lines[-1].partition(":")[2]) if lines else None


def native_rows(odoo, name):
    return shell(odoo, name, (HERE / "native_rows.py").read_text())


def facts(odoo, name):
    return shell(odoo, name, (HERE / "facts.py").read_text())


def uninstall(odoo, name, addons):
    shell(odoo, name, UNINSTALL.format(names=sorted(addons)))


@contextmanager
def cursor(odoo, name):
    environment = odoo.database.environment()
    connection = psycopg2.connect(
        host=str(environment.get("PGHOST") or os.environ["PGHOST"]), user=environment["PGUSER"], dbname=name
    )
    try:
        with connection.cursor() as the_cursor:
            yield the_cursor
        connection.commit()
    finally:
        connection.close()


def snapshot(odoo, name, like=None):
    """``{table: {column: checksum}}`` of all tables, or of the tables and columns of an earlier snapshot.

    The checksum binds each value to its row and does not depend on the order of rows.
    """
    with cursor(odoo, name) as cr:
        there = _columns(cr)
        chosen = {table: list(columns) for table, columns in (like or there).items()}
        return {
            table: _checksums(cr, table, [column for column in columns if column != "rows"], there)
            for table, columns in chosen.items()
            if table in there
        }


def _columns(cr):
    cr.execute("""
        SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position)
          FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
         WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      GROUP BY table_name
    """)
    return dict(cr.fetchall())


def _checksums(cr, table, columns, there):
    columns = [column for column in columns if column in there[table]]
    key = sql.Identifier("id") if "id" in columns else sql.SQL("''")
    sums = [
        sql.SQL("sum(hashtextextended(concat({key}, '|', {column}::text), 0)::numeric)").format(
            key=key, column=sql.Identifier(column)
        )
        for column in columns
    ]
    query = sql.SQL("SELECT count(*), {sums} FROM {table}").format(
        sums=sql.SQL(", ").join(sums), table=sql.Identifier(table)
    )
    cr.execute(query)
    return dict(zip(["rows", *columns], map(str, cr.fetchone()), strict=True))


def names_of_ours(odoo, name):
    """Names of ours in Odoo's and PostgreSQL's catalogues; Odoo lists every addon on its path."""
    with cursor(odoo, name) as cr:
        cr.execute("""
            SELECT name FROM (
                SELECT 'xmlid ' || module || '.' || name FROM ir_model_data
                UNION SELECT 'constraint ' || name FROM ir_model_constraint
                UNION SELECT 'relation ' || name FROM ir_model_relation
                UNION SELECT 'index ' || indexname FROM pg_indexes WHERE schemaname = 'public'
                UNION SELECT 'schema ' || nspname || '_' FROM pg_namespace
                UNION SELECT 'sequence ' || sequencename FROM pg_sequences WHERE schemaname = 'public'
                UNION SELECT 'parameter ' || key FROM ir_config_parameter
            ) found (name) WHERE name ~ '(^| |\\.|_)ats_' ORDER BY 1
        """)
        return [found for (found,) in cr.fetchall()]


def differences(before, after):
    """``{table: columns}`` that differ, apart from those that are allowed to."""
    found = {}
    for table, columns in before.items():
        if table not in after:
            found[table] = {"gone"}
            continue
        changed = {column for column, value in columns.items() if after[table].get(column) != value}
        allowed = ALLOWED.get(table, set())
        changed = set() if "*" in allowed else changed - allowed
        if changed:
            found[table] = changed
    return found
