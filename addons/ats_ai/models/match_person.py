from odoo import fields, models

from ..lib.ats_match import ANYWHERE, Held, Person, degree_level, place_key, said_wishes, seniority, title_words, vector
from ..lib.ats_phrases import tidy
from ..lib.ats_skills import worked_years

_RECENT_YEARS, _OLD_YEARS = 3, 10
_MOST_PHRASES = 60
_UNKNOWN_LEVEL = 70.0  # what is named without a level counts as good


class HrApplicant(models.Model):
    """What matching may look at. Name, photo, gender, age, address, nationality and school are left out here, and
    nowhere else is read from."""

    _inherit = "hr.applicant"

    ats_wish_workplace = fields.Selection(
        [("onsite", "On site"), ("hybrid", "Hybrid"), ("remote", "Remote"), ("any", "Any of them")],
        "Wishes to Work",
        help="Said by the candidate. Empty: not known, and it counts neither way.",
    )
    ats_wish_places = fields.Char(
        "Would Work In",
        help="Cities that the candidate named, separated by commas; * for anywhere. Where somebody lives never counts.",
    )

    def _ats_person(self):
        """Return the facts of these applications of one person; the newest résumé and the highest level count."""
        self = self.sorted("id")  # noqa: PLW0642 - the newest last
        newest = self[-1:]
        resume = next((found for found in (one._ats_current_resume() for one in reversed(self)) if found), None)
        facts = (resume.facts or {}) if resume else {}
        work = [entry for entry in facts.get("work") or () if entry["title"] or entry["description"]]
        permit, answers = newest._ats_given_answers() if len(self) == 1 else (None, {})
        skills, languages = self._ats_held_skills(resume)
        languages = {**_spoken(facts), **languages}
        degree, degree_quote = self._ats_degree(facts)
        said = said_wishes(resume.document_id.text or "" if resume else "")
        workplaces, workplace_quote = newest._ats_wished_workplaces(said)
        known = {name for name, found in (("skills", skills or resume), ("languages", languages)) if found}
        return Person(
            skills=skills,
            languages=languages,
            titles=_titles(work, fields.Date.context_today(self).year),
            terms=vector(_text(facts)),
            answers=answers,
            years=worked_years(
                ((entry["start"], entry["end"]) for entry in work), today=fields.Date.context_today(self)
            ),
            seniority=seniority(work[0]["title"]) if work and work[0]["title"] else None,
            degree=degree,
            workplaces=workplaces,
            places=newest._ats_wished_places(said),
            phrases=_phrases(facts, work),
            permit=permit,
            pay=newest.salary_expected or None,
            quotes={
                "degree": degree_quote,
                "years": work[0]["span"]["quote"] if work else "",
                "seniority": work[0]["title"] if work else "",
                "workplace": workplace_quote,
            },
            known=frozenset(known),
        )

    def _ats_wished_workplaces(self, said):
        """Return the workplaces that suit, and the words that say so; what was typed comes before the résumé."""
        wish = self.ats_wish_workplace
        if not wish:
            return said.workplaces, said.workplace_quote
        label = dict(self._fields["ats_wish_workplace"].selection)[wish]
        return ("onsite", "hybrid", "remote") if wish == "any" else (wish,), label

    def _ats_wished_places(self, said):
        """Return the places where the person would work, by what the person said; never by where they live."""
        if not self.ats_wish_places:
            return {key: Held(quote=said.place_quote) for key in said.places}
        named = [place.strip() for place in self.ats_wish_places.split(",") if place.strip()]
        return {ANYWHERE if place == "*" else place_key(place): Held(quote=place) for place in named}

    def _ats_held_skills(self, resume):
        """Return skills and languages as held facts, with the words of the résumé that show them."""
        found = resume._skill_quotes() if resume else {}
        shown = {skill._ats_key(): found[skill.id] for skill in self.env["hr.skill"].browse(found).exists()}
        skills, languages = {}, {}
        for line in self.current_applicant_skill_ids.sorted("level_progress"):  # the highest level counts
            skill = line.skill_id
            key = skill._ats_key()
            year = line.ats_last_used.year if line.ats_last_used else 0
            held = Held(float(line.level_progress), line.ats_years, year, shown.get(key, ""))
            if skill._ats_is_language():
                languages[skill._ats_language_code() or key] = held
            else:
                skills[key] = held
        for line in self.ats_candidate_id.own_skill_ids:  # what a person typed counts before what was read
            self._ats_hold_typed(line, skills, languages)
        return skills, languages

    def _ats_hold_typed(self, line, skills, languages):
        """Put a typed line over what the applications say; what it leaves open stays as it was."""
        skill = line.skill_id
        is_language = skill._ats_is_language()
        held = languages if is_language else skills
        key = (skill._ats_language_code() if is_language else "") or skill._ats_key()
        known = held.get(key, Held(_UNKNOWN_LEVEL))
        held[key] = Held(
            float(line.skill_level_id.level_progress) if line.skill_level_id else known.level,
            line.years or known.years,
            line.last_used or known.last_year,
            known.quote,
        )

    def _ats_degree(self, facts):
        """Return the height of the degree, 0..100, and the words that tell it; a typed degree comes first."""
        typed = self.filtered("type_id")[-1:].type_id
        if typed:
            return typed.score * 100, typed.name
        heights = []
        for entry in facts.get("education") or ():
            words = " ".join(part for part in (entry["title"], entry["area"]) if part)
            level = degree_level(words)
            if level is not None:
                heights.append((float(level), words))
        return max(heights, default=(None, ""))


def _spoken(facts):
    """Return the languages that the résumé lists; a level that is not told counts as good."""
    return {
        fact["detail"]: Held(_UNKNOWN_LEVEL, quote=fact["span"]["quote"])
        for fact in facts.get("languages") or ()
        if fact["detail"]
    }


def _titles(work, year):
    """Return the words of the titles; those of long ago count less."""
    titles = {}
    for entry in work:
        end = entry["end"][:4]
        ago = 0 if entry["end"] == "present" else year - int(end) if end.isdigit() else _RECENT_YEARS + 1
        level = 100.0 if ago <= _RECENT_YEARS else 80.0 if ago <= _OLD_YEARS else 60.0
        for word in title_words(entry["title"] or ""):
            if word not in titles or titles[word].level < level:
                titles[word] = Held(level, quote=entry["title"])
    return titles


def _phrases(facts, work):
    """Return titles and the skills that the catalogue does not know, in the person's own words."""
    found = {}
    for name in (*(entry["title"] for entry in work), *(skill["name"] for skill in facts.get("listed_skills") or ())):
        if name and tidy(name) and len(found) < _MOST_PHRASES:
            found.setdefault(tidy(name), Held(quote=name))
    return found


def _text(facts):
    """Return the words about the work: titles, duties, skills, subjects; no name, no employer, no school, no place."""
    pieces = []
    for entry in facts.get("work") or ():
        pieces += [entry["title"], entry["description"]]
    for entry in facts.get("education") or ():
        pieces += [entry["title"], entry["area"]]
    pieces += [skill["name"] for skill in (*(facts.get("skills") or ()), *(facts.get("listed_skills") or ()))]
    return "\n".join(piece for piece in pieces if piece)
