"""Many documents in a row: one prepared process forks a limited child for each of them.

Starting Python and loading pdfminer costs more than reading a résumé; a fork costs next to nothing. The prepared
process opens no document itself, and ends when nothing has come for a while.
"""

from __future__ import annotations

import json
import os
import select
import signal
import struct
import subprocess
import sys
import tempfile
import time

from .extraction import Extraction, Limits, environment, kill_group, outcome_of, refusal, request, with_ocr

_HEAD = struct.Struct(">I")


class Workshop:
    """Reads documents one after the other; use it as a context manager."""

    def __init__(self, limits: Limits = Limits(), *, idle_seconds: float = 60):  # noqa: B008 (frozen)
        self.limits = limits
        self.idle_seconds = idle_seconds
        self._process: subprocess.Popen | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="ats_extract_")

    def __enter__(self) -> Workshop:
        """Return the workshop; its process starts with the first document."""
        return self

    def __exit__(self, *_error) -> None:
        """Stop the process."""
        self._stop()
        self._folder.cleanup()

    def extract(self, data: bytes, *, kind: str) -> Extraction:
        """Do what `extraction.extract` does."""
        code = getattr(kind, "code", kind)
        refused = refusal(data, code, self.limits)
        if refused is not None:
            return with_ocr(refused, data, code, self.limits)
        start = time.monotonic()
        answer = self._ask(request(data, code, self.limits))
        return with_ocr(Extraction(seconds=round(time.monotonic() - start, 3), **answer), data, code, self.limits)

    def _ask(self, body: bytes) -> dict:
        for _try in range(2):
            process = self._started()
            try:
                return self._answer(process, body)
            except TimeoutError:
                self._stop()
                return {"state": "timed_out", "detail": "wall"}
            except (OSError, EOFError):
                if not self._had_gone_home():
                    break
        return {"state": "damaged", "detail": "crashed"}

    def _answer(self, process: subprocess.Popen, body: bytes) -> dict:
        process.stdin.write(_HEAD.pack(len(body)) + body)
        process.stdin.flush()
        deadline = time.monotonic() + self.limits.wall_seconds
        size = _HEAD.unpack(self._read(_HEAD.size, deadline))[0]
        status, cpu, output = json.loads(self._read(size, deadline))
        return {**outcome_of(status, output.encode()), "cpu": cpu}

    def _had_gone_home(self) -> bool:
        """Tell whether the process ended for want of work, just as this document came."""
        process = self._process
        try:
            ended_well = process.wait(1) == 0
        except subprocess.TimeoutExpired:
            ended_well = False
        self._stop()
        return ended_well

    def _read(self, size: int, deadline: float) -> bytes:
        stream, parts = self._process.stdout.fileno(), b""
        while len(parts) < size:
            ready, _writable, _failed = select.select([stream], [], [], max(deadline - time.monotonic(), 0))
            if not ready:
                raise TimeoutError
            chunk = os.read(stream, size - len(parts))
            if not chunk:
                raise EOFError
            parts += chunk
        return parts

    def _started(self) -> subprocess.Popen:
        if self._process is not None and self._process.poll() is not None:
            self._stop()
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-B", "-m", "ats_extract.workshop", str(self.idle_seconds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._folder.name,
                env=environment(self._folder.name),
                start_new_session=True,
            )
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            kill_group(self._process)
            self._process = None


def _serve(idle_seconds: float) -> None:
    """Fork a child for each request on stdin and pass on its answer, until stdin ends or nothing comes."""
    import chardet  # noqa: F401, PLC0415

    from . import child, markup, office, pdf, plain, rich_text  # noqa: F401, PLC0415 (loaded once, before any document)

    stream = sys.stdin.buffer.raw
    while select.select([stream], [], [], idle_seconds)[0] and (head := _exactly(stream, _HEAD.size)):
        body = _exactly(stream, _HEAD.unpack(head)[0])
        reading, writing = os.pipe()
        pid = os.fork()
        if not pid:
            _be_child(child, reading, writing, body)
        os.close(writing)
        with os.fdopen(reading, "rb") as said:
            output = said.read()
        _pid, status, used = os.wait4(pid, 0)
        cpu = round(used.ru_utime + used.ru_stime, 3)
        answer = json.dumps([os.waitstatus_to_exitcode(status), cpu, output.decode("utf-8", "replace")]).encode()
        sys.stdout.buffer.write(_HEAD.pack(len(answer)) + answer)
        sys.stdout.buffer.flush()


def _exactly(stream, size: int) -> bytes:
    """Return that many bytes, or none where the stream ends before; unbuffered, so that `select` tells the truth."""
    parts = b""
    while len(parts) < size:
        chunk = stream.read(size - len(parts))
        if not chunk:
            return b""
        parts += chunk
    return parts


def _be_child(child, reading: int, writing: int, body: bytes) -> None:
    """Be the child: limits, one document, its answer into the pipe, end."""
    status = 1
    try:
        os.close(reading)
        output = child.work(body)
        while output:
            output = output[os.write(writing, output) :]
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _serve(float(sys.argv[1]))
