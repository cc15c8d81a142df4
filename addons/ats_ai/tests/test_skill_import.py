import base64
import csv
import io

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import AtsAiCase

SKILL_COLUMNS = (
    "conceptType conceptUri skillType reuseLevel preferredLabel altLabels hiddenLabels status modifiedDate scopeNote "
    "definition inScheme description"
).split()
URI = "http://data.europa.eu/esco/skill/"


def rows(columns, *values):
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(values)
    return text.getvalue().encode()


def skill(number, name, others="", kind="knowledge"):
    made = dict.fromkeys(SKILL_COLUMNS, "")
    made |= {"conceptUri": f"{URI}{number}", "skillType": kind, "preferredLabel": name, "altLabels": others}
    return [{**made, "status": "released", "conceptType": "KnowledgeSkillCompetence"}[name] for name in SKILL_COLUMNS]


FILES = {
    "skills_en.csv": rows(
        SKILL_COLUMNS,
        skill(1, "python", "Python programming"),
        skill(2, "Haskell", "Haskell techniques"),
        skill(3, "lift heavy weights", kind="skill/competence"),
        skill(4, "functional languages"),
    ),
    "skills_fr.csv": rows(SKILL_COLUMNS, skill(1, "langage Python"), skill(2, "langage Haskell")),
    "broaderRelationsSkillPillar_en.csv": rows(
        ["conceptType", "conceptUri", "broaderType", "broaderUri"], ["K", f"{URI}2", "K", f"{URI}4"]
    ),
}


@tagged("post_install", "-at_install")
class TestSkillImport(AtsAiCase):
    """ESCO's files become skills, names and relations; a second time nothing happens twice."""

    def bring(self, files=FILES, user=None, **values):
        env = self.env(user=user or self.admin_rec)
        attachments = env["ir.attachment"].create(
            [
                {"name": name, "datas": base64.b64encode(content), "res_model": "ats.skill.import"}
                for name, content in files.items()
            ]
        )
        work = env["ats.skill.import"].create({"attachment_ids": attachments.ids, **values})
        work.action_start()
        self.run_jobs()
        work.invalidate_recordset()
        return work

    def skill(self, number):
        return self.env["hr.skill"].search([("ats_esco_uri", "=", f"{URI}{number}")])

    def test_names_skills_and_relations(self):
        work = self.bring()
        self.assertEqual((work.state, work.progress, work.created, work.enriched), ("done", 100, 2, 1))
        self.assertEqual(self.skill(1), self.python, "the company's own skill gets the names")
        names = {(alias.lang, alias.name) for alias in self.python.ats_alias_ids}
        self.assertLessEqual({("fr", "langage Python"), (False, "Python programming")}, names)
        self.assertEqual(self.skill(2).ats_parent_ids, self.skill(4))
        self.assertTrue(self.skill(2).skill_type_id.skill_level_ids)
        self.assertFalse(self.skill(3), "sentences about what people do are left out")
        self.assertFalse(work.attachment_ids)
        found = self.env["hr.job"]._ats_find_skills("Expert en langage Haskell")
        self.assertEqual(found, [str(self.skill(2).id)])

    def test_a_second_time_nothing_is_twice(self):
        self.bring()
        before = self.env["hr.skill"].search_count([]), self.env["ats.skill.alias"].search_count([])
        work = self.bring(scope="knowledge")
        self.assertEqual((work.created, work.enriched), (0, 0))
        self.assertEqual((self.env["hr.skill"].search_count([]), self.env["ats.skill.alias"].search_count([])), before)

    def test_scopes(self):
        known = self.bring(scope="known")
        self.assertEqual((known.created, known.enriched), (0, 1))
        self.bring(scope="all")
        self.assertEqual(self.skill(3).skill_type_id.name, "Skills (ESCO)")

    def test_other_files_and_other_people(self):
        with self.assertRaisesRegex(UserError, "CSV files of ESCO"):
            self.bring({"people.csv": b"a,b"})
        with self.assertRaises(AccessError):
            self.bring(user=self.recruiter)
