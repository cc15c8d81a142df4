"""Who acts for whom while somebody is away."""


def stand_ins(person, absences):
    """Return those who may act for a person, that person excluded.

    A delegate who is away as well is stood in for in turn; a circle ends where it began.

    :param absences: ``{absent person: iterable of delegates}`` of the day in question
    :rtype: frozenset
    """
    found, waiting = set(), [person]
    while waiting:
        for delegate in absences.get(waiting.pop(), ()):
            if delegate not in found and delegate != person:
                found.add(delegate)
                waiting.append(delegate)
    return frozenset(found)


def acting_for(person, absences):
    """Return those for whom a person may act today, including that person."""
    return frozenset([person, *(absent for absent in absences if person in stand_ins(absent, absences))])
