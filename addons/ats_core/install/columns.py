from odoo.tools import SQL

# Stored computes and defaults that are filled by set-based SQL after the tables exist.
_COLUMNS = {
    "hr_applicant": {
        "ats_state": "varchar",
        "ats_candidate_id": "int4",
        "ats_duplicate_of_id": "int4",
        "ats_last_activity": "timestamp",
        "ats_source": "varchar",
    },
    "hr_job": {"ats_needs_requisition": "bool", "ats_has_own_stages": "bool"},
}


def add(env):
    """Add the columns empty; the ORM then finds them and computes nothing."""
    for table, columns in _COLUMNS.items():
        for column, kind in columns.items():
            env.cr.execute(
                SQL(
                    "ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s %s",
                    SQL.identifier(table),
                    SQL.identifier(column),
                    SQL(kind),
                )
            )
