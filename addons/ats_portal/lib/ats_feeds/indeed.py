"""Indeed's XML feed (docs.indeed.com, "XML feed"): every value in CDATA, no entities inside."""

from datetime import timezone
from email.utils import format_datetime

from .texts import cdata, legal, simple_html

JOB_TYPES = {
    "FULL_TIME": "fulltime",
    "PART_TIME": "parttime",
    "CONTRACTOR": "contract",
    "TEMPORARY": "temporary",
    "INTERN": "internship",
    "VOLUNTEER": "volunteer",
    "PER_DIEM": "perdiem",
}
PERIODS = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}


def indeed_feed(feed, postings):
    """Return the feed as UTF-8 bytes; of postings with the same reference only the first is told."""
    seen = set()
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<source>",
        _element("publisher", feed.publisher),
        _element("publisherurl", feed.home_url),
        _element("lastBuildDate", _moment(feed.built)),
    ]
    for posting in postings:
        if posting.reference not in seen:
            seen.add(posting.reference)
            lines += ["<job>", *(_element(*pair) for pair in _values(feed, posting)), "</job>"]
    lines.append("</source>")
    return "\n".join(lines).encode()


def salary_text(pay):
    """Return the pay in Indeed's words: ``$10 - $20 per hour``, always with the period."""
    if not pay or not (pay.minimum or pay.maximum):
        return ""
    ends = dict.fromkeys(end for end in (pay.minimum, pay.maximum) if end)
    amounts = " - ".join(f"{pay.currency} {end:.2f}".removesuffix(".00") for end in ends)
    return f"{amounts} per {PERIODS[pay.period]}"


def _values(feed, posting):
    """Required tags always, the others when they say something."""
    place = posting.place
    yield "title", posting.title
    yield "date", _moment(posting.updated)
    yield "referencenumber", posting.reference
    yield "requisitionid", posting.requisition
    yield "url", posting.url
    yield "company", posting.company
    yield "sourcename", feed.source or feed.publisher
    yield from _address(posting, place)
    yield "description", simple_html(posting.description)
    optional = {
        "email": posting.email,
        "salary": salary_text(posting.pay),
        "jobtype": JOB_TYPES.get(posting.employment_type, ""),
        "category": posting.department,
        "expirationdate": posting.closes.isoformat() if posting.closes else "",
        "language": posting.language,
    }
    yield from ((name, value) for name, value in optional.items() if value)


def _address(posting, place):
    if posting.is_remote:
        yield "city", "Remote"
        yield "state", ""
        yield "postalcode", ""
    else:
        yield "city", place.city if place else ""
        yield "state", place.region if place else ""
        yield "postalcode", place.postal_code if place else ""
        if place and place.street:
            yield "streetaddress", place.street
    yield "country", place.country if place else ""


def _element(name, value):
    return f"<{name}>{cdata(legal(value))}</{name}>"


def _moment(moment):
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return format_datetime(aware.astimezone(timezone.utc), usegmt=True)
