"""One meeting, one invited person: what goes into a REQUEST and into a CANCEL."""

from dataclasses import dataclass
from datetime import datetime

from .content_line import address, fold, parameter, text, uri, utc

PRODUCT = "-//Odoo ATS//Interviews//EN"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an address."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """A meeting as the invited person may know it.

    ``uid`` stays the same for the life of the meeting and ``sequence`` grows with each message
    about it. Naive moments are UTC.
    """

    uid: str
    sequence: int
    stamp: datetime
    start: datetime
    stop: datetime
    summary: str
    organizer: Person
    attendee: Person
    description: str = ""
    location: str = ""
    url: str = ""


def request(invitation: Invitation) -> bytes:
    """Return the calendar object that invites, or moves a meeting already known."""
    return _calendar("REQUEST", "CONFIRMED", invitation)


def cancel(invitation: Invitation) -> bytes:
    """Return the calendar object that takes the meeting out of the reader's calendar."""
    return _calendar("CANCEL", "CANCELLED", invitation)


def _calendar(method: str, status: str, invitation: Invitation) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        *_event(status, invitation),
        "END:VCALENDAR",
    ]
    return b"".join(fold(line) for line in lines)


def _event(status: str, invitation: Invitation) -> list[str]:
    if invitation.stop <= invitation.start:
        raise ValueError("A meeting ends after it starts.")
    optional = [
        ("LOCATION", text(invitation.location)),
        ("DESCRIPTION", text(invitation.description)),
        ("URL", uri(invitation.url)),
    ]
    return [
        "BEGIN:VEVENT",
        f"UID:{text(invitation.uid)}",
        f"SEQUENCE:{invitation.sequence:d}",
        f"DTSTAMP:{utc(invitation.stamp)}",
        f"DTSTART:{utc(invitation.start)}",
        f"DTEND:{utc(invitation.stop)}",
        f"SUMMARY:{text(invitation.summary)}",
        _organizer(invitation.organizer),
        _attendee(invitation.attendee),
        *(f"{name}:{value}" for name, value in optional if value),
        f"STATUS:{status}",
        "CLASS:PRIVATE",
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ]


def _organizer(person: Person) -> str:
    return f"ORGANIZER;CN={parameter(person.name or person.email)}:{address(person.email)}"


def _attendee(person: Person) -> str:
    role = "CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
    name = parameter(person.name or person.email)
    return f"ATTENDEE;{role};CN={name}:{address(person.email)}"
