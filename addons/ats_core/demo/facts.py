"""What colleagues typed about some of the demo people: notes with their readers, skills, links."""

from datetime import timedelta

NOTES = [
    (
        "recruiter",
        "readers",
        "Met at the fair in Ghent: clear about what they want, starts in two months at the earliest.",
    ),
    ("recruiter", "recruiters", "Expects about ten per cent more than today."),
    ("interviewer", "readers", "Explained a hard problem so that everybody in the room understood it."),
    ("recruiter", "author", "Ask Milan whether they worked together."),
    ("recruiter2", "readers", "Would rather work four days a week."),
]
LINKS = [("code", "https://code.example.com/{slug}"), ("portfolio", "https://{slug}.example.net/work")]


def type_facts(clock, house, candidates):
    """Let colleagues write down what they learned in talks, over the last weeks.

    :param candidates: ``ats.candidate`` records, those who interest most first
    """
    env, now = house.env, house.today
    for number, person in enumerate(candidates):
        clock.set(now - timedelta(days=3 * number + 1, hours=number % 5))
        login, visibility, words = NOTES[number % len(NOTES)]
        env["ats.candidate.note"].with_user(house.users[login]).sudo().create(
            {"candidate_id": person.id, "body": f"<p>{words}</p>", "visibility": visibility}
        )
        kind, url = LINKS[number % len(LINKS)]
        slug = "".join(letter for letter in person.name.lower() if letter.isascii() and letter.isalpha())
        env["ats.candidate.link"].create({"candidate_id": person.id, "kind": kind, "url": url.format(slug=slug)})
        _type_skill(env, person, number)


def _type_skill(env, person, number):
    """One skill of the applications, known better after a talk."""
    line = person.application_ids.applicant_skill_ids.sorted("id")[:1]
    if line:
        levels = line.skill_type_id.skill_level_ids.sorted("level_progress")
        env["ats.candidate.skill"].create(
            {
                "candidate_id": person.id,
                "skill_id": line.skill_id.id,
                "skill_level_id": levels[-2:-1].id or line.skill_level_id.id,
                "years": 2 + number % 6,
                "last_used": env.cr.now().year,
            }
        )
