"""Reads the CSV files of ESCO, the European classification of skills, as its portal gives them out.

``skills_<language>.csv`` has the skills, ``broaderRelationsSkillPillar_<language>.csv`` which is part of which; both
may lie in the ZIP file that the portal sends. Terms: Commission Decision 2011/833/EU, with attribution (`ATTRIBUTION`).
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

ATTRIBUTION = "This service uses the ESCO classification of the European Commission."
MOST_BYTES = 200_000_000
_SKILLS = re.compile(r"(?:^|/)skills_([a-z]{2})\.csv$", re.IGNORECASE)
_BROADER = re.compile(r"(?:^|/)broaderRelationsSkillPillar(?:_[a-z]{2})?\.csv$", re.IGNORECASE)
_SKILL_COLUMNS = ("conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels")
_BROADER_COLUMNS = ("conceptUri", "broaderUri")
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Concept:
    """One skill in one language: its address, what kind it is, its name and its other names."""

    uri: str
    kind: str
    reuse: str
    name: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Esco:
    """The skills of each language, and the broader skills of each address."""

    skills: Mapping[str, tuple[Concept, ...]]
    broader: Mapping[str, tuple[str, ...]]

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages, English first."""
        return tuple(sorted(self.skills, key=lambda language: (language != "en", language)))


def read(files: Iterable[tuple[str, bytes]]) -> Esco:
    """Return what the files hold; files that are none of ESCO's skills are passed over.

    :param files: ``(name, content)``, CSV files or ZIP files of them
    :raises ValueError: no file of skills is among them, one has other columns, or a ZIP unpacks to too much
    """
    skills: dict[str, tuple[Concept, ...]] = {}
    broader: dict[str, tuple[str, ...]] = {}
    for name, content in _unpacked(files):
        language = _SKILLS.search(name)
        if language:
            skills[language.group(1).lower()] = tuple(_concepts(name, content))
        elif _BROADER.search(name):
            broader = _broader(name, content)
    if not skills:
        raise ValueError("no file skills_<language>.csv")
    return Esco(skills, broader)


def _unpacked(files):
    left = MOST_BYTES
    for name, content in files:
        if not content.startswith(b"PK\x03\x04"):
            yield name, content
            continue
        try:
            archive = zipfile.ZipFile(io.BytesIO(content))
        except zipfile.BadZipFile as error:
            raise ValueError(f"{name}: damaged ZIP file") from error
        for entry in archive.infolist():
            if _SKILLS.search(entry.filename) or _BROADER.search(entry.filename):
                left -= entry.file_size
                if left < 0:
                    raise ValueError(f"{name}: unpacks to more than {MOST_BYTES // 1_000_000} MB")
                yield entry.filename, archive.read(entry)


def _rows(name: str, content: bytes, columns: tuple[str, ...]) -> Iterator[Mapping[str, str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{name}: not UTF-8") from error
    rows = csv.DictReader(io.StringIO(text, newline=""))
    missing = [column for column in columns if column not in (rows.fieldnames or ())]
    if missing:
        raise ValueError(f"{name}: no column {', '.join(missing)}")
    return rows


def _concepts(name, content):
    for row in _rows(name, content, _SKILL_COLUMNS):
        label = _label(row["preferredLabel"])
        if label and row["conceptUri"] and (row.get("status") or "released") == "released":
            labels = (row["altLabels"] or "").split("\n") + (row.get("hiddenLabels") or "").split("\n")
            others = [other for other in map(_label, labels) if other and other != label]
            yield Concept(row["conceptUri"], row["skillType"], row["reuseLevel"], label, tuple(dict.fromkeys(others)))


def _label(text):
    label = " ".join((text or "").split())
    return label if len(label) <= LONGEST_NAME else ""


def _broader(name, content):
    found: dict[str, list[str]] = {}
    for row in _rows(name, content, _BROADER_COLUMNS):
        found.setdefault(row["conceptUri"], []).append(row["broaderUri"])
    return {uri: tuple(above) for uri, above in found.items()}
