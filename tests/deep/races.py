"""What races share: committed rows, requests that are processes of their own, runners that get killed."""

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import traceback
import uuid
from contextlib import contextmanager
from typing import ClassVar

from odoo import SUPERUSER_ID, api, models, sql_db
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tests import BaseCase, get_db_name
from odoo.tools import config

SEED = int(os.environ.get("ATS_DEEP_SEED", "20261122"))
# Closures of a test travel into the processes as they are; nothing is imported or loaded anew.
PROCESSES = multiprocessing.get_context("fork")
RUNNER = """
import time
from psycopg2.errors import OperationalError
print("ready", flush=True)
while True:
    try:
        {work}
        env.cr.commit()
    except OperationalError:
        env.cr.rollback()
    env.invalidate_all()
    time.sleep(0.02)
"""


class RaceCase(BaseCase):
    """Rows are committed, because only committed rows race; the database is the test's own."""

    context: ClassVar[dict] = {"tracking_disable": True}

    def setUp(self):
        super().setUp()
        self.registry = Registry(get_db_name())
        self.random = random.Random(SEED)
        self.mark = uuid.uuid4().hex[:8]

    def address(self, name):
        """An address that no other race has left in the database."""
        return f"{name}.{self.mark}@race.example"

    @contextmanager
    def committed(self):
        with self.registry.cursor() as cr:
            yield api.Environment(cr, SUPERUSER_ID, self.context)
            cr.commit()

    def at_once(self, works, *, again=True, within=300):
        """Run each work in an operating system process and a PostgreSQL connection of its own; all start together.

        :param works: functions of an environment; what they return goes through a pipe, records as their ids
        :param bool again: repeat on conflicts, as requests are
        :param int within: seconds
        :return: for each work, in its order, what it returned or the ``UserError`` that told why not
        """
        barrier, racers = PROCESSES.Barrier(len(works)), []
        for work in works:
            ours, theirs = PROCESSES.Pipe(duplex=False)
            process = PROCESSES.Process(target=self._race, args=(work, barrier, theirs, again), daemon=True)
            process.start()
            theirs.close()
            racers.append((process, ours))
        try:
            answers = [ours.recv() if ours.poll(within) else ("nothing within the time", None) for _, ours in racers]
        finally:
            for process, ours in racers:
                process.join(timeout=5)
                process.kill()
                ours.close()
        self.assertFalse([trouble for trouble, *_result in answers if trouble], "every request came to an end")
        backends = {backend for _trouble, _result, backend in answers}
        self.assertEqual(len(backends), len(works), "each has a connection of its own")
        return [result for _trouble, result, _backend in answers]

    def _race(self, work, barrier, pipe, again):
        """In the process of a racer. A connection belongs to the process that opened it, so ours are left alone."""
        sql_db._Pool = sql_db._Pool_readonly = None
        self.registry._db = sql_db.db_connect(get_db_name())
        try:
            with self.registry.cursor() as cr:
                env = api.Environment(cr, SUPERUSER_ID, {})
                backend = cr._cnx.get_backend_pid()
                barrier.wait(timeout=60)
                try:
                    result = retrying(lambda: work(env), env) if again else work(env)
                except UserError as error:
                    cr.rollback()
                    result = error
            pipe.send((None, result.ids if isinstance(result, models.BaseModel) else result, backend))
        except Exception:  # every other end is a finding, shown by the test
            pipe.send((traceback.format_exc(), None, None))

    @contextmanager
    def runners(self, work, count=2):
        """Runners that work side by side; yields the list of their processes, which :meth:`kill_one` changes."""
        runners = [self.runner(work) for _number in range(count)]
        try:
            yield runners
        finally:
            for runner in runners:
                self.kill(runner)

    def runner(self, work):
        """Start a process of Odoo that does the work over and over.

        :param str work: a statement; ``env`` is at hand
        """
        command = [sys.executable, "-m", "odoo", "shell", "-c", config.rcfile, "-d", get_db_name(), "--no-http"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        process.stdin.write(RUNNER.format(work=work).encode())
        process.stdin.close()
        for line in process.stdout:
            if line.strip() == b"ready":
                return process
        raise AssertionError("the runner did not start")

    def kill(self, process):
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)
        process.stdout.close()

    def kill_one(self, runners, work):
        """Kill a runner in the middle and start another in its place."""
        self.kill(runners.pop(self.random.randrange(len(runners))))
        runners.append(self.runner(work))
