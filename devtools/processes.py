"""Running other programs: quietly with the end of their output on failure, or handed through to the terminal."""

import os
import subprocess

from .console import FAILED, Failure
from .settings import inside_cache

TAIL_LINES = 25


def run(command, *, otherwise, code=FAILED, env=None, cwd=None, log=None, given=""):
    """Run quietly and return the output; on failure raise `otherwise`, the sentence that says what to do.

    `given` is what the program reads from its standard input.
    """
    try:
        done = subprocess.run(
            [str(part) for part in command],
            env=merged(env),
            cwd=cwd,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except OSError as error:
        raise Failure(f"{command[0]} could not be started: {error}. {otherwise}", code) from error
    if log:
        log.write_text(done.stdout)
    if done.returncode:
        raise Failure(f"{tail(done.stdout)}\n{command[0]} ended with code {done.returncode}. {otherwise}", code)
    return done.stdout


def show(command, *, env=None, cwd=None, output=None):
    """Run with the terminal's own input and output, or with an open file for what it prints; returns the exit code."""
    command = [str(part) for part in command]
    return subprocess.run(command, env=merged(env), cwd=cwd, stdout=output, stderr=output).returncode


def answers(command):
    """The output of a question to a program; empty if it is missing or fails."""
    try:
        return subprocess.run(
            [str(part) for part in command], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def merged(env):
    """The environment of this process with changes; a value of None removes the name.

    Compiled Python goes into the cache: Odoo starts faster, and the repository stays clean.
    """
    compiled = {"PYTHONDONTWRITEBYTECODE": None, "PYTHONPYCACHEPREFIX": inside_cache("pycache")}
    result = {**os.environ, **compiled, **(env or {})}
    return {name: str(value) for name, value in result.items() if value is not None}


def tail(text):
    return "\n".join(text.splitlines()[-TAIL_LINES:])
