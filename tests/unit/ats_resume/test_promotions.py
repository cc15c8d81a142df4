"""Several positions in one house, periods over two lines, employers with a town in brackets, titles with a comma."""

import pytest

from ats_resume import parse

TOP = "Mira Holt\nmira.holt@mail.example\n\nWork Experience\n\n"


def jobs_of(text):
    return [(job.title, job.organisation) for job in parse(TOP + text).work]


def test_titles_below_one_employer_with_how_long_it_lasted():
    text = (
        "Northwind\n6 years 7 months\nClerk\nMay 2023 – Present (2 years 1 month)\nAshcombe\nWrote to all who asked.\n"
        "Office Assistant\nMay 2019 – April 2023 (4 years)\nAshcombe\nFiled what had been written.\n\n"
        "Blue Fjord\nBaker\nMay 2015 – April 2019 (4 years)\nOberau\nBaked what people eat.\n"
    )
    assert jobs_of(text) == [("Clerk", "Northwind"), ("Office Assistant", "Northwind"), ("Baker", "Blue Fjord")]


def test_towns_between_titles_are_no_employers():
    text = (
        "Northwind\n6 years\nClerk\nMay 2023 – Present (2 years 1 month)\nLyon, France\nFiling\n"
        "May 2019 – April 2023 (4 years)\nLyon\nBlue Fjord\nBaker\nMay 2015 – April 2019 (4 years)\nLyon\n"
    )
    assert jobs_of(text) == [("Clerk", "Northwind"), ("Filing", "Northwind"), ("Baker", "Blue Fjord")]


def test_titles_above_employers_stay_so_where_dates_say_how_long_it_lasted():
    text = (
        "Clerk\nNorthwind Ltd\n2019 – 2021 (2 years)\nWrote letters to all who had asked for one.\n\n"
        "Baker\nBlue Fjord Ltd\n2016 – 2018 (2 years)\nBaked what people eat in the morning.\n"
    )
    assert jobs_of(text) == [("Clerk", "Northwind Ltd"), ("Baker", "Blue Fjord Ltd")]


def test_a_title_with_a_comma_is_no_employer_where_employers_have_lines_of_their_own():
    text = (
        "Northwind Ltd\nClerk\n2019 – 2021\n- Wrote letters.\n\nBlue Fjord Ltd\nBaker\n2016 – 2018\n- Baked.\n\n"
        "Manager, Night Shift\n2014 – 2015\n- Watched.\n"
    )
    assert jobs_of(text)[-1] == ("Manager, Night Shift", "Blue Fjord Ltd")


@pytest.mark.parametrize(
    "written, start, end",
    [
        ("03/2019 –\n05/2021", "2019-03", "2021-05"),
        ("03/2019\n– 05/2021", "2019-03", "2021-05"),
        ("March 2019 –\npresent", "2019-03", "present"),
        ("diciembre de\n2016 - noviembre de 2019", "2016-12", "2019-11"),
    ],
)
def test_period_over_two_lines(written, start, end):
    [job] = parse(f"{TOP}{written}\nClerk, Northwind Ltd\n- Wrote letters.\n").work
    assert (job.title, job.organisation, job.start, job.end) == ("Clerk", "Northwind Ltd", start, end)


def test_one_line_for_each_job_with_towns_in_brackets():
    text = "Clerk — Northwind (Ashcombe) — 03/2019–present\nBaker — Blue Fjord (Oberau) — 2015–2018\n"
    assert jobs_of(text) == [("Clerk", "Northwind"), ("Baker", "Blue Fjord")]


def test_brackets_of_a_name_stay():
    text = "Clerk — Northwind (NW) Ltd — 03/2019–present\nBaker — Blue Fjord — 2015–2018\n"
    assert jobs_of(text)[0] == ("Clerk", "Northwind (NW) Ltd")


def test_town_beside_the_dates_above_title_and_employer():
    text = "2019 – 2021  Ashcombe\nCLERK – NORTHWIND\n- Wrote.\n\n2015 – 2018  Oberau\nBAKER – BLUE FJORD\n- Baked.\n"
    assert jobs_of(text) == [("CLERK", "NORTHWIND"), ("BAKER", "BLUE FJORD")]


def test_a_town_inside_of_an_employer_with_a_word_that_also_divides():
    text = "2019 – 2021: Operator wózka widłowego, Szpital Wojewódzki w Oberau, Ashcombe\n- Praca.\n"
    assert jobs_of(text) == [("Operator wózka widłowego", "Szpital Wojewódzki w Oberau, Ashcombe")]


def test_name_below_a_side_column_begins_another_top():
    text = (
        "Contact\nmira.holt@mail.example\n\nCertifications\nFirst Aid at Work\n\nMira Holt\nClerk\n"
        "Ashcombe, United Kingdom\n\nWork Experience\n\nClerk, Northwind Ltd\n2019 – 2021\n"
    )
    found = parse(text)
    assert [fact.value for fact in found.certificates] == ["First Aid at Work"]
    assert found.city.value == "Ashcombe"
