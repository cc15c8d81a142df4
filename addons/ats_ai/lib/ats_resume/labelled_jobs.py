"""Jobs of forms to fill in: each value stands behind or beside a label that says what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .dates import NO_DATES, DateRange, find_range, find_single
from .headers import wraps
from .model import Entry
from .parts import description
from .text import Line, Text, fold


def _words(text: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in text.split(",") if word.strip())


_LABELS = {
    "period": _words("""
        date, dates, period, duration, time period, employment period, dates of employment, from - to,
        periode, periodes, duree, date de debut et de fin, zeitraum, dauer, beschaftigungszeitraum, von -
        bis, datum, fecha, fechas, periodo, periodo de trabajo, duracion, tijdvak, looptijd, data, datas,
        duracao, periodo de emprego, durata, okres, daty, okres zatrudnienia, lata pracy"""),
    "title": _words("""
        position, position held, positions held, occupation or position held, occupation, job title, title,
        role, post, designation, job, function, poste, poste occupe, fonction, fonction ou poste occupe,
        emploi, intitule du poste, metier, funktion, stelle, beruf oder funktion, berufsbezeichnung,
        stellenbezeichnung, tatig als, puesto, cargo, profesion o cargo desempenado, puesto de trabajo,
        puesto desempenado, cargo ocupado, ocupacion, functie, beroep, functie of beroep, functietitel,
        funcao, funcao ou cargo ocupado, posicao, profissao, posizione, ruolo, qualifica, tipo di impiego,
        mansione, posizione ricoperta, lavoro o posizione ricoperti, stanowisko, zajmowane stanowisko, zawod
        lub zajmowane stanowisko, funkcja"""),
    "organisation": _words("""
        employer, company, company name, organisation, organization, firm, name of employer, name of the
        employer, client, name and address of employer, name and address of the employer, employer name,
        employeur, entreprise, societe, nom de l'employeur, nom et adresse de l'employeur, raison sociale,
        arbeitgeber, firma, unternehmen, name des arbeitgebers, name und adresse des arbeitgebers, betrieb,
        empresa, empleador, compania, empresa u organizacion, nombre del empleador, nombre y direccion del
        empleador, nombre y direccion de la empresa, werkgever, bedrijf, naam van de werkgever, naam en
        adres van de werkgever, organisatie, empregador, entidade patronal, entidade empregadora, nome do
        empregador, nome e endereco do empregador, nome e morada do empregador, datore di lavoro, azienda,
        societa, nome del datore di lavoro, nome e indirizzo del datore di lavoro, pracodawca, nazwa
        pracodawcy, nazwa i adres pracodawcy, nazwa firmy, zaklad pracy"""),
}
_ROLE = {label: role for role, labels in _LABELS.items() for label in labels}
_MAX_LABEL = 48


@dataclass
class _Job:
    """What the labels of one job tell, and the other lines of it."""

    first: int
    last: int
    values: dict[str, str] = field(default_factory=dict)
    period: DateRange = NO_DATES
    body: list[Line] = field(default_factory=list)


def jobs(text: Text, lines: tuple[Line, ...]) -> list[Entry]:
    """Return the jobs of a section in which labels name employers and titles, otherwise none."""
    found: list[_Job] = []
    value = None  # the line whose value goes on in the one below
    role = ""
    for line, told, said in _told(lines):
        if told:
            _put(found, told, said, line)
            role, value = told, line
        elif found and said is not None:  # the value of a label beside it or above it
            _set(found[-1], role, said, line)
            value = line
        elif found and role and value is not None and wraps(value, line):
            _append(found[-1], role, line)
            value = line
        elif found:
            found[-1].body.append(line)
            found[-1].last, role = line.end, ""
    named = [job for job in found if "organisation" in job.values or "title" in job.values]
    both = [job for job in named if len(job.values) == 2]
    return [_entry(text, job) for job in named] if both else []


def _told(lines: tuple[Line, ...]):
    """Yield each line with the role of its label and with its value, None where it has no part in a label."""
    waits = False
    for number, line in enumerate(lines):
        label, colon, said = line.text.partition(":")
        role = role_of(label) if colon else ""
        if role:
            yield line, role, said.strip()
            waits = not said.strip()
            continue
        beside = number + 1 < len(lines) and lines[number + 1].row == line.row
        if beside and (role := role_of(line.text)):
            yield line, role, ""
            waits = True
            continue
        yield line, "", line.text if waits else None
        waits = False


def role_of(label: str) -> str:
    """Return what a label announces: ``period``, ``title``, ``organisation``; empty for other texts."""
    if len(label) > _MAX_LABEL:
        return ""
    folded = re.sub(r"\([^()]*\)", " ", fold(label))
    return _ROLE.get(" ".join(folded.replace("’", "'").split()).strip(" :.-–•"), "")


def _put(found: list[_Job], role: str, said: str, line: Line) -> None:
    """Note a label; one that the job has already begins the next job."""
    known = found and (role in found[-1].values or role == "period" and found[-1].period is not NO_DATES)
    if not found or known:
        found.append(_Job(line.start, line.end))
    if said:
        _set(found[-1], role, said, line)


def _set(job: _Job, role: str, said: str, line: Line) -> None:
    job.last = line.end
    if role == "period":
        job.period = find_range(said) or find_single(said) or NO_DATES
    else:
        job.values[role] = said


def _append(job: _Job, role: str, line: Line) -> None:
    job.last = line.end
    if role != "period":
        job.values[role] = f"{job.values.get(role, '')} {line.text}".strip()


def _entry(text: Text, job: _Job) -> Entry:
    period = job.period
    return Entry(
        "work",
        job.values.get("title", ""),
        job.values.get("organisation", ""),
        "",
        "" if period.single else period.start,
        period.end,
        description(job.body),
        0.9,
        text.span(job.first, job.last),
    )
