"""Feeds and structured data, read back by parsers that are not ours."""

import json

import extruct
import feedparser
import pytest
from lxml import etree
from postings import FEED, HOSTILE, POSTING, changed

from ats_feeds import (
    FEEDS,
    Pay,
    Place,
    indeed_feed,
    job_posting,
    json_feed,
    linkedin_feed,
    plain_text,
    rss_feed,
    script_text,
    simple_html,
)

STRICT = etree.XMLParser(resolve_entities=False, no_network=True)


def jobs(feed):
    return etree.fromstring(feed, STRICT).findall("job")


def texts(job):
    return {child.tag: child.text or "" for child in job if not len(child)}


def read_json_ld(data, base="https://www.bramble.example/"):
    page = f'<html><body><script type="application/ld+json">{script_text(data)}</script></body></html>'
    return extruct.extract(page, base_url=base, syntaxes=["json-ld", "microdata"])


def test_google_reads_every_required_fact():
    found = read_json_ld(job_posting(POSTING))["json-ld"]
    assert len(found) == 1
    job = found[0]
    assert (job["@type"], job["title"], job["datePosted"]) == ("JobPosting", "Frame Welder", "2026-11-02")
    assert job["validThrough"] == "2027-01-06T23:59:59Z"
    assert job["employmentType"] == "FULL_TIME"
    assert job["jobLocation"]["address"]["addressCountry"] == "BE"
    assert job["jobLocation"]["address"]["addressLocality"] == "Ghent"
    assert job["hiringOrganization"]["name"] == "Bramble Bikes"
    assert job["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "unitText": "MONTH",
        "minValue": 2900,
        "maxValue": 3500,
    }
    assert "jobLocationType" not in job, "only work that is all remote may say TELECOMMUTE"


def test_remote_work_names_countries():
    job = job_posting(changed(workplace="remote", other_places=(Place(country="FR"),)))
    assert job["jobLocationType"] == "TELECOMMUTE"
    assert [country["name"] for country in job["applicantLocationRequirements"]] == ["BE", "FR"]


def test_an_address_without_country_is_no_remote_work():
    job = job_posting(changed(place=None))
    assert "jobLocationType" not in job and "jobLocation" not in job


def test_what_is_not_known_is_left_out():
    job = job_posting(changed(pay=None, closes=None, employment_type="", place=Place(city="Ghent", country="BE")))
    assert not {"baseSalary", "validThrough", "employmentType"} & job.keys()
    assert job["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Ghent",
        "addressCountry": "BE",
    }


@pytest.mark.parametrize(
    ("pay", "value"),
    [
        (Pay(0, 30, "EUR", "hour"), {"value": 30}),
        (Pay(20, 0, "EUR", "hour"), {"minValue": 20}),
        (Pay(20, 20, "EUR", "hour"), {"value": 20}),
    ],
)
def test_open_ends_of_pay(pay, value):
    found = job_posting(changed(pay=pay))["baseSalary"]["value"]
    assert found == {"@type": "QuantitativeValue", "unitText": "HOUR", **value}


def test_a056_a_title_cannot_leave_the_script():
    text = script_text(job_posting(HOSTILE))
    assert "<" not in text and ">" not in text
    assert read_json_ld(job_posting(HOSTILE))["json-ld"][0]["title"] == "Chef ]]> & </script> <b>"


def test_indeed_has_every_required_tag():
    feed = indeed_feed(FEED, [POSTING])
    root = etree.fromstring(feed, STRICT)
    assert root.tag == "source" and root.findtext("publisher") == "Bramble Bikes"
    job = texts(jobs(feed)[0])
    required = "title date referencenumber requisitionid url company sourcename city state country description"
    assert not [name for name in required.split() if not job.get(name)]
    assert job["salary"] == "EUR 2900 - EUR 3500 per month"
    assert job["jobtype"] == "fulltime"
    assert job["expirationdate"] == "2027-01-06"
    assert "weld & test" in job["description"], "characters stand for themselves"
    assert "alert(1)" not in job["description"]


def test_indeed_remote_is_a_city():
    job = texts(jobs(indeed_feed(FEED, [changed(workplace="remote")]))[0])
    assert (job["city"], job["state"], job["postalcode"], job["country"]) == ("Remote", "", "", "BE")


def test_indeed_tells_a_reference_once():
    feed = indeed_feed(FEED, [POSTING, POSTING, changed(reference="7-22")])
    assert [texts(job)["referencenumber"] for job in jobs(feed)] == ["7-21", "7-22"]


def test_linkedin_has_every_required_tag():
    feed = linkedin_feed(FEED, [POSTING])
    assert etree.fromstring(feed, STRICT).findtext("expectedJobCount") == "1"
    job = texts(jobs(feed)[0])
    assert not [name for name in ("partnerJobId", "company", "title", "description", "applyUrl") if not job[name]]
    assert job["location"] == "Ghent, VOV, BE"
    assert jobs(feed)[0].findtext("salaries/salary/highEnd/amount") == "3500.00"


def test_rss_by_feedparser():
    parsed = feedparser.parse(rss_feed(FEED, [POSTING, HOSTILE]))
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "rss20"
    assert parsed.feed.link == FEED.home_url
    first = parsed.entries[0]
    assert (first.title, first.id, first.link) == ("Frame Welder (Ghent, VOV, BE)", "7-21", POSTING.url)
    assert first.published_parsed[:5] == (2026, 11, 20, 8, 30)
    assert "script" not in parsed.entries[1].description.casefold().replace("< script", "").replace("< /script", "")


def test_json_feed_by_its_rules():
    data = json.loads(json_feed(FEED, [POSTING]))
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    item = data["items"][0]
    assert item["id"] == "7-21" and item["url"] == POSTING.url
    assert item["content_html"] and item["date_modified"] == "2026-11-20T08:30:00Z"
    assert item["_job"]["pay"] == {"min": 2900, "max": 3500, "currency": "EUR", "period": "month"}


@pytest.mark.parametrize("board", FEEDS)
def test_hostile_text_breaks_no_feed(board):
    write, content_type = FEEDS[board]
    feed = write(FEED, [HOSTILE])
    if "json" in content_type:
        assert json.loads(feed)["items"][0]["title"] == HOSTILE.title
    else:
        root = etree.fromstring(feed, STRICT)
        titles = [node.text for node in root.iter("title")]
        assert any(title.startswith("Chef ]]> & </script> <b>") for title in titles)
        assert b"\x00" not in feed


@pytest.mark.parametrize("board", FEEDS)
def test_empty_feeds_are_valid(board):
    write, content_type = FEEDS[board]
    feed = write(FEED, [])
    assert json.loads(feed)["items"] == [] if "json" in content_type else etree.fromstring(feed, STRICT) is not None


def test_simple_html_keeps_words_and_lists_only():
    markup = (
        "<section style='x'><h1>A</h1><p onclick='x'>b <a href='javascript:1'>c</a></p><p> </p><!-- no --></section>"
    )
    assert simple_html(markup) == "<h2>A</h2>\n<p>b c</p>"
    assert simple_html("<p>5 &lt; 6, &lt;script&gt;</p>") == "<p>5 < 6, < script></p>"
    assert plain_text("<p>a<br/>b</p><div>c</div>") == "a\nb\nc"
    assert plain_text(None) == simple_html("") == ""
