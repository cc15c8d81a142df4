"""Time travel for the demo: the company lives through its months in order.

Every verb stamps what it does (stage log, events, messages, deadlines, offers) with "now". Instead of
shifting dated rows afterwards, which sealed offers would refuse, the load sets the clock to each moment of
the story and calls the verb there. Dates are relative to today, so the demo never ages.
"""

import contextlib
from datetime import timedelta

from freezegun.api import freeze_time

# Their own time stays real: logs, the database driver, child processes.
REAL_TIME_IN = [
    "logging",
    "psycopg2",
    "subprocess",
    "threading",
    "odoo.sql_db",
    "odoo.netsvc",
    "odoo.addons.ats_core.lib",
]


class Clock:
    """Sets what Python and the transaction call now."""

    def __init__(self, env, frozen):
        self.env, self._frozen = env, frozen

    def set(self, moment):
        """Go to a moment (UTC); what was done before is written with its own time first."""
        self.env.cr.flush()  # with the log of field changes, which is written before a commit
        moment = moment.replace(microsecond=0)
        self._frozen.move_to(moment)
        # The transaction's own timestamp, which create_date and write_date are made of.
        self.env.cr._now = moment

    def later(self, **delta):
        """Go on from the present moment, for instance ``minutes=3``."""
        self.set(self.env.cr.now() + timedelta(**delta))


@contextlib.contextmanager
def time_travel(env):
    """Yield a :class:`Clock`; real time is back at the end, whatever happens."""
    env.cr.flush()
    with freeze_time(env.cr.now(), ignore=REAL_TIME_IN) as frozen:
        try:
            yield Clock(env, frozen)
            env.cr.flush()
        finally:
            env.cr._now = None
