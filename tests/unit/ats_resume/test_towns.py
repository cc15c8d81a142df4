"""The town of an address in the ways of several countries, and towns behind employers."""

import pytest

from ats_resume import addresses, parse

ADDRESSES = [
    ("14 Birch Hollow Rd, Apt 6, Larkspur, MA 02719", "Larkspur"),
    ("3912 Wendover Fields, Smithland, US, 62175", "Smithland"),
    ("60589 Johnson Mission, New Aldham 86160 US", "New Aldham"),
    ("27 Mill Lane, Ashcombe CT5 1AB", "Ashcombe"),
    ("90 Harbour Terrace, Wharenui 9016, New Zealand", "Wharenui"),
    ("12 bis, rue des Tanneurs, 59100 Rochebrune", "Rochebrune"),
    ("Am Kirchplatz 3, D-73728 Oberau am Neckar", "Oberau am Neckar"),
    ("Uferweg 8, 8400 Seedorf, Schweiz", "Seedorf"),
    ("C/ Alcalde Ribera, 22, 3º B, 30203 Villarrubia", "Villarrubia"),
    ("Korte Straat 5, 6811 HJ Oosterdal", "Oosterdal"),
    ("Korte Straat 5, 6811HJ Oosterdal", "Oosterdal"),
    ("Rua das Oliveiras, 45, 4700-312 Vilarinho", "Vilarinho"),
    ("Serra Alta - RS, 95020-412", "Serra Alta"),
    ("Via Carducci 18, 36100 Montebello (VI)", "Montebello"),
    ("ul. Lipowa 9/14, 15-427 Zielonki", "Zielonki"),
    ("Millbrook, Colorado", "Millbrook"),
    ("Kleinstadt, Rheinland-Pfalz, DE", "Kleinstadt"),
    ("Calle Mayor 39, Navarra 06115 ES", "Navarra"),
    ("286, Montebello, IT, 26907", "Montebello"),
    ("286, Rue Haute, 26907 Rochebrune", "Rochebrune"),
    ("San Martino, Toscana 94102", "San Martino"),
]


@pytest.mark.parametrize("address, town", ADDRESSES)
def test_town_of_an_address(address, town):
    assert addresses.town(address)[0] == town


@pytest.mark.parametrize("text", ["Rheinland-Pfalz", "United States", "Remote", "Phone", "Main Street 5", "A. B."])
def test_no_town(text):
    assert addresses.town(text)[1] == 0


@pytest.mark.parametrize("address, town", ADDRESSES)
def test_town_of_a_person(address, town):
    street, _, rest = address.rpartition(", ") if address[-5:].strip().isdigit() else address.partition(", ")
    broken = f"{street},\n{rest}" if street else rest
    for shown in (address, f"Address: {address}", broken):
        resume = parse(f"Mira Holt\n{shown}\nmira.holt@mail.example\n\nExperience\nClerk, Acme Ltd\n2019 – 2021\n")
        assert resume.city and resume.city.value == town, shown


def test_address_among_other_ways_to_reach_the_person():
    text = "27 Mill Lane, Ashcombe CT5 1AB, +44 1227 772901, mira.holt@mail.example\nMira Holt\n"
    assert parse(text).city.value == "Ashcombe"


def test_towns_behind_employers_that_no_list_knows():
    text = (
        "Mira Holt\nmira.holt@mail.example\n\nExperience\n\nClerk\nNorthwind, Ashcombe\n2019 – 2021\n- Wrote.\n\n"
        "Baker\nBlue Fjord, Ashcombe\n2015 – 2018\n- Baked.\n\n"
        "Waiter\nMarlow, Hale & Finch Ltd\n2012 – 2014\n- Served.\n"
    )
    assert [job.organisation for job in parse(text).work] == ["Northwind", "Blue Fjord", "Marlow, Hale & Finch Ltd"]


def test_month_and_year_are_no_town():
    text = "Mira Holt\nmira.holt@example.org\n\nTexas Austin US\n\nMar 2021 – Present\n"
    assert parse(text).city.value == "Austin"


@pytest.mark.parametrize(
    "home, towns",
    [
        ("38120 Saint-Égrève", ("Saint-Égrève", "Saint-Égrève")),
        ("8400 Seedorf", ("Seedorf", "Oberau am Neckar")),
        ("8400 Seedorf", ("Berlin", "Oberau am Neckar")),
    ],
)
def test_towns_behind_all_employers(home, towns):
    jobs = "".join(
        f"Baker\n{employer}, {town}\n{year} – {year + 2}\n\nBread is what people eat every day.\n\n"
        for employer, town, year in zip(("Blue Fjord Bakery", "Kontur Mill"), towns, (2019, 2014), strict=True)
    )
    found = parse(f"Mira Holt\nUferweg 8, {home}\nmira.holt@example.org\n\nWork Experience\n\n{jobs}")
    assert [job.organisation for job in found.work] == ["Blue Fjord Bakery", "Kontur Mill"]


CONTACTS = [
    "mira.holt@mail.example · +44 1227 772901 · Ashcombe · linkedin.com/in/mira-holt",
    "mira.holt@mail.example | K. Oberau | +44 1227 772901",
    "mira.holt@mail.example\n+44 1227 772901\nAshcombe\nlinkedin.com/in/mira-holt",
    "mira.holt@mail.example\nAveiro\n+351 912 345 678",
    "mira.holt@mail.example\nCluj-Napoca\n+40 712 089 430",
]


@pytest.mark.parametrize("contacts", CONTACTS)
def test_town_without_code_and_country_among_contacts(contacts):
    town = parse(f"Mira Holt\nClerk\n{contacts}\n\nExperience\nClerk, Acme Ltd\n2019 – 2021\n").city
    assert town.value in ("Ashcombe", "K. Oberau", "Aveiro", "Cluj-Napoca")
    assert town.confidence < 0.8


@pytest.mark.parametrize(
    "word",
    [
        "LinkedIn",
        "Instagram",
        "Married",
        "Mira",
        "Data Engineer",
        "Portfolio",
        "Lindenweg 3",
        "Native",
        "Made by hand.",
        "Telefon",
    ],
)
def test_no_town_among_contacts(word):
    for contacts in (
        f"mira.holt@mail.example | {word} | +44 1227 772901",
        f"mira.holt@mail.example\n{word}\n+44 1227 772901",
    ):
        assert parse(f"Mira Holt\n{contacts}\n\nExperience\nClerk, Acme Ltd\n2019 – 2021\n").city is None


def test_state_glued_to_the_town():
    assert addresses.town("CASmithland, US")[0] == "Smithland"


def test_school_of_a_town_is_no_home():
    text = "Mira Holt\nmira.holt@mail.example\n2014\nEcole Supérieure de Nancy\nLicence\n"
    assert parse(text).city is None


@pytest.mark.parametrize("town", ["Ashcombe", "Ho Chi Minh City", "Berlin"])
@pytest.mark.parametrize("between", [" · ", ", ", " | "])
def test_town_beside_the_dates_below_title_and_employer(town, between):
    jobs = "".join(
        f"{title}, {employer}\n{year} – {year + 2}{between}{town}\n- Wrote to everybody who had asked.\n\n"
        for title, employer, year in (("Content Creator", "Blue Fjord Foods", 2019), ("Clerk", "Kontur", 2014))
    )
    found = parse(f"Mira Holt\nmira.holt@mail.example\n\nWork Experience\n\n{jobs}")
    assert [(job.title, job.organisation) for job in found.work] == [
        ("Content Creator", "Blue Fjord Foods"),
        ("Clerk", "Kontur"),
    ]


def test_employer_beside_the_dates_below_a_title_with_a_comma():
    jobs = (
        "Senior Manager, Clerk Team\n2019 – 2021 · Northwind\n- Wrote.\n\n"
        "Head Baker, Bread Team\n2014 – 2018 · Kontur\n- Baked.\n\n"
    )
    found = parse(f"Mira Holt\nmira.holt@mail.example\n\nWork Experience\n\n{jobs}")
    assert [job.organisation for job in found.work] == ["Northwind", "Kontur"]
