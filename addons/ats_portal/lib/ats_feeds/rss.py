"""RSS 2.0, for readers and for boards without a format of their own."""

from datetime import timezone
from email.utils import format_datetime
from xml.sax.saxutils import escape

from .linkedin import location_text
from .texts import cdata, legal, simple_html


def rss_feed(feed, postings):
    """Return the feed as UTF-8 bytes."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
        "<channel>",
        _element("title", feed.title),
        _element("link", feed.home_url),
        _element("description", feed.title),
        _element("language", feed.language),
        _element("lastBuildDate", _moment(feed.built)),
        f'<atom:link href="{_text(feed.feed_url)}" rel="self" type="application/rss+xml"/>',
    ]
    for posting in postings:
        lines += ["<item>", *_item(posting), "</item>"]
    lines += ["</channel>", "</rss>"]
    return "\n".join(lines).encode()


def _item(posting):
    place = location_text(posting)
    yield _element("title", f"{posting.title} ({place})" if place else posting.title)
    yield _element("link", posting.url)
    yield f'<guid isPermaLink="false">{_text(posting.reference)}</guid>'
    yield _element("pubDate", _moment(posting.updated))
    if posting.department:
        yield _element("category", posting.department)
    yield f"<description>{cdata(simple_html(posting.description))}</description>"


def _element(name, value):
    return f"<{name}>{_text(value)}</{name}>"


def _text(value):
    return escape(legal(value), {'"': "&quot;"})


def _moment(moment):
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return format_datetime(aware.astimezone(timezone.utc), usegmt=True)
