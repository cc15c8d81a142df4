import json

from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

# Where both have a value, the winner's stays unless the other one is chosen.
CHOSEN_FIELDS = ("name", "email", "phone", "linkedin", "lang", "headline", "city", "source_id", "partner_id", "profile")
MERGERS = "hr_recruitment.group_hr_recruitment_user"


class AtsCandidate(models.Model):
    """Two records of one person become one."""

    _inherit = "ats.candidate"

    def _merge(self, other, *, choices=()):
        """Make ``other`` part of this person: all that hangs on it comes here, and it is archived.

        Scalars of this person stay where both have one, lists unite, of two consents the stricter one holds. Every
        changed value is written down, so that it can be undone for 30 days.

        :param other: the ``ats.candidate`` that goes
        :param choices: names of fields whose value is taken from ``other``
        :return: the ``ats.merge``
        :raise UserError: they are one already, of two groups of companies, or one was erased
        """
        self.ensure_one()
        other.ensure_one()
        self._check_may_merge(other)
        winner, loser = (self.sudo().with_context(active_test=False), other.sudo().with_context(active_test=False))
        (winner | loser)._lock_for_merge()
        merge = (
            self.env["ats.merge"].sudo().create({"winner_id": winner.id, "loser_id": loser.id, "user_id": self.env.uid})
        )
        stricter = winner._stricter_values(loser)
        merge._set(loser, "merged_into_id", winner.id)
        merge._set(loser, "active", False)
        merge._settle_repetitions(winner, loser)
        merge._settle_consents(winner, loser)
        merge._move_relations(winner, loser)
        merge._take_fields(winner, loser, choices)
        for name, value in stricter.items():
            merge._set(winner, name, value)
        merge._add_links(winner, "tag_ids", loser.tag_ids)
        self.env["ats.event"]._record("candidate.merged", candidate=self, payload={"merged": other.id})
        (winner | loser)._after_merge()
        return merge

    def _check_may_merge(self, other):
        """Who merges sees all applications of both, and writes both."""
        if not self.env.su and not self.env.user.has_group(MERGERS):
            raise AccessError(self.env._("Only recruiters merge people."))
        both = self | other
        both.check_access("write")
        if why := both._why_not_one():
            raise UserError(why)
        if both._with_hidden_applications():
            raise AccessError(self._hidden_words())

    def _why_not_one(self):
        """Return the sentence that says why these two people can never be one, an empty one when they can."""
        if len(self) < 2:
            return self.env._("Choose two people.")
        if len(self.company_id) > 1:
            return self.env._("These two belong to different groups of companies, which keep their data apart.")
        if self.filtered("erased_at"):
            return self.env._("A person who was erased cannot be merged.")
        return ""

    def _with_hidden_applications(self):
        """Return those of the people who have an application that the user may not see; two queries."""
        domain, groups = [("ats_candidate_id", "in", self.ids)], (["ats_candidate_id"], ["__count"])
        applicants = self.env["hr.applicant"].with_context(active_test=False)
        seen = {person.id: count for person, count in applicants._read_group(domain, *groups)}
        there = {person.id: count for person, count in applicants.sudo()._read_group(domain, *groups)}
        return self.filtered(lambda person: seen.get(person.id, 0) != there.get(person.id, 0))

    @api.model
    def _hidden_words(self):
        return self.env._("One of the two has an application that you may not see. Ask an administrator to merge them.")

    def _lock_for_merge(self):
        """One merge at a time touches a person; who waited finds it done."""
        self.env.flush_all()
        self.env.cr.execute(SQL("SELECT id FROM ats_candidate WHERE id IN %s ORDER BY id FOR UPDATE", tuple(self.ids)))
        self.invalidate_recordset()
        if gone := self.filtered("merged_into_id"):
            raise UserError(
                self.env._(
                    "%(name)s is part of %(winner)s already.",
                    name=gone[0].name,
                    winner=gone[0]._survivor().name,
                )
            )

    def _stricter_values(self, other):
        """Return the values that protect the person most: hold, silence, the earlier end."""
        ends = [end for end in (self.retention_until, other.retention_until) if end]
        return {
            "legal_hold": self.legal_hold or other.legal_hold,
            "do_not_contact": self.do_not_contact or other.do_not_contact,
            "retention_until": min(ends).isoformat() if ends else None,
        }

    def _after_merge(self):
        """Hook: two people became one, or one became two again."""
        self.env["ats.search.stale"]._mark(self)


class AtsMerge(models.Model):
    _inherit = "ats.merge"

    def _take_fields(self, winner, loser, choices):
        """An address that gives way to a chosen one stays with the merged record, where it still leads here."""
        for name in CHOSEN_FIELDS:
            if not loser[name] or (winner[name] and name not in choices):
                continue
            old, new = (_column(person, name)[person.id] for person in (winner, loser))
            self._set(winner, name, new)
            if name == "email" and old:
                self._set(loser, name, old)

    def _set(self, records, name, value):
        """Write a value straight into the table and note what stood there: no mail, no tracking, no verb.

        :param value: as JSON holds it: the id for a many2one, the ISO form of a date
        """
        before = {row: there for row, there in _column(records, name).items() if there != value}
        self.env["ats.merge.change"].create(
            [
                {
                    "merge_id": self.id,
                    "model": records._name,
                    "res_id": row,
                    "field": name,
                    "before": [there],
                    "after": [value],
                }
                for row, there in before.items()
            ]
        )
        _write_column(records.browse(before), name, value)


def _column(records, name):
    """Return ``{id: value as JSON}`` as it stands in the table."""
    if not records:
        return {}
    records.env.flush_all()
    return dict(
        records.env.execute_query(
            SQL(
                "SELECT id, to_jsonb(%s) FROM %s WHERE id IN %s ORDER BY id",
                SQL.identifier(name),
                SQL.identifier(records._table),
                tuple(records.ids),
            )
        )
    )


def _write_column(records, name, value):
    """Write a column of some rows, given as JSON, and recompute what depends on it."""
    if not records:
        return
    table, column = SQL.identifier(records._table), SQL.identifier(name)
    records.env.flush_all()
    records.env.cr.execute(
        SQL(
            "UPDATE %s SET %s = (jsonb_populate_record(NULL::%s, jsonb_build_object(%s, %s::jsonb))).%s WHERE id IN %s",
            table,
            column,
            table,
            name,
            json.dumps(value),
            column,
            tuple(records.ids),
        )
    )
    records.env.invalidate_all()
    records.modified([name])
    records.env.flush_all()
