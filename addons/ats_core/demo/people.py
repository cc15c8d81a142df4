"""Invented people: who they are and what they did so far. Pure Python, the same for each seed."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta

import phonenumbers

MAILBOXES = ("example.org", "example.com", "mail.example.com", "post.example.org", "inbox.example.net")
LEVELS = ("junior", "mid", "senior", "lead")


@dataclass
class Role:
    """One station of a career."""

    title: str
    employer: str
    city: str
    start: date
    end: date | None
    bullets: list[str]


@dataclass
class Person:
    """A candidate, with everything a résumé tells."""

    name: str
    email: str
    phone: str
    country: str
    city: str
    tz: str
    lang: str
    headline: str
    summary: str
    roles: list[Role]
    education: tuple[str, str, int, int]
    skills: list[str]
    languages: list[tuple[str, str]] = field(default_factory=list)

    @property
    def slug(self):
        return ascii_slug(self.name)

    @property
    def linkedin(self):
        return f"https://www.linkedin.com/in/{self.slug}-demo"


def ascii_slug(text):
    """Return a name as it stands in an address: ASCII, lower case, dashes."""
    replaced = text.replace("ø", "o").replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("Đ", "D")
    plain = unicodedata.normalize("NFKD", replaced).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]+", "-", plain.lower()).strip("-")


class Registry:
    """Makes people; no two share name, address or phone unless the story wants it."""

    def __init__(self, rng, today, countries, careers):
        self.rng, self.today = rng, today
        self.countries, self.careers = countries, careers
        self.names, self.phones = set(), set()

    def person(self, career, *, near=False):
        """Return a new person of a career; ``near``: living around the company."""
        rng = self.rng
        code = rng.choice(("BE", "BE", "NL", "FR")) if near else self._country()
        country = self.countries[code]
        name, city = self._name(country), rng.choice(country["cities"])
        family = self.careers["families"][career]
        roles = self._roles(family, city)
        slug = ascii_slug(name).replace("-", ".")
        return Person(
            name=name,
            email=f"{slug}@{rng.choice(MAILBOXES)}",
            phone=self._phone(code),
            country=code,
            city=city,
            tz=country["tz"],
            lang=country["lang"],
            headline=f"{roles[0].title} at {roles[0].employer}",
            summary=rng.choice(family["summary"]),
            roles=roles,
            education=self._education(family, country, roles[-1].start.year),
            skills=self._skills(family),
            languages=self._languages(country["mother_tongue"]),
        )

    def _country(self):
        codes = list(self.countries)
        return self.rng.choices(codes, [self.countries[code]["weight"] for code in codes])[0]

    def _name(self, country):
        while True:
            name = f"{self.rng.choice(country['given'])} {self.rng.choice(country['family'])}"
            if name not in self.names:
                self.names.add(name)
                return name

    def _phone(self, region):
        """Return a number that is valid in the country, written internationally."""
        example = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
        digits = str(example.national_number)
        while True:
            tail = "".join(self.rng.choices("0123456789", k=5))
            number = phonenumbers.parse(f"+{example.country_code}{digits[:-5]}{tail}")
            text = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
            if phonenumbers.is_valid_number(number) and text not in self.phones:
                self.phones.add(text)
                return text

    def _roles(self, family, city):
        """Return the stations, newest first; titles grow with the years."""
        rng = self.rng
        count = rng.choice((1, 2, 2, 3, 3, 4))
        employers = rng.sample(self.careers["employers"], count)
        bullets = rng.sample(family["bullets"], min(len(family["bullets"]), 2 * count + 1))
        end, roles = None, []
        newest = self.today - timedelta(days=rng.randrange(20, 200))
        for number, employer in enumerate(employers):
            last = newest if end is None else end
            start = (last - timedelta(days=rng.randrange(420, 1500))).replace(day=1)
            level = min(count - 1 - number, len(family["titles"]) - 1)
            leaves = None if number == 0 and rng.random() < 0.7 else last
            share = bullets[:3] if number == 0 else bullets[2 * number + 1 : 2 * number + 3]
            roles.append(Role(family["titles"][level], employer, city, start, leaves, share))
            end = start - timedelta(days=rng.choice((1, 31, 62)))
        return roles

    def _education(self, family, country, first_year):
        end = first_year - self.rng.choice((0, 0, 1))
        return (self.rng.choice(family["degrees"]), country["school"], end - self.rng.choice((3, 4, 5)), end)

    def _skills(self, family):
        known = family["skills"]
        # The first ones are the heart of the trade: most people have most of them.
        heart = [skill for skill in known[:5] if self.rng.random() < 0.74]
        rest = self.rng.sample(known[5:], self.rng.randrange(1, 5))
        return heart + rest or known[:2]

    def _languages(self, mother_tongue):
        spoken = [(mother_tongue, "native")]
        for language in self.careers["languages"]:
            chance = 0.95 if language == "English" else 0.3
            if language != mother_tongue and self.rng.random() < chance:
                spoken.append((language, self.rng.choice(("A2", "B1", "B2", "C1", "C1"))))
        return spoken[:4]
