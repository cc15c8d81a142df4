"""Job postings as other machines read them: structured data, feeds, and what each board would refuse."""

from .indeed import indeed_feed
from .json_feed import json_feed
from .jsonld import job_posting, script_text
from .linkedin import linkedin_feed
from .linter import BOARDS, Finding, lint
from .posting import Feed, Pay, Place, Posting
from .rss import rss_feed
from .texts import plain_text, simple_html

FEEDS = {
    "indeed": (indeed_feed, "application/xml; charset=utf-8"),
    "linkedin": (linkedin_feed, "application/xml; charset=utf-8"),
    "rss": (rss_feed, "application/rss+xml; charset=utf-8"),
    "json": (json_feed, "application/feed+json; charset=utf-8"),
}

__all__ = [
    "BOARDS",
    "FEEDS",
    "Feed",
    "Finding",
    "Pay",
    "Place",
    "Posting",
    "indeed_feed",
    "job_posting",
    "json_feed",
    "linkedin_feed",
    "lint",
    "plain_text",
    "rss_feed",
    "script_text",
    "simple_html",
]
