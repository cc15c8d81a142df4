"""Postings for the tests of ats_feeds."""

from dataclasses import replace
from datetime import date, datetime, timezone

from ats_feeds import Feed, Pay, Place, Posting

POSTING = Posting(
    reference="7-21",
    requisition="7",
    title="Frame Welder",
    description="<div class='x'><h1>The work</h1><p>You weld &amp; test frames.</p><ul><li>TIG</li></ul>"
    "<script>alert(1)</script><p>You bring patience, a steady hand and three years of practice with thin steel.</p>"
    "</div>",
    url="https://www.bramble.example/jobs/frame-welder-7?c=abcdef0123",
    apply_url="https://www.bramble.example/jobs/apply/frame-welder-7",
    company="Bramble Bikes",
    company_url="https://www.bramble.example",
    logo_url="https://www.bramble.example/logo.png",
    email="jobs@bramble.example",
    department="Production",
    posted=date(2026, 11, 2),
    updated=datetime(2026, 11, 20, 8, 30),
    language="en-US",
    employment_type="FULL_TIME",
    workplace="onsite",
    place=Place("Quay 1", "Ghent", "VOV", "9000", "BE"),
    pay=Pay(2900, 3500, "EUR", "month"),
    closes=date(2027, 1, 6),
)
FEED = Feed(
    title="Jobs at Bramble Bikes",
    publisher="Bramble Bikes",
    home_url="https://www.bramble.example/jobs",
    feed_url="https://www.bramble.example/jobs/feed",
    built=datetime(2026, 11, 22, 12, 0, tzinfo=timezone.utc),
)
HOSTILE = replace(
    POSTING,
    reference="8-22",
    title="Chef ]]> & </script> <b>\x00\x0b\ufffe",
    description="<p>5 &lt; 6 and &lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp;nbsp; \x0c</p>",
    department="R&D <x>",
)


def changed(**values):
    return replace(POSTING, **values)
