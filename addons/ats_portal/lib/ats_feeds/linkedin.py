"""LinkedIn's basic jobs XML (learn.microsoft.com/linkedin/talent/job-postings/xml-feeds-development-guide)."""

from datetime import timezone
from email.utils import format_datetime

from .texts import cdata, legal, simple_html

WORKPLACES = {"onsite": "On-site", "hybrid": "Hybrid", "remote": "Remote"}
JOB_TYPES = {
    "FULL_TIME": "FULL_TIME",
    "PART_TIME": "PART_TIME",
    "CONTRACTOR": "CONTRACT",
    "TEMPORARY": "TEMPORARY",
    "INTERN": "INTERNSHIP",
    "VOLUNTEER": "VOLUNTEER",
    "PER_DIEM": "OTHER",
    "OTHER": "OTHER",
}
MAX_REFERENCE = 40


def linkedin_feed(feed, postings):
    """Return the feed as UTF-8 bytes."""
    postings = list(postings)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<source>",
        _element("lastBuildDate", format_datetime(feed.built.astimezone(timezone.utc), usegmt=True)),
        _element("publisherUrl", feed.home_url),
        _element("publisher", feed.publisher),
        _element("expectedJobCount", str(len(postings))),
    ]
    for posting in postings:
        lines += ["<job>", *(_element(name, value) for name, value in _values(posting)), *_salary(posting.pay)]
        lines.append("</job>")
    lines.append("</source>")
    return "\n".join(lines).encode()


def location_text(posting):
    """Return ``City, Region, CC`` of the posting's own place."""
    place = posting.place
    return ", ".join(part for part in (place.city, place.region, place.country) if part) if place else ""


def _values(posting):
    required = {
        "partnerJobId": posting.reference[:MAX_REFERENCE],
        "company": posting.company,
        "title": posting.title,
        "description": simple_html(posting.description),
        "location": location_text(posting),
        "applyUrl": posting.url,
    }
    optional = {
        "country": posting.place.country if posting.place else "",
        "city": posting.place.city if posting.place else "",
        "state": posting.place.region if posting.place else "",
        "postalCode": posting.place.postal_code if posting.place else "",
        "workplaceTypes": WORKPLACES.get(posting.workplace, ""),
        "jobtype": JOB_TYPES.get(posting.employment_type, ""),
        "posterEmail": posting.email,
        "listDate": posting.posted.isoformat(),
        "expirationDate": posting.closes.isoformat() if posting.closes else "",
    }
    yield from required.items()
    yield from ((name, value) for name, value in optional.items() if value)


def _salary(pay):
    if not pay or not (pay.minimum or pay.maximum):
        return
    yield "<salaries><salary>"
    for name, amount in (("lowEnd", pay.minimum or pay.maximum), ("highEnd", pay.maximum or pay.minimum)):
        yield f"<{name}><amount>{amount:.2f}</amount>{_element('currencyCode', pay.currency)}</{name}>"
    yield f"{_element('period', pay.period.upper())}<type>{cdata('BASE_SALARY')}</type></salary></salaries>"


def _element(name, value):
    return f"<{name}>{cdata(legal(value))}</{name}>"
