"""The workshop that a server process keeps: the next document finds it open."""

import os
import threading

from .extraction import Extraction, Limits, extract
from .workshop import Workshop

_at_work = threading.Lock()
_kept: dict[int, Workshop] = {}  # by process: a forked one begins with its own


def extract_in_workshop(data: bytes, *, kind: str, limits: Limits = Limits()) -> Extraction:  # noqa: B008 (frozen)
    """Do what `extraction.extract` does, without starting Python for each document.

    Who comes while another thread is being served does not wait: its document has a child of its own.
    """
    if not _at_work.acquire(blocking=False):
        return extract(data, kind=kind, limits=limits)
    try:
        workshop = _kept.get(os.getpid())
        if workshop is None:
            workshop = _kept[os.getpid()] = Workshop()
        workshop.limits = limits
        return workshop.extract(data, kind=kind)
    finally:
        _at_work.release()
