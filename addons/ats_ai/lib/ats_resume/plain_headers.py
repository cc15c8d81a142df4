"""Headers of entries where the text alone must tell them: no looks, or all lines look alike."""

from __future__ import annotations

from .headers import ends_sentence, looks_like_header, period_of
from .parts import HARD, SPLIT, Block, Part, description, is_duration, parts_of
from .roles import company_score, is_title, title_score
from .text import Line


def blocks(lines: tuple[Line, ...]) -> list[Block]:
    """Return the entries of a section."""
    anchors = [(index, period) for index, line in enumerate(lines) if (period := period_of(line))]
    if not anchors:
        return []
    height = _header_height(lines, anchors)
    above = [_above(lines, anchors, number, height) for number in range(len(anchors))]
    below = _below(lines, anchors, above)
    above = [_taller(lines, anchors, number, above[number], below[number]) for number in range(len(anchors))]
    found = []
    for number, (index, period) in enumerate(anchors):
        header = [*above[number], index, *below[number]]
        stop = (above[number + 1] or [anchors[number + 1][0]])[0] if number + 1 < len(anchors) else len(lines)
        parts = _placed(
            _header_parts([(lines[place], place, period if place == index else None) for place in header]), index
        )
        body = [line for place, line in enumerate(lines[index + 1 : stop], index + 1) if place not in header]
        found.append(Block(parts, period, lines[header[0]].start, lines[max(header)].end, description(body)))
    return found


def _placed(parts: tuple[Part, ...], index: int) -> tuple[Part, ...]:
    """Return the parts with their place in the header: how many lines from the dates, and which of its line."""
    found: list[Part] = []
    for part in parts:
        number = sum(other.line == part.line for other in found)
        found.append(part._replace(slot=(max(min(part.line - index, 3), -3), (), False, number)))
    return tuple(found)


def _header_height(lines: tuple[Line, ...], anchors) -> int:
    """Return how many lines of an entry stand above its dates, as the first entries show."""
    first = anchors[0][0]
    if first <= 3:
        return first
    run = 0
    while run < 3 and looks_like_header(lines[first - 1 - run]):
        run += 1
    return min(run, 2)


def _above(lines, anchors, number: int, height: int) -> list[int]:
    """Return the line numbers above the dates that belong to the header."""
    index = anchors[number][0]
    floor = anchors[number - 1][0] + 1 if number else 0
    found: list[int] = []
    for place in range(index - 1, floor - 1, -1):
        if sum(not is_duration(lines[known].text) for known in found) >= height or not looks_like_header(lines[place]):
            break
        found.insert(0, place)
    return found


def _below(lines, anchors, above: list[list[int]]) -> list[list[int]]:
    """Return the lines below the dates, where the document shows that headers go on there."""
    found, gains, towns = [], [], 0
    for number, (index, period) in enumerate(anchors):
        stop = (above[number + 1] or [anchors[number + 1][0]])[0] if number + 1 < len(anchors) else len(lines)
        known = _header_parts(
            [(lines[place], place, period if place == index else None) for place in (*above[number], index)]
        )
        bare = not _header_parts([(lines[index], index, period)])
        complete = len(known) == 1 and "," in known[0].text or len(known) == 2 and not bare
        if len(known) == 2 and index + 1 < stop and _is_short(lines[index + 1]):
            towns += 1
        wanted = 0 if complete or len(known) > 2 else max(2 - len(known), 1)
        below = [place for place in range(index + 1, min(index + 1 + wanted, stop)) if looks_like_header(lines[place])]
        if towns and len(known) == 1 and is_title(known[0].text) and below and _is_short(lines[below[0]]):
            below = []  # where full headers have a town: one more position in the same house
        found.append((below, len(known)))
        if below and known:
            gains.append((len(known), _gain(lines[below[0]].text, known) + _closing(lines, below[0], stop, known)))
    sure = {
        count: _mostly([gain for known, gain in gains if known == count], 0.7 if count == 1 else 1.0)
        for count in (1, 2)
    }
    return [below if sure.get(known, True) else [] for below, known in found]


def _is_short(line: Line) -> bool:
    """Tell whether a line may be a town: a few words, no title."""
    return looks_like_header(line) and len(line.text.split()) <= 5 and title_score(line.text) < 1


def _taller(lines, anchors, number: int, above: list[int], below: list[int]) -> list[int]:
    """Take one more line above where a header would hold only the employer or only the title."""
    index, period = anchors[number]
    known = _header_parts(
        [(lines[place], place, period if place == index else None) for place in (*above, index, *below)]
    )
    place = (above or [index])[0] - 1
    floor = anchors[number - 1][0] + 1 if number else 0
    if len(known) != 1 or "," in known[0].text or place < floor or not looks_like_header(lines[place]):
        return above
    short = len(lines[place].text.split()) <= 4 and lines[place].gap
    return (
        [place, *above] if short or title_score(lines[place].text) + company_score(lines[place].text) >= 1.5 else above
    )


def _gain(text: str, known: tuple[Part, ...]) -> float:
    """Return how much a line below the dates says about the role that is not yet known."""
    if len(known) == 1:
        return title_score(text) + company_score(text)
    said = max(title_score(part.text) for part in known)
    if not said and not company_score(known[-1].text) and title_score(text):
        return 1.0  # employer and town above, the title below
    return title_score(text) - said


def _closing(lines, place: int, stop: int, known: tuple[Part, ...]) -> float:
    """Return more for a short line that only the text of the entry follows, where the title is known already."""
    after = lines[place + 1] if place + 1 < stop else None
    ended = after is None or after.bullet or after.gap or len(after.text) > 60 or ends_sentence(after.text)
    short = len(lines[place].text.split()) <= 7 and not lines[place].gap
    return 0.7 if len(known) == 1 and company_score(known[0].text) < 1 and ended and short else 0.0


def _mostly(gains: list[float], enough: float) -> bool:
    return bool(gains) and sum(gain >= enough for gain in gains) * 2 >= len(gains)


def _header_parts(lines) -> tuple[Part, ...]:
    """Cut header lines into parts; weak separators count only when one line carries everything."""
    parts = [part for line, place, period in lines for part in parts_of(line, place, period, HARD)]
    if len(parts) == 1:
        parts = [part for line, place, period in lines for part in parts_of(line, place, period, SPLIT)]
    return tuple(parts)
