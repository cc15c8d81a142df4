from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import SQL

INTERVIEWER = "hr_recruitment.group_hr_recruitment_interviewer"
PAGE = 20
SCOPES = ("mine", "team")


class AtsDay(models.AbstractModel):
    """What waits for the user today, kind by kind, in a fixed order.

    Rooms and addons add their kind by extending :meth:`_ats_day_groups`. What is shown obeys the
    record rules of the reader: every query runs with the reader's own rights.
    """

    _name = "ats.day"
    _description = "My Day"

    @api.model
    def _ats_day_groups(self, scope):
        """Hook: the kinds of work.

        :param str scope: ``mine`` or ``team``
        :rtype: list[DayGroup]
        """
        return []

    @api.model
    def _ats_day_readable_groups(self, scope):
        """The groups whose rows the user may read at all, in their order."""
        groups = [group for group in self._ats_day_groups(scope) if self.env[group.model].has_access("read")]
        return sorted(groups, key=lambda group: group.sequence)

    @api.model
    def _ats_day(self, scope="mine", page=PAGE):
        """Return what waits: ``{"groups", "total", "late"}``.

        For each group one query counts and picks the rows of the page, and the group's own method
        describes that page.

        :param int page: rows of each group at most; the counts are of all
        """
        hidden = self.env["ats.day.snooze"]._hidden()
        groups = [
            self._ats_day_read(group, hidden.get(group.key, []), page) for group in self._ats_day_readable_groups(scope)
        ]
        return {
            "groups": [group for group in groups if group["count"]],
            "total": sum(group["count"] for group in groups),
            "late": sum(group["late"] for group in groups),
        }

    @api.model
    def _ats_day_read(self, group, hidden, page):
        ids, count, late = self._ats_day_pick(group, hidden, page)
        records = self.env[group.model].browse(ids).with_context(active_test=False)
        described = group.rows(records) if ids else {}
        return {
            "key": group.key,
            "title": group.title,
            "count": count,
            "late": late,
            "bulk": [{"name": verb.name, "label": verb.label} for verb in group.verbs if verb.bulk],
            "rows": [self._ats_day_row(group, record, described[record.id]) for record in records],
        }

    @api.model
    def _ats_day_pick(self, group, hidden, page):
        """Return ``(ids of the page, count, late count)`` of a group with one query."""
        model = self.env[group.model]
        domain = Domain(group.domain)
        if hidden:
            domain &= Domain("id", "not in", hidden)
        query = model._search(domain, order=group.order, limit=page)
        if query.is_empty():
            return [], 0, 0
        late = SQL("0")
        if group.late:
            field, moment = group.late
            late = SQL(
                "count(*) FILTER (WHERE %s < %s) OVER ()", model._field_to_sql(query.table, field, query), moment
            )
        rows = self.env.execute_query(
            query.select(SQL.identifier(query.table, "id"), SQL("count(*) OVER ()"), late),
        )
        return [row[0] for row in rows], *(rows[0][1:] if rows else (0, 0))

    @api.model
    def _ats_day_row(self, group, record, described):
        since = record[group.since]
        verbs = [group.verb(name) for name in described["verbs"]]
        return {
            "id": record.id,
            "name": described["name"],
            "job": described.get("job") or "",
            "why": described["why"],
            "open": described.get("open"),
            "since": fields.Datetime.to_string(since) if since else False,
            "late": bool(group.late and record[group.late[0]] and record[group.late[0]] < group.late[1]),
            "verbs": [
                {"name": verb.name, "label": described.get("labels", {}).get(verb.name, verb.label)} for verb in verbs
            ],
        }

    # ------------------------------------------------------------ what the screen reads

    @api.model
    def read_day(self, scope="mine"):
        """Return the list for the screen.

        :raise AccessError: the user does not work in recruitment
        """
        self._ats_day_check()
        return {
            **self._ats_day(scope if scope in SCOPES else "mine"),
            "name": self.env.user.name,
            "mail": self.env.user.ats_day_mail,
            "has_team": self.env.user.has_group("hr_recruitment.group_hr_recruitment_user")
            or self.env.user.has_group("ats_core.group_ats_hiring_manager"),
        }

    @api.model
    def _ats_day_check(self):
        if not self.env.user.has_group(INTERVIEWER):
            raise AccessError(self.env._("This list is for people who work in recruitment."))
