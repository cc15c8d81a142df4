from unittest.mock import patch

import numpy

from odoo.tests import tagged

from ..lib.ats_match import FORMULA_VERSION
from .common import AtsAiCase, resume_pdf

MEANINGS = ("care for patients", "backend work", "containers")
SAME = {
    "staff nurse": 0,
    "infirmière": 0,
    "backend developer": 1,
    "docker": 2,
    "conteneurisation": 2,
}


class FakeModel:
    """Knows which few phrases mean the same; everything else points nowhere in particular."""

    version = "fake-1"
    asked = 0

    def vectors(self, phrases):
        self.asked += len(phrases)
        made = numpy.zeros((len(phrases), 8))
        for row, phrase in enumerate(phrases):
            made[row, SAME.get(phrase, 3 + len(phrase) % 5)] = 1.0
        return made


@tagged("post_install", "-at_install")
class TestMatchPhrases(AtsAiCase):
    """Titles and skills that mean the same in two languages count in part; without the model nothing changes."""

    def setUp(self):
        super().setUp()
        self.model = FakeModel()
        self.phrases = self.env["ats.match.phrase"]
        self.use(self.model)

    def use(self, model):
        patcher = patch.object(type(self.phrases), "_engine", lambda _self: model)
        patcher.start()
        self.addCleanup(patcher.stop)

    def scored(self, email="ana@example.org"):
        lines = ("Ana Roux", email, "EXPÉRIENCE", "Infirmière, Hôpital Bleu", "mars 2021 - présent", "COMPÉTENCES")
        applicant = self.apply(email=email, files=[resume_pdf(*lines, "Python, Conteneurisation")])
        self.run_jobs()
        return applicant.ats_match_ids

    def test_same_meaning_counts_in_part_and_is_quoted(self):
        self.job.write({"name": "Staff Nurse", "ats_match_weights": {"skills": 50, "experience": 50}})
        self.require(self.job, self.python, self.docker)
        row = self.scored()
        met = {item["name"]: item for item in row.met}
        self.assertEqual(met["Docker"]["via"], "Conteneurisation")
        self.assertTrue(0 < met["Docker"]["share"] < 1)
        [title] = [item for item in row.met if item["kind"] == "title"]
        self.assertEqual(title["quote"], "Infirmière")
        self.assertEqual(row.formula_version, f"{FORMULA_VERSION}+fake-1")
        exact, asked = row.exact, self.model.asked
        row.applicant_id.sudo()._ats_match()
        self.assertEqual((row.exact, self.model.asked), (exact, asked), "the same again, and nothing is learnt twice")
        self.assertFalse(set(self.phrases._fields) & {"name", "phrase", "candidate_id", "applicant_id"})

    def test_known_people_are_found_by_meaning(self):
        self.require(self.job, self.python)
        self.scored()
        self.job.write({"name": "Staff Nurse"})
        wanted = self.phrases.sudo()._with_kin(self.job._ats_wanted(), self.job.name)
        self.assertTrue(wanted.title_kin)

    def test_without_the_model_the_addon_works(self):
        self.use(None)
        self.require(self.job, self.python, self.docker)
        row = self.scored()
        self.assertEqual([item["name"] for item in row.missing], ["Docker"])
        self.assertEqual(row.formula_version, FORMULA_VERSION)
        self.assertFalse(self.phrases.sudo().search_count([]))

    def test_pages_never_load_the_model(self):
        self.require(self.job, self.python)
        asked = self.model.asked
        self.job.with_user(self.recruiter).action_ats_compare_weights()
        self.job.with_user(self.recruiter).action_ats_matches()
        self.assertEqual(self.model.asked, asked)
