"""Other shapes of a parsed résumé: JSON Resume 1.2.1 and the flat line of the benchmark."""

from __future__ import annotations

from .model import Entry, Fact, Resume


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def to_json_resume(resume: Resume) -> dict:
    """Return the facts as a JSON Resume 1.2.1 document (only what was found)."""
    basics = {
        "name": _value(resume.name),
        "email": _value(resume.email),
        "phone": resume.phone and (resume.phone.detail or resume.phone.value),
        "url": resume.link("site") or None,
        "location": {"city": resume.city.value} if resume.city else None,
        "profiles": [{"network": fact.detail, "url": fact.value} for fact in resume.links if fact.detail != "site"],
    }
    named = resume.skills or resume.listed_skills
    return {
        "basics": {key: value for key, value in basics.items() if value},
        "work": [
            _dated(
                entry,
                {"name": entry.organisation, "position": entry.title, "summary": entry.description},
            )
            for entry in resume.work
        ],
        "education": [
            _dated(
                entry,
                {"institution": entry.organisation, "studyType": entry.title, "area": entry.area},
            )
            for entry in resume.education
        ],
        "skills": [{"name": skill.name} for skill in named],
        "languages": [{"language": fact.value} for fact in resume.languages],
        "certificates": [
            {"name": fact.value, **({"issuer": fact.detail} if fact.detail else {})} for fact in resume.certificates
        ],
    }


def _dated(entry: Entry, values: dict) -> dict:
    values["startDate"] = entry.start
    values["endDate"] = "" if entry.end == "present" else entry.end
    return {key: value for key, value in values.items() if value}


def scorer_line(resume: Resume, doc: str) -> dict:
    """Return the flat form that the benchmark's scorer compares with the truth."""
    known = {skill.name for skill in resume.skills}
    return {
        "doc": doc,
        "name": _value(resume.name),
        "email": _value(resume.email),
        "phone": _value(resume.phone),
        "url": resume.link("site") or None,
        "location": {"city": _value(resume.city)},
        "work": [
            {
                "company": entry.organisation,
                "title": entry.title,
                "start": entry.start or None,
                "end": entry.end or None,
            }
            for entry in resume.work
        ],
        "education": [
            {
                "school": entry.organisation,
                "degree": entry.title,
                "area": entry.area,
                "start": entry.start or None,
                "end": entry.end or None,
            }
            for entry in resume.education
        ],
        "skills": [skill.name for skill in resume.skills]
        + [skill.name for skill in resume.listed_skills if skill.name not in known],
        "languages": [fact.value for fact in resume.languages],
        "certificates": [fact.value for fact in resume.certificates],
        "flags": sorted({flag.kind for flag in resume.flags}),
    }
