from datetime import timedelta

from odoo import api, fields, models

_CARDS = 60
_PERIOD = timedelta(days=30)


class AtsReviewTask(models.Model):
    """What the board shows, with the rights of who looks at it."""

    _inherit = "ats.review.task"

    @api.model
    def board(self):
        """Return lanes with cards, metrics and the user's own state as reviewer.

        :rtype: dict
        """
        self.check_access("read")
        now = fields.Datetime.now()
        today = now - timedelta(hours=12)
        recent = [("state", "=", "done"), ("decided_at", ">=", today)]
        lanes = {
            "waiting": self.search([("state", "=", "waiting")], order="escalated desc, queued_at, id", limit=_CARDS),
            "working": self.search([("state", "=", "working")], order="deadline, id", limit=_CARDS),
            "done": self.search(recent, order="decided_at desc", limit=_CARDS),
        }
        strikes = self.env["ats.review.strike"].search(
            [("at", ">=", today), ("task_id", "in", self._search([]))], limit=_CARDS
        )
        tasks = self.union(*lanes.values(), strikes.task_id)
        cards = tasks._cards()
        return {
            "now": fields.Datetime.to_string(now),
            "lanes": {
                **{name: [cards[task.id] for task in found] for name, found in lanes.items()},
                "missed": [
                    {
                        **cards[strike.task_id.id],
                        "key": f"strike-{strike.id}",
                        "reviewer": strike.reviewer_id.sudo().user_id.name,
                        "at": fields.Datetime.to_string(strike.at),
                    }
                    for strike in strikes
                ],
            },
            "metrics": self._metrics(now, today),
            "me": self._me(),
            "reviewers": self._others(),
            "refuse_reasons": self.env["hr.applicant.refuse.reason"].search_read([], ["name"], limit=50),
        }

    def _cards(self):
        """Return what a card shows of each task, reasons first."""
        applicants_sudo = self.sudo().applicant_id
        rows_sudo = {
            (row.applicant_id, row.job_id): row
            for row in self.env["ats.match"].sudo().search([("applicant_id", "in", applicants_sudo.ids)])
        }
        moments = ("queued_at", "assigned_at", "warn_at", "deadline", "decided_at")
        labels = {name: dict(self._fields[name]._description_selection(self.env)) for name in ("reason", "decision")}
        cards = {}
        for task in self.sudo():
            row = rows_sudo.get((task.applicant_id, task.job_id))
            cards[task.id] = {
                "key": f"task-{task.id}",
                "id": task.id,
                "applicant_id": task.applicant_id.id,
                "name": task.applicant_id.partner_name or task.applicant_id.display_name,
                "job": task.job_id.name,
                "headline": task.applicant_id.ats_candidate_id.headline or "",
                "reasons": row.with_env(self.env).sudo().reasons if row else [],
                "score": task.score if task.scored else None,
                "threshold": task.threshold,
                "why": labels["reason"].get(task.reason, ""),
                "proposal": task.proposal or "",
                "proposal_label": labels["decision"].get(task.proposal, ""),
                "reviewer": task.reviewer_id.user_id.name or task.decided_by_id.name or "",
                "mine": task.reviewer_id.user_id == self.env.user,
                "paused": bool(task.paused_at),
                "seconds_left": task.seconds_left,
                "escalated": task.escalated,
                "misses": len(task.strike_ids),
                "decision": labels["decision"].get(task.decision, ""),
                "automatic": task.automatic,
                "agreement": task.agreement or "",
                **{name: task[name] and fields.Datetime.to_string(task[name]) for name in moments},
            }
        return cards

    @api.model
    def _metrics(self, now, today):
        counts = dict(self._read_group([("state", "!=", "done")], ["state"], ["__count"]))
        done = {
            automatic: (count, minutes or 0.0)
            for automatic, count, minutes in self._read_group(
                [("state", "=", "done"), ("decided_at", ">=", now - _PERIOD)],
                ["automatic"],
                ["__count", "minutes:avg"],
            )
        }
        people, alone = done.get(False, (0, 0.0)), done.get(True, (0, 0.0))
        whole = people[0] + alone[0]
        return {
            "waiting": counts.get("waiting", 0),
            "working": counts.get("working", 0),
            "missed": self.env["ats.review.strike"].search_count(
                [("at", ">=", today), ("task_id", "in", self._search([]))]
            ),
            "minutes": round(people[1], 1) if people[0] else None,
            "automatic": round(100 * alone[0] / whole) if whole else None,
            "agreement": self._agreed_share(now),
        }

    @api.model
    def _agreed_share(self, now):
        """Return how many of a hundred decisions agreed with the score of the version that is in use now."""
        of_version = [("formula_version", "=", self.env["ats.match"]._version()), ("decided_at", ">=", now - _PERIOD)]
        counts = dict(self._read_group([*of_version, ("agreement", "!=", False)], ["agreement"], ["__count"]))
        whole = sum(counts.values())
        return round(100 * counts.get("agreed", 0) / whole) if whole else None

    @api.model
    def _me(self):
        mine_sudo = self.env["ats.reviewer"].sudo().search([("user_id", "=", self.env.uid)])
        if not mine_sudo:
            return None
        return {"state": mine_sudo.state, "misses": mine_sudo.strike_count}

    @api.model
    def _others(self):
        reviewers_sudo = (
            self.env["ats.reviewer"]
            .sudo()
            .search(
                [
                    ("state", "=", "available"),
                    ("user_id", "!=", self.env.uid),
                    ("user_id.company_ids", "in", self.env.companies.ids),
                ]
            )
        )
        return [{"id": reviewer.id, "name": reviewer.user_id.name} for reviewer in reviewers_sudo]
