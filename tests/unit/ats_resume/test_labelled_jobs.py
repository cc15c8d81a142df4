"""Jobs of forms to fill in, with labels before or beside the values."""

import pytest

from ats_resume import parse

TOP = "Mira Holt\nmira.holt@mail.example\n\nWork Experience\n\n"
LABELS = {
    "en": ("Dates", "Occupation or position held", "Name and address of employer"),
    "fr": ("Dates", "Fonction ou poste occupé", "Nom et adresse de l'employeur"),
    "de": ("Zeitraum", "Beruf oder Funktion", "Name und Adresse des Arbeitgebers"),
    "es": ("Fechas", "Profesión o cargo desempeñado", "Nombre y dirección de la empresa"),
    "nl": ("Periode", "Functie of beroep", "Naam en adres van de werkgever"),
    "pt": ("Datas", "Função ou cargo ocupado", "Nome e morada do empregador"),
    "it": ("Date (da – a)", "Lavoro o posizione ricoperti", "Nome e indirizzo del datore di lavoro"),
    "pl": ("Daty", "Zajmowane stanowisko", "Nazwa i adres pracodawcy"),
}
MEANT = [("Clerk", "Northwind", "2019-03", "present"), ("Baker", "Blue Fjord", "2015", "2018")]


def jobs_of(text):
    return [(job.title, job.organisation, job.start, job.end) for job in parse(text).work]


@pytest.mark.parametrize("between", [": ", "\t", ":\t"])
@pytest.mark.parametrize("language", LABELS)
def test_labels_of_the_european_form(language, between):
    period, position, employer = LABELS[language]
    text = TOP + "\n".join(
        f"{period}{between}{when}\n{position}{between}{title}\n{employer}{between}{house}\nWrote to everybody.\n"
        for title, house, when in (("Clerk", "Northwind", "03/2019 – present"), ("Baker", "Blue Fjord", "2015 – 2018"))
    )
    assert jobs_of(text) == MEANT
    assert [job.description for job in parse(text).work] == ["Wrote to everybody."] * 2


def test_value_below_its_label_and_another_order():
    text = (
        f"{TOP}Employer:\nNorthwind\nPosition:\nClerk\nPeriod:\n03/2019 – present\n\n"
        "Employer:\nBlue Fjord\nPosition:\nBaker\nPeriod:\n2015 – 2018\n"
    )
    assert jobs_of(text) == MEANT


def test_a_label_alone_makes_no_form():
    """Only dates are labelled: the header is read as always."""
    text = f"{TOP}Clerk, Northwind Ltd\nPeriod: 03/2019 – present\nClient: a bank of the town\n- Wrote letters.\n"
    assert [(job.title, job.organisation) for job in parse(text).work] == [("Clerk", "Northwind Ltd")]
