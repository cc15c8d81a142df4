"""Résumés of a seed: a person, a layout, a file format; and the truth about them in the scorer's form."""

from __future__ import annotations

from . import write_office, write_pdf, write_plain
from .forms import FORMS, Form
from .layouts import Layout
from .people import Person, person
from .words import LANGUAGES

WRITERS = {"pdf": write_pdf.write, "docx": write_office.docx, "odt": write_office.odt, **write_plain.WRITERS}

__all__ = ["FORMS", "LANGUAGES", "WRITERS", "formed", "made"]


def made(language: str, kind: str, seed: int | str) -> tuple[bytes, dict]:
    """Return a file and the truth about it."""
    someone = person(language, f"{kind} {seed}")
    layout = Layout(someone, f"{kind} {seed}")
    data = WRITERS[kind](layout.document(), f"{language} {seed}")
    return data, truth(someone, layout, f"mix/{language}_{kind}_{seed}")


def formed(language: str, kind: str, form: str, seed: int | str) -> tuple[bytes, dict]:
    """Return a file in one of the known forms and the truth about it."""
    someone = person(language, f"{form} {kind} {seed}", promoted="promoted" in form or form == "network")
    layout = Form(someone, f"{kind} {seed}", form)
    data = WRITERS[kind](layout.document(), f"{language} {form} {seed}")
    return data, truth(someone, layout, f"form/{form}_{language}_{kind}_{seed}")


def truth(someone: Person, layout: Layout, doc: str) -> dict:
    """Return what the document says, as the benchmark's scorer reads it."""
    return {
        "doc": doc,
        "lang": someone.language,
        "theme": f"{layout.arrangement} {layout.job[5:]}",
        "date_gran": "month",
        "name": someone.name,
        "email": someone.email,
        "phone": someone.phone,
        "location": {"city": someone.town},
        "work": [
            {"company": job.company, "title": job.title, "start": job.start, "end": job.end} for job in someone.jobs
        ],
        "education": [
            {
                "school": course.school,
                "degree": course.degree,
                "area": course.area,
                "start": course.start,
                "end": course.end,
            }
            for course in someone.courses
        ],
        "skills": someone.skills,
        "skills_neutral": [],
        "languages": [name for name, _level in someone.languages],
        "certificates": someone.certificates,
        "habits": {key: value for key, value in vars(layout).items() if isinstance(value, (str, bool))}
        | {"dates": someone.date_style},
    }
