"""The invitation is read back by vobject, which knows nothing of our writer."""

from datetime import datetime, timedelta, timezone

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from ats_invite import Invitation, Person, cancel, request
from ats_invite.content_line import fold, text, uri

START = datetime(2026, 11, 24, 9, 0)


def invitation(**changes):
    values = {
        "uid": "5f2c@ats.example.com",
        "sequence": 0,
        "stamp": datetime(2026, 11, 22, 8, 30),
        "start": START,
        "stop": START + timedelta(hours=1),
        "summary": "Interview: Python Developer",
        "organizer": Person("Rita Recruiter", "rita@example.com"),
        "attendee": Person("Ana López", "ana@example.com"),
        **changes,
    }
    return Invitation(**values)


def parse(octets):
    calendars = list(vobject.readComponents(octets.decode()))
    assert len(calendars) == 1
    assert len(calendars[0].vevent_list) == 1
    return calendars[0]


def test_request_says_who_when_and_what():
    calendar = parse(request(invitation(location="5th floor", url="https://meet.example.com/a?b=c")))
    event = calendar.vevent
    assert calendar.method.value == "REQUEST"
    assert event.uid.value == "5f2c@ats.example.com"
    assert event.sequence.value == "0"
    assert event.dtstart.value == START.replace(tzinfo=timezone.utc)
    assert event.dtend.value == (START + timedelta(hours=1)).replace(tzinfo=timezone.utc)
    assert event.dtstamp.value == datetime(2026, 11, 22, 8, 30, tzinfo=timezone.utc)
    assert event.organizer.value == "mailto:rita@example.com"
    assert event.attendee.value == "mailto:ana@example.com"
    assert event.attendee.params["CN"] == ["Ana López"]
    assert event.attendee.params["PARTSTAT"] == ["NEEDS-ACTION"]
    assert event.location.value == "5th floor"
    assert event.url.value == "https://meet.example.com/a?b=c"
    assert event.status.value == "CONFIRMED"


def test_cancel_keeps_the_identity():
    calendar = parse(cancel(invitation(sequence=2)))
    assert calendar.method.value == "CANCEL"
    assert calendar.vevent.status.value == "CANCELLED"
    assert calendar.vevent.uid.value == "5f2c@ats.example.com"
    assert calendar.vevent.sequence.value == "2"


def test_aware_moments_become_utc():
    paris_winter = timezone(timedelta(hours=1))
    start = datetime(2026, 11, 24, 10, 0, tzinfo=paris_winter)
    octets = request(invitation(start=start, stop=start + timedelta(minutes=30)))
    assert b"\r\nDTSTART:20261124T090000Z\r\n" in octets


def test_empty_optional_values_are_left_out():
    octets = request(invitation())
    for name in (b"LOCATION", b"DESCRIPTION", b"URL"):
        assert b"\r\n" + name not in octets


INJECTION = "x\r\nEND:VEVENT\nBEGIN:VALARM\rATTENDEE:mailto:evil@example.com\u2028X:1\x0bY:2"


@pytest.mark.parametrize("field", ["summary", "location", "description", "uid"])
def test_a054_typed_line_breaks_begin_no_property(field):
    calendar = parse(request(invitation(**{field: INJECTION})))
    event = calendar.vevent
    assert [attendee.value for attendee in event.attendee_list] == ["mailto:ana@example.com"]
    assert not list(event.components())
    assert "x" not in event.contents and "y" not in event.contents


def test_a054_a_name_cannot_leave_its_quotes():
    person = Person('Eve";RSVP=FALSE:mailto:evil@example.com\r\nX:1', "eve@example.com")
    event = parse(request(invitation(attendee=person))).vevent
    assert event.attendee.value == "mailto:eve@example.com"
    assert event.attendee.params["RSVP"] == ["TRUE"]
    assert "x" not in event.contents


@pytest.mark.parametrize("email", ["", "no at", "a@b\r\nX:1", "a@b c", "<a@b>", "a@b;c", "a@b,c@d"])
def test_what_is_no_address_is_refused(email):
    with pytest.raises(ValueError):
        request(invitation(attendee=Person("A", email)))


def test_plus_addresses_stay():
    event = parse(request(invitation(attendee=Person("A", "ana+jobs@example.com")))).vevent
    assert event.attendee.value == "mailto:ana+jobs@example.com"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "meet", "https://", "https://a\r\nX:1", "http://[bad"])
def test_only_web_addresses_are_links(url):
    assert uri(url) == ""


def test_a_meeting_ends_after_it_starts():
    with pytest.raises(ValueError):
        request(invitation(stop=START))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
@example("a" * 300)
@example("é" * 150)
@example("x" * 66 + "\N{GRINNING FACE}" * 40)
def test_folded_lines_are_short_whole_and_come_back(value):
    octets = fold("SUMMARY:" + text(value))
    lines = octets.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode()
    assert octets[:-2].replace(b"\r\n ", b"").decode() == "SUMMARY:" + text(value)


PRINTABLE = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200)


@given(PRINTABLE, PRINTABLE, PRINTABLE)
def test_texts_survive_the_way_to_the_reader(summary, location, description):
    event = parse(request(invitation(summary=summary, location=location, description=description))).vevent
    assert event.summary.value == summary
    assert getattr(event, "location", None) is None or event.location.value == location
    assert getattr(event, "description", None) is None or event.description.value == description


@given(st.text())
def test_a054_whatever_is_typed_there_is_one_meeting(value):
    calendar = parse(request(invitation(summary=value, description=value, location=value)))
    assert set(calendar.contents) == {"version", "prodid", "calscale", "method", "vevent"}
