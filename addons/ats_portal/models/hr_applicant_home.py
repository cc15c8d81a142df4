from datetime import timedelta

from odoo import fields, models
from odoo.tools import format_date, format_time
from odoo.tools.mail import html_to_inner_content

ENDED = ("hired", "not_selected", "withdrawn")
STEPS = ("received", "in_review", "interview", "decision")
# The step in which a public status lies.
STEP_OF = {"offer": "decision", "hired": "decision"}


class HrApplicant(models.Model):
    """What the candidate's own page shows: an allow-list, in public words."""

    _inherit = "hr.applicant"

    def _ats_home_values(self):
        """Return all that the candidate's page may show. Call it on an elevated record that the
        gate has let through; nothing else of the record reaches the page."""
        self.ensure_one()
        tz = self._ats_page_tz()
        return {
            **self._ats_page_frame(),
            "card": self._ats_home_card(),
            "others": [other._ats_home_card() for other in self._ats_proven_siblings()],
            "todos": self._ats_home_todos(tz),
            "timeline": self._ats_home_timeline(tz),
            "documents": self._ats_home_documents(tz),
            "last_message": self._ats_last_message(tz),
            "asked": [(asked.id, asked.name) for asked in self._ats_open_document_requests()],
            "invites_to_pool": self._ats_owns_person() and not self.ats_candidate_id._ats_has_consent("talent_pool"),
            "blocks": self._ats_home_page_blocks(),
            "may_act": self.ats_state == "ongoing",
            "recruiter": self._ats_contact_name(),
        }

    def _ats_page_frame(self):
        """Return what every page of the candidate has around it."""
        self.ensure_one()
        company = self.company_id or self.job_id.company_id or self.env.company
        return {
            "applicant_id": self.id,
            "first_name": (self.partner_name or "").split(" ")[0],
            "company_id": company.id,
            "company_name": company.name,
            "job_name": self.job_id.name,
            "home_path": self._ats_page_path(),
        }

    def _ats_last_message(self, tz):
        """Return the newest message that we sent, when the candidate has not answered it."""
        newest = self._ats_conversation()[-1:]
        if newest.ats_with_candidate != "to":
            return None
        return {
            "who": self._ats_message_author(newest),
            "at": self._ats_moment(newest.date, tz),
            "text": html_to_inner_content(newest.body or "")[:200],
        }

    def _ats_home_page_blocks(self):
        """Return further blocks, for instance other jobs that fit; only for who agreed to hear of them."""
        person = self.ats_candidate_id
        if not self._ats_owns_person() or not person._ats_has_consent("talent_pool"):
            return []
        return person._ats_home_blocks()

    def _ats_home_card(self):
        """Return how one application stands: job, status, steps, what comes next."""
        self.ensure_one()
        status = self.ats_public_status
        return {
            "path": self._ats_page_path(),
            "job": self.job_id.name,
            "place": self.job_id.address_id.city,
            "applied_on": format_date(self.env, self.create_date, date_format="long"),
            "status": status,
            "status_label": self._ats_status_labels().get(status, ""),
            "ended": status in ENDED,
            "steps": self._ats_home_steps(status),
            "next": self._ats_home_next(status),
        }

    def _ats_status_labels(self):
        return {
            "received": self.env._("Received"),
            "in_review": self.env._("In review"),
            "interview": self.env._("Interview"),
            "decision": self.env._("Decision"),
            "offer": self.env._("Offer"),
            "hired": self.env._("Hired"),
            "not_selected": self.env._("Not selected"),
            "withdrawn": self.env._("Withdrawn"),
        }

    def _ats_home_steps(self, status):
        """Return the steps with their state: ``done``, ``current`` or ``todo``."""
        if status in ("not_selected", "withdrawn"):
            return []
        labels = self._ats_status_labels()
        current = STEPS.index(STEP_OF.get(status, status)) if status else 0
        states = ["done" if number < current else "todo" for number in range(len(STEPS))]
        states[current] = "done" if status == "hired" else "current"
        return [{"label": labels[step], "state": state} for step, state in zip(STEPS, states, strict=True)]

    def _ats_home_next(self, status):
        """Return the sentence that says what happens next."""
        answer_by = self._ats_answer_by()
        if answer_by and status in ("received", "in_review"):
            return self.env._("We read your application and answer by %s.", answer_by)
        return {
            "received": self.env._("A person reads your application. We write to you either way."),
            "in_review": self.env._("We are reading your application. We write to you either way."),
            "interview": self.env._("We would like to talk with you, or have just done so."),
            "decision": self.env._("The interviews are over. We are deciding and will write soon."),
            "offer": self.env._("We have made you an offer. Read it and give us your answer."),
            "hired": self.env._("Welcome! Your new colleagues will write to you about the start."),
            "not_selected": self.env._("We went on with other people this time. Thank you for the time you gave us."),
            "withdrawn": self.env._("You have withdrawn this application. You can apply again."),
        }.get(status, "")

    def _ats_answer_by(self):
        """Return the day until which the stage is to be answered, while that day has not passed."""
        stage = self.stage_id
        since = self.date_last_stage_update or self.create_date
        if not stage.ats_sla_days or not since:
            return ""
        calendar = self.company_id.resource_calendar_id
        due = (
            calendar.plan_days(stage.ats_sla_days + 1, since, compute_leaves=True)
            if calendar
            else since + timedelta(days=stage.ats_sla_days)
        )
        return format_date(self.env, due, date_format="long") if due and due >= fields.Datetime.now() else ""

    def _ats_home_todos(self, tz):
        return [
            {
                "title": todo["title"],
                "description": todo.get("description") or "",
                "url": todo["url"],
                "kind": todo.get("kind") or "",
                "action": todo.get("action") or "",
                "due": self._ats_todo_due(todo, tz),
            }
            for todo in self._ats_candidate_todos()
        ]

    def _ats_todo_due(self, todo, tz):
        if todo.get("due"):
            return f"{self._ats_moment(todo['due'], tz)} ({tz})"
        return todo.get("due_date") and format_date(self.env, todo["due_date"], date_format="long")

    def _ats_home_timeline(self, tz):
        return [
            {"text": entry["text"], "kind": entry["kind"], "at": self._ats_moment(entry["at"], tz)}
            for entry in reversed(sorted(self._ats_timeline(), key=lambda entry: entry["at"]))
        ]

    def _ats_moment(self, moment, tz):
        """Write a moment as people say it: the day in words, the time without seconds."""
        local = fields.Datetime.context_timestamp(self.with_context(tz=tz), moment)
        day = format_date(self.env, local.date(), date_format="long")
        return f"{day}, {format_time(self.env, local.time(), time_format='short')}"

    def _ats_contact_name(self):
        """Return the name of the colleague who looks after the application, if there is one."""
        return self.user_id.filtered("active").name or ""
