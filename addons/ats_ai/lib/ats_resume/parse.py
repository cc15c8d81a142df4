"""One text in, one Resume out."""

from __future__ import annotations

from . import (
    certificates,
    contacts,
    courses,
    document_language,
    entries,
    flags,
    languages,
    names,
    places,
    running,
    sections,
    skill_lists,
    skills,
    unnamed_skills,
)
from .model import Resume
from .text import Text

_EMPTY = skills.Catalogue()


def parse(
    original: str, *, layout: dict | None = None, catalogue: skills.Catalogue = _EMPTY, region: str = ""
) -> Resume:
    """Read a résumé's text; with its ``layout`` (as ``ats_extract`` returns it) also its looks.

    ``catalogue`` holds the skills to recognise; ``region`` is the country (ISO) assumed for
    telephone numbers when neither the number nor the document tells one.
    """
    text = Text(original, layout)
    told = flags.instructed(text)
    text.lines, text.left_out = flags.without(text.lines, told), told
    text.lines = running.without(text.lines)
    parts = unnamed_skills.parted(sections.split(text), text)
    language = document_language.language(text)
    addresses = contacts.emails(text)
    urls = contacts.links(text)
    person = names.name(text, parts, addresses, urls)
    parts = sections.opened_by_name(parts, person.value if person else "")
    city = places.city(text, parts, person)
    return Resume(
        language=language,
        name=person,
        email=addresses[0] if addresses else None,
        phone=contacts.phone(text, contacts.regions(language, region, addresses)),
        city=city,
        links=urls,
        skills=catalogue.find(text, parts) if len(catalogue) else (),
        listed_skills=skill_lists.listed(text, parts),
        work=entries.work(text, parts, city.value if city else ""),
        education=courses.education(text, parts),
        languages=languages.find(text, parts),
        certificates=certificates.find(text, parts, person),
        flags=flags.find(text, layout, told),
    )
