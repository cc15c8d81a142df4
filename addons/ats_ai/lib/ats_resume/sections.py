"""Cut the lines of a résumé into sections by their headings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from .dates import find_range
from .headers import broken_headline, only_dates
from .looks import BOLD, HEADING
from .running import is_title
from .text import Line, Text, fold
from .vocabulary import COURSE_LABELS, HEADING_CORES, HEADING_FILLERS, HEADINGS, LANGUAGE_CODES, SKILL_GROUPS

_KIND = {heading: kind for kind, headings in reversed(HEADINGS.items()) for heading in headings}
_JOIN = re.compile(r"\s*(?:&|/|,|\+|\band\b|\bet\b|\bund\b|\by\b|\ben\b|\be\b|\bi\b|\boraz\b)\s*")
_DECOR = re.compile(r"^[\W\d_]+|[\W_]+$")
_BESIDE = 6  # lines above a heading in the margin that may belong to it
_SURE_KINDS = ("work", "education", "skills", "languages")
_SPACED = re.compile(r"^\W*(?:[^\W\d_] ?[&'’-]? {1,4}){3,}[^\W\d_]\W*$")
_CORES = {word: kind for kind, words in reversed(HEADING_CORES.items()) for word in words} | {
    heading: kind for heading, kind in _KIND.items() if heading.isalpha()
}
_PARTS = frozenset(_CORES) | HEADING_FILLERS
_WORDS = _PARTS | {word for heading in _KIND for word in heading.split(" ")}


@dataclass(frozen=True, slots=True)
class Section:
    """Consecutive lines under one heading; the first section of a document is ``top``."""

    kind: str
    lines: tuple[Line, ...]


@lru_cache(maxsize=8192)
def heading_kind(text: str) -> str:
    """Return the kind of section that a line announces, or an empty text."""
    if len(text) > 60:
        return ""
    folded = _DECOR.sub("", fold(unspaced(text)))
    return _listed(folded) or _composed(re.findall(r"[^\W\d_]+", folded))


def _listed(folded: str) -> str:
    """Return the kind of a heading of the list, or of two or three of them."""
    if kind := _KIND.get(folded):
        return kind
    kinds = [_KIND.get(part) for part in _JOIN.split(folded) if part]
    if len(kinds) in (2, 3) and all(kinds):
        return next((kind for kind in kinds if kind != "other"), "other")
    return ""


def _composed(words: list[str]) -> str:
    """Return the kind of a heading put together from words that only headings hold: my previous jobs."""
    if not 1 < len(words) <= 6 or not all(word in _PARTS for word in words):
        return ""
    return next((_CORES[word] for word in words if word in _CORES and word not in HEADING_FILLERS), "") or next(
        (_CORES[word] for word in words if word in _CORES), ""
    )


def unspaced(text: str) -> str:
    """Return a heading whose letters stand apart, as words: S K I L L S, W O R K   H I S T O R Y."""
    if not _SPACED.match(text):
        return text
    wide = re.split(r"\s{2,}", text.strip())
    if len(wide) > 1:
        return " ".join(re.sub(r"\s", "", word) for word in wide)
    return _divided(re.sub(r"\s", "", text))


def _divided(letters: str) -> str:
    """Return letters as the words of headings that they are made of."""
    folded = fold(letters)
    best: list[str | None] = [""] + [None] * len(folded)
    for end in range(1, len(folded) + 1):
        for start in range(max(0, end - 24), end):
            piece = folded[start:end]
            known = piece in _WORDS or piece in "&/-"
            if best[start] is not None and known and (best[end] is None or len(best[start]) < len(best[end])):
                best[end] = f"{best[start]} {piece}".strip()
    return best[-1] or letters


def split(text: Text) -> tuple[Section, ...]:
    """Return the sections in reading order."""
    sections, kind, lines = [], "top", []
    styles = heading_styles(text.lines)
    last = heading = None
    for number, line in enumerate(text.lines):
        found = _opened(last, line, text.lines[number + 1 : number + 5], styles, kind)
        if found in ("other", "skills") and kind == "skills" and lines and _is_listed(line, lines[-1], heading):
            found = ""  # Open Source, Leadership
        if not found and not lines and last is not None and _ends_heading(last, line):
            last = line
            continue
        if not found and _opens_column(last, line, styles):
            sections.append(Section(kind, tuple(lines)))
            kind, lines = "top", []
        last = line
        if found and not _is_label(found, kind, line):
            level = any(other.row == line.row for other in text.lines[number + 1 : number + 2])
            begun = [] if level else _begun_beside(lines, line)
            sections.append(Section(kind, tuple(lines[: len(lines) - len(begun)])))
            kind, lines, heading = found, begun, line
        elif found != kind or lines:  # the same heading once more says nothing
            lines.append(line)
    sections.append(Section(kind, tuple(lines)))
    return _with_inline_headings(sections)


def opened_by_name(sections: tuple[Section, ...], name: str) -> tuple[Section, ...]:
    """Return the sections with a new top where the name of the person stands alone below a side column."""
    if not name:
        return sections
    found = []
    for section in sections:
        places = [place for place, line in enumerate(section.lines) if fold(line.text).strip() == fold(name)]
        if section.kind in ("top", "contact", "work", "education") or not places:
            found.append(section)
            continue
        found.append(Section(section.kind, section.lines[: places[0]]))
        found.append(Section("top", section.lines[places[0] :]))
    return tuple(found)


def _is_listed(line: Line, above: Line, heading: Line | None) -> bool:
    """Tell whether a line looks like the one above and not like the heading of both."""
    look, other, head = line.look, above.look, heading and heading.look
    if look is None or other is None or not head or heading_kind(line.text) == "skills":
        return False
    alike = look.style == other.style and abs(look.x0 - other.x0) < 3
    louder = line.text.isupper() and not above.text.isupper()
    return alike and not louder and (look.style != head.style or abs(look.x0 - head.x0) > 3)


def _begun_beside(lines: list[Line], heading: Line) -> list[Line]:
    """Return the last lines if they stand beside a heading that is centred in the margin of its section."""
    look, begun = heading.look, []
    if look is None or not look.page or heading.gap:
        return []
    for line in reversed(lines[-_BESIDE:]):
        if line.look is None or line.look.page != look.page or line.look.x0 <= look.x1:
            return []
        begun.insert(0, line)
        if line.gap:
            return begun
    return []


def _opened(last: Line | None, line: Line, below: tuple[Line, ...], styles: dict, current: str) -> str:
    """Return the kind of section that a line opens, seen between its neighbours."""
    if _heads_subjects(line, below, current):
        return ""
    if below and _is_no_heading(line, below[0]):
        return ""
    found = _kind_of(line, styles, current)
    if found == "languages" and _lists_code(line, below):
        return "skills"
    if found and last is not None and not heading_kind(last.text) and _second_half(last, line):
        whole = f"{last.text} {line.text}"
        return heading_kind(whole) or ("skills" if fold(whole) in SKILL_GROUPS else "")
    return found or ("top" if current != "top" and is_title(line) else "")


def _is_no_heading(line: Line, below: Line) -> bool:
    """Tell whether the line below shows that this one is the header of an entry or half of a longer name."""
    if not heading_kind(line.text):
        return only_dates(below)
    return broken_headline(line, below) and not heading_kind(f"{line.text} {below.text}")


def _ends_heading(last: Line, line: Line) -> bool:
    """Tell whether a line is only the second half of the heading above it."""
    if not heading_kind(last.text) or not _second_half(last, line):
        return False
    return bool(heading_kind(f"{unspaced(last.text)} {unspaced(line.text)}"))


def _lists_code(heading: Line, below: tuple[Line, ...]) -> bool:
    """Tell whether the languages below a heading are those that one programs in: none is spoken."""
    column = heading.look and heading.look.region
    near = [line for line in below if not line.look or line.look.region == column]
    words = (word for line in near for word in re.findall(r"[^\W\d_]+", fold(line.text)))
    return len(near) > 1 and not any(word in LANGUAGE_CODES for word in words)


def _heads_subjects(line: Line, below: tuple[Line, ...], current: str) -> bool:
    """Tell whether a line of plain text announces the subjects of a course of study, not a section of courses."""
    if current != "education" or line.look is not None or not below or not below[0].bullet:
        return False
    return fold(line.text).strip(" :") in COURSE_LABELS and find_range(below[0].text) is None


def _second_half(last: Line, line: Line) -> bool:
    """Tell whether a line is the rest of a heading that was too long for its column."""
    before, look = last.look, line.look
    if before is None or look is None or line.gap or before.style != look.style or before.region != look.region:
        return False
    if last.bullet or not strength(line) or strength(last) != strength(line):
        return False
    tight = 0 < look.top - before.top < 1.6 * look.size
    return tight and abs(before.x0 - look.x0) < 3 and len(last.text) < 30


def _opens_column(last: Line | None, line: Line, styles: dict) -> bool:
    """Tell whether a line begins another column with something like a name, without a heading."""
    if last is None or last.look is None or line.look is None or last.look.region == line.look.region:
        return False
    before, look = last.look, line.look
    climbs = look.page < before.page or look.page == before.page and look.top < before.top - 20
    size = styles[None][0] if styles else before.size + 2
    return climbs and (look.size > size + 0.9 or "@" in line.text)


def _kind_of(line: Line, styles: dict, current: str) -> str:
    """Return the kind of section that a line opens, by its words and its looks."""
    found = "" if line.bullet and len(line.text.split()) > 3 else heading_kind(line.text)
    if line.look is None or not styles:
        return found
    size, usual = styles.get(line.look.region) or styles[None]
    own = strength(line)
    if found:
        return "" if line.look.size < size - 0.9 or line.look.size < size + 0.3 and own < usual else found
    known = styles["known"]
    titled = line.look.style in known and known[line.look.style] == line.text.isupper() and len(line.text) < 45
    if titled and not line.bullet and size > 0 and _stands_alone(line):
        return "skills" if current == "skills" or fold(line.text).strip(" :") in SKILL_GROUPS else "other"
    return ""


def _stands_alone(line: Line) -> bool:
    return line.gap and len(line.text.split()) <= 5 and not any(map(str.isdigit, line.text))


def strength(line: Line) -> int:
    """Return how many means of emphasis a line uses: weight and capitals."""
    return bool(line.look.flags & (BOLD | HEADING)) + line.text.isupper()


def heading_styles(lines: tuple[Line, ...]) -> dict:
    """Return for each column (None = all) the size and emphasis of its surest headings.

    ``known`` holds styles that only headings have.
    """
    sure: dict = {}
    candidates = [line for line in lines if line.look is not None and not line.bullet]
    headings = [line for line in candidates if heading_kind(line.text) in _SURE_KINDS]
    listed = [line for line in headings if _listed(_DECOR.sub("", fold(unspaced(line.text))))]
    headings = listed if len(listed) > 1 else headings  # "Full Stack Software" only sounds like one
    if len(headings) < 2:
        return {}
    for line in headings:
        for key in (None, line.look.region):
            sure.setdefault(key, []).append((round(line.look.size, 1), strength(line)))
    styles = {key: max(values) for key, values in sure.items()}
    uses = Counter(line.look.style for line in candidates)
    named = Counter(line.look.style for line in headings)
    known = {
        line.look.style: line.text.isupper()
        for line in headings
        if named[line.look.style] >= 2 and named[line.look.style] * 2.5 >= uses[line.look.style]
    }
    return {**styles, "known": known}


def _is_label(found: str, current: str, line: Line) -> bool:
    """Tell whether a heading word is only a label inside the current section."""
    if found == current and line.look is None:
        return True
    loud = line.look is not None and (line.look.heading or line.look.large)  # its mark is an icon, not that of an item
    if current == "skills" and found in ("languages", "other", "contact") and line.bullet and not line.gap and not loud:
        return True
    return current == "contact" and found == "profiles" and line.text.endswith(":")


def _with_inline_headings(sections: list[Section]) -> tuple[Section, ...]:
    """Find headings that share a line with an entry, for kinds without a line of their own."""
    missing = {"work", "education", "skills", "languages"} - {section.kind for section in sections}
    if not missing:
        return tuple(sections)
    result = []
    for section in sections:
        kind, lines = section.kind, []
        for line in section.lines:
            found, rest = _inline(line, missing)
            if found:
                result.append(Section(kind, tuple(lines)))
                kind, lines = found, [rest]
                missing = missing - {found}
            else:
                lines.append(line)
        result.append(Section(kind, tuple(lines)))
    return tuple(result)


def _inline(line: Line, missing: set[str]) -> tuple[str, Line]:
    words = line.text.split(" ")
    for count in (3, 2, 1):
        kind = _KIND.get(_DECOR.sub("", fold(" ".join(words[:count])))) if len(words) > count else None
        if kind in missing and words[0][:1].isupper() and words[count][:1].isupper() and line.gap:
            offset = len(" ".join(words[:count])) + 1
            return kind, Line(line.start + offset, line.text[offset:], True, False, line.row)
    return "", line
