"""A hiring manager sees the rows of the own jobs, model by model, also of models that come later."""

import sys
from pathlib import Path

from odoo.tests import TransactionCase, new_test_user, tagged

sys.path.insert(0, str(Path(__file__).parent))
import access_matrix  # noqa: E402 - lies beside this file
from planted_rows import PlantedRows  # noqa: E402

MANAGER = access_matrix.ROLES["hiring manager"]
TIES = ("hr.job", "hr.applicant", "ats.candidate")

# A link to the own job is not enough to see these: a scorecard shows itself when it was submitted, and that of others
# only after the own one. A bulk action is seen by who did it.
ASK_FOR_MORE = {"ats.scorecard", "ats.scorecard.line", "ats.bulk.run", "ats.bulk.line"}
# Odoo shows jobs to every employee; these say what the page of the job says.
AS_OPEN_AS_THE_JOB = {"ats.job.location", "ats.job.post"}
# The job is confidential, the person is not: candidates belong to the company and to all of its recruiters.
SHARED_BY_RECRUITERS = {
    "ats.candidate",
    "ats.candidate.link",
    "ats.candidate.note",
    "ats.candidate.resume.line",
    "ats.candidate.skill",
    "ats.consent",
    "ats.duplicate",
    "ats.merge",
    "ats.profile.share",
}
# Natively everybody reads all stages: their names say how a company recruits, not for whom.
AS_OPEN_AS_NATIVELY = {"hr.recruitment.stage"}


@tagged("post_install", "-at_install")
class TestOwnJobsOnly(TransactionCase):
    def setUp(self):
        super().setUp()
        self.manager = new_test_user(self.env, "matrix_manager", groups=MANAGER)
        self.colleague = new_test_user(self.env, "matrix_colleague", groups=MANAGER)
        self.recruiter = new_test_user(self.env, "matrix_recruiter", groups=access_matrix.ROLES["recruiter"])
        self.own = self.rows_of(self.manager, "own@example.org")
        self.others = self.rows_of(self.colleague, "other@example.org")
        self.tied = [name for name in access_matrix.models(self.env) if self.is_tied(name)]
        # Odoo itself gives rows of dialogs to who opened them alone.
        self.tied = [name for name in self.tied if not self.env[name]._transient]

    def rows_of(self, manager, address):
        job = self.env["hr.job"].create({"name": address, "ats_job_state": "open", "ats_hiring_manager_id": manager.id})
        applicant, _outcome = self.env["hr.applicant"]._ats_apply(
            job, {"name": address, "email": address}, source="import"
        )
        return PlantedRows(self.env, job, applicant)

    def is_tied(self, name, seen=()):
        """Whether rows of a model belong to a job, an application or a person, directly or through another model."""
        targets = {
            field.comodel_name for field in self.env[name]._fields.values() if field.type == "many2one" and field.store
        }
        further = {target for target in targets if target.startswith("ats.") and target not in (*seen, name)}
        return name != "hr.job" and (
            bool(targets & set(TIES)) or any(self.is_tied(target, (*seen, name)) for target in further)
        )

    def visible(self, name, user):
        """Which of ``own`` and ``others`` the user finds."""
        model = self.env[name].with_user(user).with_context(active_test=False)
        if not model.has_access("read"):
            return set()
        ids = {"own": self.own.id_of(name), "others": self.others.id_of(name)}
        found = set(model.search([("id", "in", list(ids.values()))])._ids)
        return {side for side, record_id in ids.items() if record_id in found}

    def test_a_hiring_manager_sees_rows_of_the_own_jobs_only(self):
        seen = {name: self.visible(name, self.manager) for name in self.tied}
        open_to_all = AS_OPEN_AS_THE_JOB | AS_OPEN_AS_NATIVELY
        strange = sorted(name for name, sides in seen.items() if "others" in sides and name not in open_to_all)
        self.assertFalse(strange, "Rows of other managers' jobs are visible: each of these models needs a record rule.")
        readable = {name for name in self.tied if self.env[name].with_user(self.manager).has_access("read")}
        blind = sorted(name for name in readable - set(ASK_FOR_MORE) if "own" not in seen[name])
        self.assertFalse(blind, "The own rows are not visible either, so nothing was shown for these models.")

    def test_confidential_rows_are_for_the_hiring_team(self):
        self.env["hr.job"].browse(self.others.ids["hr.job"]).ats_restricted = True
        seen = {name: self.visible(name, self.recruiter) for name in self.tied}
        leaks = sorted(name for name, sides in seen.items() if "others" in sides)
        leaks = [name for name in leaks if name not in SHARED_BY_RECRUITERS | AS_OPEN_AS_NATIVELY]
        self.assertFalse(leaks, "Rows of a confidential job are visible outside its team: one global rule for each.")
