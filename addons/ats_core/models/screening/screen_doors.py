from odoo import api, models
from odoo.tools import SQL

from ...enqueue import ats_enqueue

# Doors behind which a person stands: the candidate who answers, the recruiter who saw the preview.
ASKED_FOR = ("answer", "rerun")
# Who filled these in was not the candidate.
TYPED_BY_US = ("manual", "import")
APPLICATIONS_A_JOB = 500


class HrApplicant(models.Model):
    """When rules run: with the submission where candidates send one, in the background elsewhere.

    On what somebody else filled in, rules label and propose. Nobody is moved, written to or refused
    for it (decision 0091).
    """

    _inherit = "hr.applicant"

    def _ats_taken(self, outcome):
        """Rules act on new applications, and on answers that come later to one that waits."""
        result = super()._ats_taken(outcome)
        self._ats_screen("apply" if outcome == "created" else "answer", only_older=outcome != "created")
        return result

    def _ats_arrived(self):
        """Rules look at applications that were typed in, imported or mailed by a job board."""
        result = super()._ats_arrived()
        waiting = self._ats_with_rules()
        for start in range(0, len(waiting), APPLICATIONS_A_JOB):
            some = waiting[start : start + APPLICATIONS_A_JOB]
            ats_enqueue(
                some.sudo(), "_ats_screen_arrived", channel="root.screening", key=f"arrived:{some[0].id}:{len(some)}"
            )
        return result

    @api.model
    def _ats_machine_rows(self):
        """What a person has decided about a proposed refusal is a person's."""
        undecided = SQL('"row".decided_by_id IS NULL')
        return {**super()._ats_machine_rows(), "ats.rule.firing": SQL("TRUE"), "ats.refusal.proposal": undecided}

    def _ats_with_rules(self):
        """Return the ongoing applications whose job has an active rule."""
        if self.env.context.get("tracking_disable"):
            # Rows that software moves from one system to another.
            return self.browse()
        ongoing = self.filtered(lambda applicant: applicant.ats_state == "ongoing" and applicant.job_id)
        if not ongoing:
            return ongoing
        versions_sudo = self.env["ats.rule.version"].sudo()
        ruled = versions_sudo._read_group([("job_id", "in", ongoing.job_id.ids), ("state", "=", "active")], ["job_id"])
        jobs = {job.id for (job,) in ruled}
        return ongoing.filtered(lambda applicant: applicant.job_id.id in jobs)

    def _ats_screen_arrived(self):
        """Background job: screen what came by a door without a form."""
        for source, applicants in self.exists().grouped("ats_source").items():
            applicants._ats_screen({"import": "import", "email": "board"}.get(source, "hand"))

    def _ats_for_door(self, steps, door):
        """Return the steps that rules may take behind a door."""
        if door in ASKED_FOR:
            return steps
        return [step for step in (_gentle(step, door) for step in steps) if step]


def _gentle(step, door):
    """Return the step as it may be taken on an application, ``None`` to leave it to a person."""
    if door != "board" and step.applicant.ats_source not in TYPED_BY_US:
        return step
    if step.outcome == "refused":
        return step._replace(outcome="proposed")
    stays_inside = step.outcome in ("tagged", "proposed") or (step.outcome == "asked" and step.version.ask_by != "mail")
    return step if stays_inside else None
