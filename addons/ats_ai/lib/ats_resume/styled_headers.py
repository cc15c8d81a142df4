"""Headers of entries that stand out by size or weight from the text below them."""

from __future__ import annotations

from collections import Counter

from .dates import NO_DATES, find_range
from .headers import (
    Anchor,
    Row,
    anchors_of,
    body_style,
    ends_sentence,
    is_label,
    is_styled,
    looks_like_header,
    rows_of,
    wraps,
)
from .parts import HARD, SPLIT, Block, Part, description, is_duration, is_place_alone, pieces_of
from .places import is_place
from .roles import company_score, is_title, title_score
from .text import Line

_MAX_ABOVE, _MAX_BELOW = 5, 4
_SENTENCE_WORDS, _TITLE_WORDS = 4, 5


def blocks(lines: tuple[Line, ...], document: tuple[Line, ...] = ()) -> list[Block] | None:
    """Return the entries of a section, None when its lines have no looks that tell."""
    body = body_style(lines, document)
    rows = rows_of(lines)
    anchors = anchors_of(rows) if body else []
    if not anchors:
        return _undated(rows, body) if body else None
    spans = located(rows, anchors, body)
    if spans is None:
        return None
    spans = _with_titles(rows, anchors, _completed(rows, anchors, spans))
    return [
        _block(rows, anchor, span, spans, number)
        for number, (anchor, span) in enumerate(zip(anchors, spans, strict=True))
    ]


def located(rows: list[Row], anchors: list[Anchor], body: tuple) -> list[tuple[int, int]] | None:
    """Return the first and last row of each header, None when looks do not tell."""
    marked = _marked(rows, anchors, body)
    spans = _spans(rows, anchors, marked)
    if sum(last > first for first, last in spans) * 2 < len(spans) and not _told_by_row(rows, anchors, body):
        return None
    return spans


def _undated(rows: list[Row], body: tuple) -> list[Block] | None:
    """Return entries without dates: runs of rows that stand out, each above its own text."""
    runs: list[list[int]] = []
    for row in rows:
        if is_styled(row, body):
            if runs and runs[-1][-1] == row.index - 1:
                runs[-1].append(row.index)
            else:
                runs.append([row.index])
    spans = [(run[0], run[-1]) for run in runs if len(run) <= 4]
    if not spans or len(spans) == 1 and len(rows) > 12:
        return None
    anchors = [Anchor(first, -1, NO_DATES) for first, _last in spans]
    return [
        _block(rows, anchor, span, spans, number)
        for number, (anchor, span) in enumerate(zip(anchors, spans, strict=True))
    ]


def _marked(rows: list[Row], anchors: list[Anchor], body: tuple) -> list[bool]:
    dated = {anchor.row for anchor in anchors}
    marked = [row.index in dated or is_styled(row, body) for row in rows]
    for row in rows[1:]:
        above = rows[row.index - 1]
        if marked[above.index] and not marked[row.index] and wraps(above.first, row.first) and len(row.first.text) < 60:
            marked[row.index] = above.index in dated and not _besides(row, above)
    return marked


def _besides(row: Row, above: Row) -> list[Line]:
    """Return the cells behind the first that do not go on with an item that begins level with the header."""
    items = [cell for cell in above.cells[1:] if cell.bullet and cell.look]
    return [
        cell
        for cell in row.cells[1:]
        if not (cell.look and any(abs(cell.look.x0 - item.look.x0) < 3 for item in items))
    ]


def _told_by_row(rows: list[Row], anchors: list[Anchor], body: tuple) -> bool:
    """Tell whether the rows with the dates carry the whole header by themselves."""
    return sum(is_styled(rows[anchor.row], body) for anchor in anchors) * 2 >= len(anchors)


def _spans(rows: list[Row], anchors: list[Anchor], marked: list[bool]) -> list[tuple[int, int]]:
    """Return the first and last row of each header."""
    runs = []
    for number, anchor in enumerate(anchors):
        floor = anchors[number - 1].row if number else -1
        stop = anchors[number + 1].row if number + 1 < len(anchors) else len(rows)
        first = _raised(marked, anchor.row, anchor.row, floor)
        first = _raised(marked, min(first, _paragraph(rows, marked, anchor.row, floor)), anchor.row, floor)
        last = anchor.row
        while last + 1 < stop and marked[last + 1] and last - anchor.row < _MAX_BELOW:
            last += 1
        runs.append((first, last))
    return _apart(rows, anchors, runs)


def _raised(marked: list[bool], first: int, row: int, floor: int) -> int:
    """Return the first of the rows above that stand out, without a plain one between."""
    while first - 1 > floor and marked[first - 1] and row - first < _MAX_ABOVE:
        first -= 1
    return first


def _paragraph(rows: list[Row], marked: list[bool], row: int, floor: int) -> int:
    """Return the row with which the paragraph of the dates begins, if that one stands out."""
    first = row
    while first - 1 > floor and not rows[first].first.gap and row - first < _MAX_ABOVE:
        above = rows[first - 1].first
        if above.bullet or is_label(above) or len(above.text) > 100:
            return first if marked[first] and first < row else row
        first -= 1
    opens = rows[first].first.gap or first - 1 <= floor
    return first if marked[first] and opens else row


def _apart(rows: list[Row], anchors: list[Anchor], runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Share out rows that two headers claim: an entry has as many rows above its dates as the first."""
    heights = Counter(anchor.row - run[0] for anchor, run in zip(anchors, runs, strict=True))
    first_height = anchors[0].row - runs[0][0]
    usual = heights.most_common(1)[0][0]
    height = first_height if heights[first_height] * 3 >= len(runs) or first_height < usual else usual
    spans: list[tuple[int, int]] = []
    for number, (anchor, (first, last)) in enumerate(zip(anchors, runs, strict=True)):
        if anchor.row - first > height and number:
            opened = [index for index in range(first, anchor.row) if rows[index].first.gap]
            wanted = anchor.row - height - sum(is_duration(row.first.text) for row in rows[first : anchor.row])
            near = [index for index in opened if abs(index - wanted) <= 1]
            first = near[-1] if near and wanted not in opened else wanted
        if spans and spans[-1][1] >= first:
            spans[-1] = (spans[-1][0], max(first - 1, anchors[number - 1].row))
        spans.append((first, last))
    return spans


def _completed(rows: list[Row], anchors: list[Anchor], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add the plain row above or below where most headers hold fewer than two names."""
    counts = [len(_names(rows, anchor, span)) for anchor, span in zip(anchors, spans, strict=True)]
    if sum(count < 2 for count in counts) * 2 < len(counts):
        return spans
    best, best_gain = spans, 0.45
    for above in (True, False):
        grown = [_grown(rows, spans, number, above) for number in range(len(spans))]
        starts = [first for first, _last in spans]
        gains = [
            _gain(rows, anchor, old, new, alone=new[1] + 1 in (*starts, len(rows)))
            for anchor, old, new, count in zip(anchors, spans, grown, counts, strict=True)
            if count < 2
        ]
        gain = sum(gains) / max(len(gains), 1)
        if gain > best_gain:
            best, best_gain = (
                [new if count < 2 else old for old, new, count in zip(spans, grown, counts, strict=True)],
                gain,
            )
    return best


def _with_titles(rows: list[Row], anchors: list[Anchor], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add the plain title above the dates of further positions in one house, where the others have theirs."""
    titled = [any(title_score(name) >= 1 for name in _names(rows, *pair)) for pair in zip(anchors, spans, strict=True)]
    if not any(titled):
        return spans
    found = list(spans)
    for number, (first, last) in enumerate(spans):
        floor = found[number - 1][1] if number else -1
        if titled[number] or first - 1 <= floor:
            continue
        above = rows[first - 1].first
        short = looks_like_header(above) and len(above.text.split()) <= _TITLE_WORDS
        if short and is_title(above.text) and len(_names(rows, anchors[number], spans[number])) < 2:
            found[number] = (first - 1, last)
    return found


def _grown(rows, spans, number: int, above: bool) -> tuple[int, int]:
    first, last = spans[number]
    if above:
        floor = spans[number - 1][1] if number else -1
        return (first - 1, last) if first - 1 > floor and looks_like_header(rows[first - 1].first) else (first, last)
    stop = spans[number + 1][0] if number + 1 < len(spans) else len(rows)
    return (first, last + 1) if last + 1 < stop and looks_like_header(rows[last + 1].first) else (first, last)


def _gain(rows, anchor: Anchor, old: tuple[int, int], new: tuple[int, int], *, alone: bool) -> float:
    """Return how sure it is that the row added by `new` belongs to the header; ``alone``: it ends the entry."""
    if new == old:
        return 0.0
    above = new[0] != old[0]
    line = rows[new[0] if above else new[1]].first
    if len(line.text) > 80:
        return 0.0
    known = " ".join(_names(rows, anchor, old))
    missing = company_score if title_score(known) > company_score(known) else title_score
    gain = 0.5 + min(missing(line.text), 1.5) - 0.08 * len(line.text.split())
    if above:
        return gain
    after = rows[new[1] + 1].first if not alone else None
    ended = after is None or after.bullet or after.gap or len(after.text) > 60 or ends_sentence(after.text)
    placed = "," in line.text and is_place(line.text.partition(",")[2])
    return gain + 0.3 * (ended and not line.gap) + 0.3 * placed


def _names(rows, anchor: Anchor, span: tuple[int, int]) -> list[str]:
    """Return the texts of a header that may be names; one with a comma may hold both."""
    found = [part.text for part in parts_in(rows, anchor, span) if not is_place_alone(part.text)]
    if len(found) == 1 and "," in found[0]:
        head, _, tail = found[0].rpartition(",")
        if any(_tells_apart(score(head), score(tail)) for score in (title_score, company_score)):
            return [head, tail]
    return found


def _tells_apart(first: float, second: float) -> bool:
    return first + second > 0.9 and not (first and second)


def _block(rows, anchor: Anchor, span, spans, number: int) -> Block:
    first, last = span
    stop = spans[number + 1][0] if number + 1 < len(spans) else len(rows)
    lines = [cell for row in rows[first : last + 1] for cell in row.cells]
    level = [
        line for lines, _offset, place in _cells(rows[first : last + 1]) if place and lines[0].bullet for line in lines
    ]
    body = level + [cell for row in rows[last + 1 : stop] for cell in row.cells]
    start, end = min(line.start for line in lines), max(line.end for line in lines)
    parts = tuple(part for part in parts_in(rows, anchor, span) if not part.slot[0] or not _is_sentence(part.text))
    return Block(parts, anchor.period, start, end, description(body))


def _is_sentence(text: str) -> bool:
    """Tell whether a text is the end of what was said about the job above."""
    return ends_sentence(text) and (len(text.split()) >= _SENTENCE_WORDS or text[:1].islower() and " " in text)


def parts_in(rows, anchor: Anchor, span: tuple[int, int], weak=SPLIT) -> list[Part]:
    """Return the names in the header rows, cells that wrap joined, dates and durations left out."""
    cells = _cells(rows[span[0] : span[1] + 1])
    found: list[Part] = []
    for lines, offset, place in cells:
        if is_label(lines[0]) or place and lines[0].bullet:
            continue
        text = " ".join(line.text for line in lines)
        runs = _runs(lines)
        slot = (
            max(min(offset - (anchor.row - span[0]), 3), -3),
            lines[0].look.style if lines[0].look else (),
            place > 0,
        )
        period = find_range(text)
        at_anchor = anchor.cell >= 0 and offset + span[0] == anchor.row
        if period is None and at_anchor and lines[0] is rows[anchor.row].cells[anchor.cell]:
            period = anchor.period
        for start, piece, part in pieces_of(text, period, runs, HARD):
            found.append(Part(lines[0].start + start, piece, offset, (*slot, part)))
    if len(found) == 1:
        lines = cells[found[0].line][0] if found[0].line < len(cells) else cells[0][0]
        split = [
            Part(found[0].start + start, piece, found[0].line, (*found[0].slot[:3], part))
            for start, piece, part in pieces_of(found[0].text, None, (), weak)
        ]
        return split if len(split) > 1 else found
    return found


def _runs(lines: list[Line]) -> tuple:
    """Return the stretches of one style of a cell that may go over several lines."""
    found, offset = [], 0
    for line in lines:
        look = line.look
        if look is None:
            return ()
        own = look.runs or ((0, len(line.text), look.size, look.flags),)
        for start, end, size, flags in own:
            if found and found[-1][2:] == (size, flags):
                found[-1] = (found[-1][0], end + offset, size, flags)
            else:
                found.append((start + offset, end + offset, size, flags))
        offset += len(line.text) + 1
    return tuple(found)


def _cells(rows: list[Row]) -> list[tuple[list[Line], int, int]]:
    """Return ``(lines, row, place in the row)``: the cells, with the rows they wrap into."""
    cells: list[tuple[list[Line], int, int]] = []
    for offset, row in enumerate(rows):
        for place, cell in enumerate(row.cells):
            above = next(
                (known for known in reversed(cells) if known[1] < offset and _goes_on(known, cell)),
                None,
            )
            if above is not None and above[0][-1].row == rows[offset - 1].first.row:
                above[0].append(cell)
            else:
                cells.append(([cell], offset, place))
    return cells


def _goes_on(known: tuple[list[Line], int, int], cell: Line) -> bool:
    """Tell whether a cell is the rest of one in the row above; an item is wrapped without more ado."""
    lines, _row, place = known
    if place and lines[0].bullet and lines[-1].look and cell.look and not cell.bullet:
        return abs(lines[-1].look.x0 - cell.look.x0) < 3
    return wraps(lines[-1], cell)
