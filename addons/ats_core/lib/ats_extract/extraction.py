"""The text of a document, read in a child process that cannot hurt the server."""

import base64
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from . import ocr

_LIB = str(Path(__file__).resolve().parent.parent)
_READABLE = ("pdf", "docx", "odt", "rtf", "html", "txt")
_IMAGES = ("png", "jpg")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one extraction may cost."""

    data_bytes: int = 10 * 1024 * 1024
    memory_bytes: int = 512 * 1024 * 1024
    cpu_seconds: int = 10
    wall_seconds: float = 15.0
    pages: int = 30
    text_chars: int = 200_000
    plain_bytes: int = 1024 * 1024
    ocr_pages: int = 0  # how many scanned pages tesseract reads, where it is installed
    ocr_seconds: int = 20  # for each page


@dataclass(frozen=True, slots=True)
class Extraction:
    """The outcome: one of done, no_text, encrypted, damaged, too_large, timed_out, unsupported.

    A timed out document may carry the text of the pages that were read in time. `layout` holds
    the sizes of the `pages`, the place and looks of the `lines` of the text (`sheet.Look`) and
    what is `hidden` in the file, as ``[reason, words]``. `cpu` is what a workshop's child used.
    """

    state: str
    text: str = ""
    pages: int = 0
    seconds: float = 0.0
    detail: str = ""
    layout: dict = field(default_factory=dict)
    cpu: float = 0.0


def extract(data: bytes, *, kind: str, limits: Limits = Limits()) -> Extraction:  # noqa: B008 (frozen)
    """Return the text of a document of a kind that `sniff` accepted; never raises for a bad file.

    `kind` is a `Kind` or its code.
    """
    code = getattr(kind, "code", kind)
    refused = refusal(data, code, limits)
    if refused is not None:
        return with_ocr(refused, data, code, limits)
    start = time.monotonic()
    answer = _ask_child(data, code, limits)
    return with_ocr(Extraction(seconds=round(time.monotonic() - start, 3), **answer), data, code, limits)


def with_ocr(outcome: Extraction, data: bytes, code: str, limits: Limits) -> Extraction:
    """Return the outcome, for pages without text with the words that tesseract finds; `detail` says ``ocr``."""
    wanted = outcome.state == "no_text" and limits.ocr_pages and code in ("pdf", *_IMAGES)
    if not wanted or not ocr.languages():
        return outcome
    if code == "pdf":
        images = _ask_child(data, code, limits, pictures=limits.ocr_pages).get("pictures") or ()
        images = [base64.b64decode(image) for image in images]
    else:
        images = [data] if len(data) <= limits.data_bytes else []
    text = ocr.recognised(images, seconds=limits.ocr_seconds, chars=limits.text_chars)
    return replace(outcome, state="done", text=text, detail="ocr", layout={}) if text else outcome


def refusal(data: bytes, code: str, limits: Limits) -> Extraction | None:
    """Return the outcome of what needs no child, None for a document to be read."""
    if code in _IMAGES:
        return Extraction("no_text", detail="image")
    if code not in _READABLE:
        return Extraction("unsupported")
    if not data:
        return Extraction("no_text" if code == "txt" else "damaged", detail="empty")
    if len(data) > limits.data_bytes and code != "txt":
        return Extraction("too_large", detail="bytes")
    return None


def _ask_child(data: bytes, code: str, limits: Limits, *, pictures: int = 0) -> dict:
    with tempfile.TemporaryDirectory(prefix="ats_extract_") as folder:
        process = subprocess.Popen(
            [sys.executable, "-B", "-m", "ats_extract.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment(folder),
            start_new_session=True,
        )
        try:
            output, _errors = process.communicate(request(data, code, limits, pictures=pictures), limits.wall_seconds)
        except subprocess.TimeoutExpired:
            return {"state": "timed_out", "detail": "wall"}
        finally:
            kill_group(process)
    return outcome_of(process.returncode, output)


def request(data: bytes, code: str, limits: Limits, *, pictures: int = 0) -> bytes:
    """Return the message to a child: limits on the first line, then the document."""
    if code == "txt":
        data = data[: limits.plain_bytes]
    head = {
        "kind": code,
        "cpu": limits.cpu_seconds,
        "memory": limits.memory_bytes,
        "pages": limits.pages,
        "chars": limits.text_chars,
        "pictures": pictures,
    }
    body = {"data": base64.b64encode(data).decode()}
    return json.dumps(head).encode() + b"\n" + json.dumps(body).encode()


def environment(folder: str) -> dict[str, str]:
    """Return a bare environment: nothing of the server's secrets reaches the child."""
    paths = [_LIB, *(path for path in sys.path if os.path.isabs(path) and os.path.isdir(path))]
    return {
        "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)),
        "PATH": os.defpath,
        "HOME": folder,
        "TMPDIR": folder,
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
    }


def kill_group(process: subprocess.Popen) -> None:
    """Kill the whole process group, then collect the child and close its pipes."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            pipe.close()


def outcome_of(returncode: int, output: bytes) -> dict:
    """Return what a child said, or how it ended when it said nothing."""
    if returncode == -signal.SIGXCPU or returncode == -signal.SIGKILL:
        return {"state": "timed_out", "detail": "cpu"}
    try:
        return json.loads(output)
    except ValueError:
        return {"state": "too_large" if returncode == 1 else "damaged", "detail": "crashed"}
