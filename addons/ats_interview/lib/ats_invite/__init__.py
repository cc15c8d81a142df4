"""Invitations to a meeting as iCalendar objects (RFC 5545) for mail (RFC 5546, iTIP)."""

from .invitation import Invitation, Person, cancel, request

__all__ = ["Invitation", "Person", "cancel", "request"]
