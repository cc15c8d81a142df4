"""The words alone never rank below TF-IDF on the same data; `bench/match_ranking.py` prints both at size."""

import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import match_ranking  # noqa: E402


def test_wording_is_not_below_tfidf(monkeypatch):
    monkeypatch.setattr(match_ranking, "PEOPLE", 250)
    monkeypatch.setattr(match_ranking, "JOBS", 16)
    rows = {row["ranker"]: row for row in match_ranking.measured(random.Random(7))}
    for measure in ("MAP", "nDCG@10", "nDCG@100"):
        assert rows["TF-IDF"][measure] <= rows["match, wording only"][measure] <= rows["match"][measure]
