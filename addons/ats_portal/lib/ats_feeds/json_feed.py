"""JSON Feed 1.1 (jsonfeed.org); what it has no word for is in the extension ``_job``."""

import json
from datetime import timezone

from .linkedin import location_text
from .texts import plain_text, simple_html


def json_feed(feed, postings):
    """Return the feed as UTF-8 bytes."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": feed.feed_url,
        "language": feed.language,
        "items": [_item(posting) for posting in postings],
    }
    return json.dumps(data, ensure_ascii=False).encode()


def _item(posting):
    item = {
        "id": posting.reference,
        "url": posting.url,
        "title": posting.title,
        "content_html": simple_html(posting.description),
        "content_text": plain_text(posting.description),
        "date_published": f"{posting.posted.isoformat()}T00:00:00Z",
        "date_modified": posting.updated.replace(tzinfo=timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "language": posting.language,
        "tags": [tag for tag in (posting.department, posting.employment_type, posting.workplace) if tag],
        "_job": _job(posting),
    }
    return {name: value for name, value in item.items() if value}


def _job(posting):
    pay = posting.pay
    job = {
        "requisition": posting.requisition,
        "company": posting.company,
        "department": posting.department,
        "location": location_text(posting),
        "countries": list(dict.fromkeys(place.country for place in posting.places if place.country)),
        "workplace": posting.workplace,
        "employment_type": posting.employment_type,
        "apply_url": posting.apply_url,
        "closes": posting.closes.isoformat() if posting.closes else "",
        "pay": pay and {"min": pay.minimum, "max": pay.maximum, "currency": pay.currency, "period": pay.period},
    }
    return {name: value for name, value in job.items() if value}
