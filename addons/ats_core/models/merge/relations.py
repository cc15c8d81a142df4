from odoo import fields, models
from odoo.fields import Command
from odoo.tools import SQL

# Of two equal rows the one of the person who stays is kept, completed by the other, which stays with the merged record:
# (what makes them equal, what is completed).
UNITED = {
    "ats.candidate.skill": ("skill_id", ("skill_level_id", "years", "last_used")),
    "ats.candidate.link": ("url", ()),
}
# What lies on a person without a many2one: (table, column of the model).
LOOSE = {"mail.message": "model", "ir.attachment": "res_model", "mail.activity": "res_model"}


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _merge_relations(self):
        return [*super()._merge_relations(), ("ats.privacy.request", "candidate_id")]


class AtsMerge(models.Model):
    """What comes along when a person becomes part of another."""

    _inherit = "ats.merge"

    def _move_relations(self, winner, loser):
        for model, name in winner._merge_relations():
            rows = self._rows_of(model, name, loser)
            if model in UNITED:
                rows -= self._complete_equal_rows(self._rows_of(model, name, winner), rows, *UNITED[model])
            self._set(rows, name, winner.id)
        for model, column in LOOSE.items():
            self._set(self._loose_rows(model, column, loser), "res_id", winner.id)

    def _complete_equal_rows(self, kept, rows, key, completed):
        """Fill what is empty in the kept rows from equal ones; return those equal ones, which do not move."""
        by_key = {row[key]: row for row in kept}
        equal = rows.filtered(lambda row: row[key] in by_key)
        for row in equal:
            for name in completed:
                if row[name] and not by_key[row[key]][name]:
                    value = row[name].id if row._fields[name].relational else row[name]
                    self._set(by_key[row[key]], name, value)
        return equal

    def _rows_of(self, model, name, person):
        """Return all rows of a model that point at a person, those that are archived or hidden too."""
        records = self.env[model].sudo()
        rows = self.env.execute_query(
            SQL("SELECT id FROM %s WHERE %s = %s", SQL.identifier(records._table), SQL.identifier(name), person.id)
        )
        return records.browse([row for (row,) in rows])

    def _loose_rows(self, model, column, person):
        records = self.env[model].sudo()
        rows = self.env.execute_query(
            SQL(
                "SELECT id FROM %s WHERE %s = 'ats.candidate' AND res_id = %s",
                SQL.identifier(records._table),
                SQL.identifier(column),
                person.id,
            )
        )
        return records.browse([row for (row,) in rows])

    def _settle_repetitions(self, winner, loser):
        """Of two open applications for one job the one with the latest activity stays, the other repeats it."""
        ongoing = (winner | loser).application_ids.filtered(
            lambda row: row.ats_state == "ongoing" and not row.ats_duplicate_of_id and row.job_id
        )
        for applications in ongoing.grouped("job_id").values():
            first, *others = applications.sorted(
                lambda row: (row.ats_last_activity or row.create_date, row.id), reverse=True
            )
            for other in others:
                self._set(other, "ats_duplicate_of_id", first.id)
        kept, talent = winner._ats_talents()[:1], loser._ats_talents()[:1]
        if kept and talent:
            self._add_links(kept, "talent_pool_ids", talent.talent_pool_ids)
            self._set(talent, "ats_duplicate_of_id", kept.id)

    def _settle_consents(self, winner, loser):
        """What one of the two has taken back holds for neither."""
        now = fields.Datetime.now().isoformat()
        for one, other in ((winner, loser), (loser, winner)):
            for purpose in set(one.consent_ids.mapped("purpose")):
                if not one._ats_has_consent(purpose):
                    holding = other.consent_ids.filtered(
                        lambda consent, purpose=purpose: consent.purpose == purpose and not consent.withdrawn_at
                    )
                    self._set(holding, "withdrawn_at", now)

    def _add_links(self, record, name, others):
        """Unite a list, and note what was added."""
        added = others - record[name]
        if not added:
            return
        self.env["ats.merge.change"].create(
            {"merge_id": self.id, "model": record._name, "res_id": record.id, "field": name, "after": added.ids}
        )
        record.with_context(tracking_disable=True)[name] = [Command.link(other.id) for other in added]
