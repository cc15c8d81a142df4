"""The measures of the benchmark, in short: accuracy of single facts, F1 of lists, whole jobs."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

LISTS = ("companies", "titles", "dates", "job", "schools", "degrees", "skills", "languages", "certificates")
FIELDS = ("name", "email", "phone", "city", *LISTS)


def plain(value) -> str:
    """Return a text without case, accents and marks."""
    folded = unicodedata.normalize("NFKD", str(value or "")).casefold().replace("ł", "l").replace("ß", "ss")
    kept = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w+#]+", " ", kept).split())


def same(found, true) -> bool:
    """Tell whether two texts mean the same: equal, or four of five words in common."""
    first, second = plain(found).split(), plain(true).split()
    if not first or not second:
        return False
    common = sum(min(first.count(word), second.count(word)) for word in set(first))
    return first == second or 2 * common / (len(first) + len(second)) >= 0.8


def _digits(value) -> str:
    return re.sub(r"\D", "", str(value or ""))[-8:]


def _facts(row: dict) -> dict[str, list]:
    work, courses = row["work"], row["education"]
    degrees = [
        (entry["degree"], f"{entry['degree']} {entry.get('area') or ''}") for entry in courses if entry["degree"]
    ]
    return {
        "name": [row["name"]],
        "email": [row["email"]],
        "phone": [_digits(row["phone"])],
        "city": [(row["location"] or {}).get("city")],
        "companies": [job["company"] for job in work],
        "titles": [job["title"] for job in work],
        "dates": [(job["start"], job["end"]) for job in work],
        "job": [(job["company"], job["title"], job["start"], job["end"]) for job in work],
        "schools": [entry["school"] for entry in courses],
        "degrees": degrees,
        **{key: row[key] for key in ("skills", "languages", "certificates")},
    }


def _equal(field: str, found, true) -> bool:
    if field == "job":
        return same(found[0], true[0]) and same(found[1], true[1]) and tuple(found[2:]) == tuple(true[2:])
    if field == "degrees":
        return any(same(one, other) for one in found for other in true)
    return found == true if field in ("dates", "phone") else same(found, true)


def scores(pairs) -> dict[str, float]:
    """Return the score of each field over ``(found, true)`` rows: F1, which is accuracy where there is one fact."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for found, true in pairs:
        read, meant = _facts(found), _facts(true)
        for field in FIELDS:
            rest = [value for value in meant[field] if value]
            guesses = [value for value in read[field] if value]
            sums[field][1] += len(guesses)
            sums[field][2] += len(rest)
            for guess in guesses:
                hit = next((value for value in rest if _equal(field, guess, value)), None)
                if hit is not None:
                    rest.remove(hit)
                    sums[field][0] += 1
    return {field: round(2 * hits / max(read + meant, 1), 3) for field, (hits, read, meant) in sums.items()}
