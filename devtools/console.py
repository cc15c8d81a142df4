"""What the developer sees: progress lines with elapsed seconds, and failures that say what to do."""

import sys
import time
from contextlib import contextmanager

STARTED = time.monotonic()

FAILED = 1
USAGE = 2
SYSTEM_PACKAGE = 20
ODOO_SOURCE = 21
PYTHON_PACKAGES = 22
DATABASE = 23
ODOO = 24
PORT = 25
CACHE = 26
NODE_PACKAGES = 27


class Failure(Exception):
    """Ends the command. The message closes with a sentence that says what to do."""

    def __init__(self, message, code=FAILED):
        super().__init__(message)
        self.code = code


def say(message):
    elapsed = time.monotonic() - STARTED
    print(f"[{elapsed:6.1f} s] {message}", file=sys.stderr, flush=True)


@contextmanager
def step(message):
    say(f"{message} ...")
    begun = time.monotonic()
    yield
    say(f"{message}: done in {time.monotonic() - begun:.1f} s")
