"""Rows by the hundred in one statement."""

from odoo.orm.models import INSERT_BATCH_SIZE
from odoo.tools import SQL


def insert_rows(model, vals_list):
    """Create rows of plain columns; any number of them costs one INSERT.

    ``create()`` takes a statement for each hundred rows. For journals and evidence, of which a background job writes
    a row for each of a thousand applications, this is what makes its cost grow. Up to a hundred rows, and where an
    automation rule listens to the creation, ``create()`` does it.

    :param model: empty recordset; its stored fields have columns, and no constraint in Python looks at them
    :param list[dict] vals_list: values of all computed columns included, as nothing is computed
    :return: the records, in the order of the values
    :raise ValueError: a value has no column, or a computed column has no value
    """
    if len(vals_list) <= INSERT_BATCH_SIZE or hasattr(type(model).create, "origin"):
        return model.create(vals_list)
    model.check_access("create")
    rows = [model._add_missing_default_values(vals) | _log_columns(model) for vals in vals_list]
    names = _columns(model, rows)
    records = model.browse(_insert(model, names, rows))
    _tell_cache(records, names, rows)
    return records


def _log_columns(model):
    now, uid = model.env.cr.now(), model.env.uid
    return {"create_uid": uid, "create_date": now, "write_uid": uid, "write_date": now}


def _columns(model, rows):
    names = sorted({name for row in rows for name in row})
    odd = [name for name in names if not (model._fields[name].store and model._fields[name].column_type)]
    computed = [name for name, field in model._fields.items() if field.store and field.compute and name not in names]
    if odd or computed:
        raise ValueError(f"{model._name}: no column {odd}, no value {computed}")
    return names


def _insert(model, names, rows):
    values = SQL(", ").join(
        tuple(model._fields[name].convert_to_column_insert(row.get(name), model, row) for name in names) for row in rows
    )
    columns = SQL(", ").join(map(SQL.identifier, names))
    query = SQL('INSERT INTO %s (%s) VALUES %s RETURNING "id"', SQL.identifier(model._table), columns, values)
    return [id_ for (id_,) in model.env.execute_query(query)]


def _tell_cache(records, names, rows):
    """As ``create()`` leaves it: the rows are known, and so are they to the lists they belong to."""
    for field in records._fields.values():
        if not field.store or not field.column_type or field.name == "id":
            continue
        belongs = {}
        for record, row in zip(records, rows, strict=True):
            value = field.convert_to_cache(row.get(field.name), record)
            field._update_cache(record, value)
            if records.pool.field_inverses[field]:
                belongs.setdefault(value, []).append(record.id)
        for value, ids in belongs.items():
            field._update_inverses(records.browse(ids), value)
    records.modified(names, create=True)
