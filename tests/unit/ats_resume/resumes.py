"""Makes résumés in eight languages and several layouts; nothing here comes from anybody's document."""

from __future__ import annotations

import random
from dataclasses import dataclass

WORDS = {
    "en": ("Work Experience", "Education", "Skills", "Languages", "present", "March {}", "Phone"),
    "fr": ("Expérience professionnelle", "Formation", "Compétences", "Langues", "aujourd'hui", "mars {}", "Téléphone"),
    "de": ("Berufserfahrung", "Ausbildung", "Kenntnisse", "Sprachen", "heute", "März {}", "Telefon"),
    "es": ("Experiencia laboral", "Formación", "Habilidades", "Idiomas", "actualidad", "marzo de {}", "Teléfono"),
    "nl": ("Werkervaring", "Opleiding", "Vaardigheden", "Talen", "heden", "maart {}", "Telefoon"),
    "pt": (
        "Experiência profissional",
        "Formação académica",
        "Competências",
        "Idiomas",
        "presente",
        "março de {}",
        "Telefone",
    ),
    "it": ("Esperienza lavorativa", "Istruzione", "Competenze", "Lingue", "in corso", "marzo {}", "Telefono"),
    "pl": ("Doświadczenie zawodowe", "Wykształcenie", "Umiejętności", "Języki", "obecnie", "marzec {}", "Telefon"),
}
PHONES = {
    "en": ("(212) 555-0123", "+12125550123"),
    "fr": ("01 42 68 53 00", "+33142685300"),
    "de": ("030 901820", "+4930901820"),
    "es": ("912 345 678", "+34912345678"),
    "nl": ("020 624 1111", "+31206241111"),
    "pt": ("21 781 1000", "+351217811000"),
    "it": ("06 6982 1234", "+390669821234"),
    "pl": ("22 695 29 00", "+48226952900"),
}
TITLES = {
    "en": ("Software Engineer", "Office Manager"),
    "fr": ("Ingénieur logiciel", "Responsable qualité"),
    "de": ("Softwareentwickler", "Teamleiter"),
    "es": ("Ingeniera de datos", "Gerente de tienda"),
    "nl": ("Softwareontwikkelaar", "Projectleider"),
    "pt": ("Engenheiro civil", "Gerente de loja"),
    "it": ("Ingegnere meccanico", "Responsabile vendite"),
    "pl": ("Inżynier oprogramowania", "Kierownik projektu"),
}
DEGREES = {
    "en": "Bachelor of Science",
    "fr": "Licence",
    "de": "Diplom",
    "es": "Licenciatura",
    "nl": "Bachelor",
    "pt": "Mestrado",
    "it": "Laurea magistrale",
    "pl": "Licencjat",
}
NAMES = (
    ("Mira", "Holt"),
    ("Tomás", "Vidal"),
    ("Agnès", "Roux"),
    ("Jörg", "Weiß"),
    ("Łucja", "Nowak"),
    ("Sanne", "Bos"),
)
COMPANIES = ("Northwind Labs GmbH", "Blue Harbour Ltd", "Acme & Sons", "Orion Systems S.A.")
SCHOOLS = ("University of Lindow", "Example College", "Universidade de Exemplo")
SKILLS = ("Python", "PostgreSQL", "Go", "Project planning", "C++", "R")


@dataclass(frozen=True)
class Made:
    """A generated résumé and what is in it."""

    text: str
    name: str
    email: str
    phone: str
    e164: str
    jobs: tuple
    school: str
    degree: str
    skills: tuple
    language: str


def make(language: str, layout: str, seed: int) -> Made:
    """Return a résumé in a language and a layout."""
    pick = random.Random(f"{language}{layout}{seed}")
    first, last = pick.choice(NAMES)
    email = f"{_plain(first)}.{_plain(last)}{seed}@mail.example"
    work, education, skills, languages, present, month, label = WORDS[language]
    companies = pick.sample(COMPANIES, 2)
    ends = (present, month.format(2020))
    jobs = tuple(
        (company, title, f"{start}-03", "present" if number == 0 else "2020-03")
        for number, (company, title, start) in enumerate(zip(companies, TITLES[language], (2020, 2015), strict=True))
    )
    shown, e164 = PHONES[language]
    lines = [f"{first} {last}", f"{label}: {shown}", email, "", work, ""]
    for number, (company, title, start, _end) in enumerate(jobs):
        lines += _entry(layout, company, title, f"{month.format(start[:4])} – {ends[number]}")
    school = pick.choice(SCHOOLS)
    lines += [
        education,
        "",
        school,
        DEGREES[language],
        "2010 – 2014",
        "",
        skills,
        "",
        ", ".join(SKILLS),
        "",
        languages,
        "",
        "English, Deutsch",
    ]
    return Made(
        "\n".join(lines), f"{first} {last}", email, shown, e164, jobs, school, DEGREES[language], SKILLS, language
    )


def _plain(name: str) -> str:
    table = str.maketrans("áàèéöß", "aaeeos")
    return name.lower().translate(table).replace("ł", "l")


def _entry(layout: str, company: str, title: str, dates: str) -> list[str]:
    header = {
        "employer_first": [company, title, dates],
        "title_first": [title, company, dates],
        "one_line": [f"{title} | {company}", dates],
        "dates_first": [dates, title, company],
        "table": [f"{dates}\t{title}\t{company}"],
    }[layout]
    return [*header, "", "• Did the work and some more of it every day.", "• Wrote it down.", ""]
