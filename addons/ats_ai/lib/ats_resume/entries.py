"""Jobs: find the dates, take the lines beside them, tell employer and title apart by the whole
document."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from .dates import DateRange, find_range
from .model import Entry
from .roles import company_score, title_score
from .sections import Section
from .text import Line, Text, fold

_SENTENCE = re.compile(r"[.!?;]$")
_ABBREVIATION = re.compile(r"(?:^|[\s.])[A-ZÀ-Ž]\w{0,3}\.$|\b(?:z o\.o|e\.V|e\.G|d\.o\.o)\.$")
HARD = re.compile(r"\s*[|·•]\s*(?![^()]*\))")
_SPLIT = re.compile(
    r"\s+[–—-]\s+|\s*[|·•]\s*(?![^()]*\))|\s+(?:at|@|chez|bei|en|bij|presso|na|w|em|no|"
    r"na empresa)\s+(?=[A-ZÀ-Ž])"
)
PLACE = re.compile(
    r"^(?:[A-ZÀ-Ž][\w’'.À-ž -]{1,30},\s*(?:[A-Z]{2,3}|[A-ZÀ-Ž][\w’'.À-ž -]{2,30})(?:,\s*[\w .]+)?"
    r"|remote|teletravail|home ?office|hybrid)$"
)
_LENGTH = re.compile(
    r"^[\W_]*\d+\+?\s*(?:years?|yrs?|months?|mos?|ans?|annees?|mois|jahre?n?|monate?n?|anos?|"
    r"mes(?:es)?|jaar|jaren|"
    r"maand(?:en)?|anni|anno|mesi|mese|lat|lata|rok|miesiac\w*|"
    r"miesiec\w*)\b[\W\d]*(?:[a-z]{2,9})?[\W_]*$"
)
_LABELS = frozenset(
    """highlights responsibilities achievements accomplishments tasks duties projects technologies
keywords aufgaben erfolge missions realisations responsabilites logros responsabilidades funciones
taken verantwoordelijkheden resultaten responsabilita obowiazki osiagniecia destaques punkte
schwerpunkte hoogtepunten kernpunkte temas true false""".split()
) | {
    "points forts",
    "faits marquants",
    "puntos destacados",
    "pontos fortes",
    "key achievements",
    "aspectos destacados",
    "punti salienti",
    "glowne osiagniecia",
    "points cles",
    "key responsibilities",
}
_EDGES = " ,;:|·•–—-()\u2013\t"


class Part(NamedTuple):
    """A piece of a header line: what may be an employer, a title, a place."""

    start: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """Header parts, dates and description of one entry, not yet named."""

    parts: tuple[Part, ...]
    period: DateRange
    first: int
    last: int
    description: str


def work(text: Text, sections: tuple[Section, ...]) -> tuple[Entry, ...]:
    """Return the jobs of the work sections."""
    return _named(
        text,
        [block for section in sections if section.kind == "work" for block in _blocks(section)],
    )


def _blocks(section: Section) -> list[Block]:
    lines = section.lines
    anchors = [(index, period) for index, line in enumerate(lines) if (period := _period(line))]
    if not anchors:
        return []
    height = _header_height(lines, anchors)
    above = [_above(lines, anchors, number, height) for number in range(len(anchors))]
    below = _below(lines, anchors, above)
    above = [_taller(lines, anchors, number, above[number], below[number]) for number in range(len(anchors))]
    blocks = []
    for number, (index, period) in enumerate(anchors):
        header = [*above[number], index, *below[number]]
        stop = (above[number + 1] or [anchors[number + 1][0]])[0] if number + 1 < len(anchors) else len(lines)
        parts = _header_parts([(lines[place], place, period if place == index else None) for place in header])
        body = [line for place, line in enumerate(lines[index + 1 : stop], index + 1) if place not in header]
        blocks.append(Block(parts, period, lines[header[0]].start, lines[max(header)].end, _description(body)))
    return blocks


def _period(line: Line) -> DateRange | None:
    """Return the range of a line that is a header, not of a sentence that mentions years."""
    period = find_range(line.text)
    if period is None or line.bullet and len(line.text) > 70:
        return None
    rest = line.text[: period.begin] + line.text[period.finish :]
    return period if len(rest) < 110 and not (len(rest.split()) > 8 and _ends_sentence(rest.strip())) else None


def _ends_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text)) and not _ABBREVIATION.search(text)


def _is_header(line: Line) -> bool:
    words = line.text.split()
    return (
        not line.bullet
        and fold(line.text).strip(" :") not in _LABELS
        and len(line.text) <= 100
        and len(words) <= 14
        and not _ends_sentence(line.text.rstrip(")"))
        and (line.text[:1].isupper() or line.text[:1].isdigit() or not line.text[:1].isalpha())
    )


def _header_height(lines: tuple[Line, ...], anchors) -> int:
    """Return how many lines of an entry stand above its dates, as the first entries show."""
    first = anchors[0][0]
    if first <= 3:
        return first
    run = 0
    while run < 3 and _is_header(lines[first - 1 - run]):
        run += 1
    return min(run, 2)


def _above(lines, anchors, number: int, height: int) -> list[int]:
    """Return the line numbers above the dates that belong to the header."""
    index = anchors[number][0]
    floor = anchors[number - 1][0] + 1 if number else 0
    found: list[int] = []
    for place in range(index - 1, max(floor, index - height) - 1, -1):
        if not _is_header(lines[place]):
            break
        found.insert(0, place)
    return found


def _below(lines, anchors, above: list[list[int]]) -> list[list[int]]:
    """Return the lines below the dates, where the document shows that headers go on there."""
    found, gains = [], []
    for number, (index, period) in enumerate(anchors):
        stop = (above[number + 1] or [anchors[number + 1][0]])[0] if number + 1 < len(anchors) else len(lines)
        known = _header_parts(
            [(lines[place], place, period if place == index else None) for place in (*above[number], index)]
        )
        bare = not _header_parts([(lines[index], index, period)])
        complete = len(known) == 1 and "," in known[0].text or len(known) == 2 and not bare
        wanted = 0 if complete or len(known) > 2 else max(2 - len(known), 1)
        below = [place for place in range(index + 1, min(index + 1 + wanted, stop)) if _is_header(lines[place])]
        found.append((below, len(known)))
        if below and known:
            gains.append((len(known), _gain(lines[below[0]].text, known)))
    sure = {
        count: _mostly([gain for known, gain in gains if known == count], 0.7 if count == 1 else 1.0)
        for count in (1, 2)
    }
    return [below if sure.get(known, True) else [] for below, known in found]


def _taller(lines, anchors, number: int, above: list[int], below: list[int]) -> list[int]:
    """Take one more line above where a header would hold only the employer or only the title."""
    index, period = anchors[number]
    known = _header_parts(
        [(lines[place], place, period if place == index else None) for place in (*above, index, *below)]
    )
    place = (above or [index])[0] - 1
    floor = anchors[number - 1][0] + 1 if number else 0
    if len(known) != 1 or "," in known[0].text or place < floor or not _is_header(lines[place]):
        return above
    short = len(lines[place].text.split()) <= 4 and lines[place].gap
    return (
        [place, *above] if short or title_score(lines[place].text) + company_score(lines[place].text) >= 1.5 else above
    )


def _gain(text: str, known: tuple[Part, ...]) -> float:
    """Return how much a line below the dates says about the role that is not yet known."""
    if len(known) == 1:
        return title_score(text) + company_score(text)
    return title_score(text) - max(title_score(part.text) for part in known)


def _mostly(gains: list[float], enough: float) -> bool:
    return bool(gains) and sum(gain >= enough for gain in gains) * 2 >= len(gains)


def _header_parts(lines) -> tuple[Part, ...]:
    """Cut header lines into parts; weak separators count only when one line carries everything."""
    parts = [part for line, place, period in lines for part in parts_of(line, place, period, HARD)]
    if len(parts) == 1:
        parts = [part for line, place, period in lines for part in parts_of(line, place, period, _SPLIT)]
    return tuple(parts)


def parts_of(line: Line, place: int, period: DateRange | None, separators: re.Pattern):
    pieces = (
        [(0, line.text)]
        if period is None
        else [(0, line.text[: period.begin]), (period.finish, line.text[period.finish :])]
    )
    for offset, piece in pieces:
        position = 0
        for match in [*separators.finditer(piece), None]:
            raw = piece[position : match.start() if match else len(piece)]
            value = _trimmed(raw)
            if any(char.isalpha() for char in value) and not _LENGTH.match(fold(value)):
                yield Part(line.start + offset + position + raw.index(value), value, place)
            position = match.end() if match else position


def _trimmed(raw: str) -> str:
    value = raw.strip(_EDGES)
    return (
        value
        if raw.count("(") == value.count("(") and raw.count(")") == value.count(")")
        else raw.strip(" ,;:|·•–—-\t")
    )


def _named(text: Text, blocks: list[Block]) -> tuple[Entry, ...]:
    """Give each block employer and title; the order of the two is decided for the document."""
    cleaned = [replace(block, parts=_without_places(block.parts)) for block in blocks]
    pairs = [(block, _pair(block.parts)) for block in cleaned]
    lean = sum(_lean(pair[0].text, pair[1].text) for _block, pair in pairs if len(pair) == 2)
    commas = [pair[0].text for _block, pair in pairs if len(pair) == 1 and "," in pair[0].text]
    comma_lean = sum(_comma_lean(value) for value in commas)
    return tuple(_entry(text, block, pair, lean, comma_lean) for block, pair in pairs if pair)


def _without_places(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    kept = tuple(p for p in parts if not (PLACE.match(p.text) and title_score(p.text) + company_score(p.text) < 1))
    return kept if len(kept) >= 2 or len(kept) == len(parts) else parts[:2] if len(parts) <= 2 else kept


def _pair(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the two parts that carry employer and title (or the only one)."""
    if len(parts) <= 2:
        return parts
    scored = sorted(
        parts[:4],
        key=lambda part: max(title_score(part.text), company_score(part.text)),
        reverse=True,
    )
    best = {parts[0], next((part for part in scored if part != parts[0]), parts[1])}
    return tuple(part for part in parts if part in best)


def _lean(first: str, second: str) -> float:
    """Return > 0 when the first looks like the employer and the second like the title."""
    return company_score(first) - title_score(first) - company_score(second) + title_score(second)


def _comma_lean(value: str) -> float:
    head, _, tail = value.rpartition(",")
    start, _, rest = value.partition(",")
    return _lean(head, tail) + _lean(start, rest)


def _entry(text: Text, block: Block, pair: tuple[Part, ...], lean: float, comma_lean: float) -> Entry:
    if len(pair) == 2:
        own = _lean(pair[0].text, pair[1].text)
        employer_first = own > 0 if abs(own) >= 3 and own * lean < 0 and abs(lean) < 6 else lean >= 0
        first, second = pair[0].text, pair[1].text
        organisation, title = (first, second) if employer_first else (second, first)
        confidence = 0.85 if own * (1 if employer_first else -1) > 0 else 0.6
    else:
        organisation, title = _split_comma(pair[0].text, comma_lean)
        confidence = 0.65 if organisation and title else 0.4
    return Entry(
        "work",
        title,
        organisation,
        "",
        block.period.start,
        block.period.end,
        block.description,
        confidence,
        text.span(block.first, block.last),
    )


def _split_comma(value: str, comma_lean: float) -> tuple[str, str]:
    if "," not in value:
        return ("", value) if title_score(value) > company_score(value) else (value, "")
    places = [match.start() for match in re.finditer(",", value)]
    options = [(value[:place].strip(), value[place + 1 :].strip()) for place in places]
    if comma_lean >= 0:
        return max(options, key=lambda pair: (round(_lean(*pair), 1), len(pair[0])))
    title, organisation = max(options, key=lambda pair: (round(-_lean(*pair), 1), -len(pair[0])))
    return organisation, title


def _description(body: list[Line]) -> str:
    return "\n".join(("- " if line.bullet else "") + line.text for line in body)[:4000]
