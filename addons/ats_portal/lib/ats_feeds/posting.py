"""What a posting is to the world: plain values, one posting for a job, a place and a language."""

from dataclasses import dataclass
from datetime import date, datetime

# Employment types are those of Google's JobPosting, workplaces onsite | hybrid | remote.


@dataclass(frozen=True, slots=True)
class Place:
    """A postal address as far as it is known; ``country`` is an ISO 3166 code of two letters."""

    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Pay:
    """A pay range that may be shown; 0 is an open end. ``period`` hour | day | week | month | year."""

    minimum: float
    maximum: float
    currency: str
    period: str


@dataclass(frozen=True, slots=True)
class Posting:
    """One posting. Texts are as people typed them, ``description`` is HTML of any origin."""

    reference: str
    requisition: str
    title: str
    description: str
    url: str
    company: str
    posted: date
    updated: datetime
    language: str = "en"
    apply_url: str = ""
    company_url: str = ""
    logo_url: str = ""
    email: str = ""
    department: str = ""
    employment_type: str = ""
    workplace: str = ""
    place: Place | None = None
    other_places: tuple = ()
    pay: Pay | None = None
    closes: date | None = None
    sample_text: bool = False

    @property
    def places(self):
        """All places of the job, this posting's own first."""
        return tuple(place for place in (self.place, *self.other_places) if place)

    @property
    def is_remote(self):
        return self.workplace == "remote"


@dataclass(frozen=True, slots=True)
class Feed:
    """What stands above the postings of a feed. ``built`` is a time zone aware moment."""

    title: str
    publisher: str
    home_url: str
    feed_url: str
    built: datetime
    language: str = "en"
    source: str = ""
