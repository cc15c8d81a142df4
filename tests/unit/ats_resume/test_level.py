"""Periods that a page reader took for a column of their own go back beside the headers on their baselines."""

from ats_resume.level import with_dates_beside
from ats_resume.looks import Look
from ats_resume.text import Line


def line(text, row, x0, y, region, *, page=1, bullet=False):
    look = Look(page, x0, y - 8, x0 + 5 * len(text), y, 10, 0, region, 500, bullet)
    return Line(row * 100 + int(x0), text, False, bullet, row, look)


HEADERS = (line("Welder", 0, 50, 100, 1), line("Acme", 1, 50, 112, 1), line("Turner", 2, 50, 200, 1))
DATES = (line("2018 – 2021", 5, 250, 100, 2), line("2014 – 2017", 6, 250, 200, 2))


def rows(lines):
    return [(cell.text, cell.row) for cell in lines]


def test_dates_of_another_column_join_their_rows():
    assert rows(with_dates_beside((*HEADERS, *DATES))) == [
        ("Welder", 0), ("2018 – 2021", 0), ("Acme", 1), ("Turner", 2), ("2014 – 2017", 2),
    ]  # fmt: skip


def test_dates_with_a_name_in_their_row_stay():
    named = (*HEADERS, *DATES, line("Fitter", 5, 400, 100, 2))
    assert ("2018 – 2021", 5) in rows(with_dates_beside(named))


def test_dates_of_another_page_or_between_the_lines_stay():
    other = (*HEADERS, line("2018 – 2021", 5, 250, 100, 2, page=2), line("2014 – 2017", 6, 250, 150, 2))
    assert with_dates_beside(other) == other


def test_text_without_looks_stays():
    plain = (Line(0, "Welder", False, False, 0), Line(10, "2018 – 2021", False, False, 1))
    assert with_dates_beside(plain) == plain
