from odoo import models
from odoo.tools import SQL


class HrApplicant(models.Model):
    """Opening one application: of its many lists most are empty, and one statement says which."""

    _inherit = "hr.applicant"

    def web_read(self, specification):
        if len(self) == 1 and isinstance(self.id, int):
            empty = self._ats_know_empty_lists(specification)
            # Of a list without a row nothing has to be read.
            specification = {name: {} if name in empty else about for name, about in specification.items()}
        return super().web_read(specification)

    def _ats_know_empty_lists(self, names):
        """Let the cache know the lists without a row: natively each of them costs a statement.

        :param names: iterable of field names; the lists that their computes rest on are looked at too
        :return: set of names of the lists that are empty
        """
        self.ensure_one()
        any_row = {name: query for name in self._ats_lists_of(names) if (query := self._ats_any_row(name))}
        if not any_row:
            return set()
        [found] = self.env.execute_query(SQL("SELECT %s", SQL(", ").join(any_row.values())))
        empty = {name for name, is_there in zip(any_row, found, strict=True) if not is_there}
        for name in empty:
            self._fields[name]._update_cache(self, ())
        return empty

    def _ats_lists_of(self, names):
        """Return the names of stored lists among the fields and what they are computed from."""
        fields = [self._fields[name] for name in names if name in self._fields]
        rest_on = (path.partition(".")[0] for field in fields for path in self.pool.field_depends[field])
        return {
            name
            for name in (*(field.name for field in fields), *rest_on)
            if self._fields[name].store and self._fields[name].type in ("one2many", "many2many")
        }

    def _ats_any_row(self, name):
        """Return the condition that a list has a row; nothing where its rows do not point here by a column."""
        field = self._fields[name]
        if field.type == "many2many":
            table, column = SQL.identifier(field.relation), SQL.identifier(field.column1)
        else:
            lines = self.env[field.comodel_name]
            inverse = lines._fields[field.inverse_name]
            if inverse.type != "many2one" or not inverse.store or not lines._auto:
                return None
            table, column = SQL.identifier(lines._table), SQL.identifier(field.inverse_name, to_flush=inverse)
        return SQL("EXISTS (SELECT FROM %s WHERE %s = %s)", table, column, self.id)
