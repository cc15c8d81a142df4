"""The job's page for machines: structured data, addresses, previews, sitemap."""

import re

import extruct
from lxml import html

from odoo.tests import tagged

from .common import PortalCase


@tagged("post_install", "-at_install")
class TestJobPage(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.place = cls.env["res.partner"].create(
            {"name": "Works", "city": "Berlin", "zip": "10115", "country_id": cls.env.ref("base.de").id}
        )
        cls.job.write(
            {
                "address_id": cls.place.id,
                "website_description": "<section><p>You build our shop.</p></section>",
                "ats_employment_type": "FULL_TIME",
                "ats_workplace": "hybrid",
                "ats_pay_min": 45000,
                "ats_pay_max": 55000,
                "ats_close_date": "2099-12-31",
            }
        )

    def page(self, job=None):
        return self.url_open((job or self.job).website_url)

    def structured(self, response=None):
        """Return what a search engine reads, by a parser that is not ours."""
        found = extruct.extract((response or self.page()).text, syntaxes=["json-ld", "microdata", "rdfa"])
        return [item for item in found["json-ld"] if item["@type"] == "JobPosting"], found

    def test_one_job_posting_and_no_native_microdata(self):
        postings, everything = self.structured()
        self.assertEqual(len(postings), 1)
        self.assertFalse([item for item in everything["microdata"] if "JobPosting" in str(item.get("type"))])
        job = postings[0]
        self.assertEqual(job["title"], "Backend Developer")
        self.assertEqual(job["jobLocation"]["address"]["addressCountry"], "DE")
        self.assertEqual(job["employmentType"], "FULL_TIME")
        self.assertEqual(job["validThrough"][:10], "2099-12-31")
        self.assertEqual(job["baseSalary"]["value"]["minValue"], 45000)
        self.assertTrue(job["url"].endswith(self.job.website_url))
        self.assertTrue(job["hiringOrganization"]["logo"].startswith("http"))
        self.assertIn("You build our shop.", job["description"])

    def test_hidden_pay_is_nowhere_on_the_page(self):
        self.job.ats_pay_shown = False
        response = self.page()
        self.assertNotIn("baseSalary", response.text)
        self.assertNotIn("45000", response.text.replace(",", ""))

    def test_a056_a_title_cannot_leave_the_structured_data(self):
        self.job.name = "Chef</script><script>alert(1)</script>"
        response = self.page()
        self.assertNotIn("<script>alert(1)", response.text)
        self.assertEqual(self.structured(response)[0][0]["title"], self.job.name)

    def test_what_takes_no_applications_is_not_offered_to_search_engines(self):
        self.assertNotIn("X-Robots-Tag", self.page().headers)
        for values in ({"ats_job_state": "on_hold"}, {"ats_job_state": "open", "ats_close_date": "2020-01-01"}):
            with self.subTest(values=values):
                self.job.write(values)
                response = self.page()
                self.assertEqual(response.status_code, 200)
                self.assertEqual(response.headers["X-Robots-Tag"], "noindex")
                self.assertFalse(self.structured(response)[0])

    def test_what_is_over_or_hidden_has_no_structured_data(self):
        hidden = self.make_job("Hidden")
        self.job.action_ats_close()
        for job, status in ((hidden, 404), (self.job, 410)):
            response = self.page(job)
            self.assertEqual(response.status_code, status)
            self.assertNotIn("ld+json", response.text)
            self.assertIn("noindex", response.headers["X-Robots-Tag"])

    def test_canonical_address_and_preview(self):
        page = html.fromstring(self.url_open(f"{self.job.website_url}?utm_source=x&c=abc").text)
        (canonical,) = page.xpath("//link[@rel='canonical']/@href")
        self.assertTrue(canonical.endswith(self.job.website_url))
        preview = {tag.get("property"): tag.get("content") for tag in page.xpath("//meta[@property]")}
        self.assertIn("Backend Developer", preview["og:title"])
        self.assertIn("Berlin", preview["og:description"])
        self.assertIn("You build our shop.", preview["og:description"])
        self.assertTrue(preview["og:image"].startswith("http"))

    def test_sitemap_lists_what_people_can_apply_for(self):
        closed = self.make_job("Closed", is_published=True)
        closed.action_ats_close()
        self.env["ir.attachment"].search([("url", "like", "/sitemap")]).unlink()
        text = self.url_open("/sitemap.xml").text
        self.assertRegex(text, rf"<loc>[^<]*{re.escape(self.job.website_url)}</loc>\s*<lastmod>")
        for hidden in (closed.website_url, "/jobs/apply/", "/jobs/detail/", "/jobs/feed"):
            self.assertNotIn(hidden, text)

    def test_building_blocks_keep_their_places(self):
        listed = html.fromstring(self.url_open("/jobs").text)
        for id_ in ("oe_structure_hr_recruitment_index_top", "oe_structure_hr_recruitment_index_bottom"):
            self.assertTrue(listed.xpath(f"//*[@id='{id_}']"))
        self.assertTrue(listed.xpath("//*[@id='jobs_grid_right']"), "the native side bar can still be switched on")
        self.env.ref("website_hr_recruitment.job_filter_by_departments").active = True
        self.assertEqual(self.url_open("/jobs").status_code, 200)

    def test_nothing_on_the_page_comes_from_elsewhere(self):
        for path in ("/jobs", self.job.website_url):
            page = html.fromstring(self.url_open(path).text)
            sources = page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href | //iframe/@src")
            self.assertFalse([source for source in sources if source.startswith(("http", "//"))])
            self.assertLess(len(self.url_open(path).content), 150_000)
