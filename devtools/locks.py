"""File locks, so that several shells may use one cache at the same time."""

import fcntl
from contextlib import contextmanager

from .console import say
from .settings import inside_cache


def lock_file(name):
    return open(inside_cache("locks") / f"{name}.lock", "a")  # noqa: SIM115 - the caller keeps it open


@contextmanager
def exclusive(name):
    with lock_file(name) as handle:
        if not grab(handle, fcntl.LOCK_EX):
            say(f"waiting for another command that works on {name}")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def grab(handle, mode):
    """Take the lock if it is free; False if somebody else has it."""
    try:
        fcntl.flock(handle, mode | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
