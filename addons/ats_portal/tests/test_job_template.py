from odoo.tests import tagged

from odoo.addons.ats_core.tests.common import AtsCase


@tagged("post_install", "-at_install")
class TestJobTemplatePosting(AtsCase):
    """What of a posting comes along with a template, and what does not."""

    def test_texts_and_places_come_along_publication_does_not(self):
        country = self.env.ref("base.be")
        self.job.write(
            {
                "website_description": "<p>A page</p>",
                "ats_location_ids": [(0, 0, {"city": "Ghent", "country_id": country.id})],
                "ats_lang_ids": [(6, 0, self.env.ref("base.lang_en").ids)],
                "is_published": True,
            }
        )
        template = self.job.with_user(self.recruiter)._ats_new_template("Developer (template)")
        job = template.with_user(self.recruiter)._ats_new_job("Developer Ghent").with_env(self.env)
        for made in (template, job):
            with self.subTest(made.name):
                self.assertIn("A page", made.website_description)
                self.assertEqual(made.ats_location_ids.mapped("city"), ["Ghent"])
                self.assertEqual(made.ats_lang_ids, self.job.ats_lang_ids)
                self.assertFalse(made.is_published or made.ats_was_published)
        self.assertNotEqual(job.ats_location_ids, self.job.ats_location_ids)
        self.assertTrue(self.job.is_published)
        self.assertNotEqual(job.ats_post_ids.mapped("reference"), self.job.ats_post_ids.mapped("reference"))
