"""The child process: limits first, then one document in on stdin, its text out on stdout.

Run as ``python -m ats_extract.child``. It opens no file for writing and starts no process.
"""

import base64
import json
import os
import resource
import signal
import sys


class OutOfTime(BaseException):
    """The processor time is used up; a BaseException, so that no parser swallows it."""


def _limit(request: dict) -> None:
    cpu = request["cpu"]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_AS, (request["memory"], request["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    signal.signal(signal.SIGXCPU, _out_of_time)
    os.nice(5)


def _out_of_time(_number, _frame) -> None:
    raise OutOfTime


def _read_pdf(request: dict, data: bytes, pages: list[str], notes: set[str]) -> None:
    from . import pdf  # noqa: PLC0415 (after the limits)

    for text in pdf.pdf_pages(data, request["pages"], notes):
        pages.append(text)
        if sum(map(len, pages)) > request["chars"]:
            return
    if not pages:
        raise ValueError("no page")


def _read(request: dict, data: bytes, pages: list[str], notes: set[str]) -> None:
    kind = request["kind"]
    if kind == "pdf":
        _read_pdf(request, data, pages, notes)
    elif kind in ("docx", "odt"):
        from . import office  # noqa: PLC0415 (after the limits)

        pages.append(office.docx_text(data, notes) if kind == "docx" else office.odt_text(data))
    elif kind == "rtf":
        from . import rich_text  # noqa: PLC0415 (after the limits)

        pages.append(rich_text.rtf_text(data))
    else:
        from . import plain  # noqa: PLC0415 (after the limits)

        pages.append(plain.decode(data))


def _outcome(request: dict, data: bytes) -> dict:
    pages: list[str] = []
    notes: set[str] = set()
    try:
        _read(request, data, pages, notes)
        state, detail = "done", ",".join(sorted(notes))
    except OutOfTime:
        state, detail = "timed_out", "cpu"
    except MemoryError:
        state, detail = "too_large", "memory"
    except RecursionError:
        state, detail = "damaged", "recursion"
    except BaseException as error:  # refusals of the PDF reader are no Exceptions on purpose
        state = getattr(error, "reason", "damaged")
        detail = type(error).__name__
    return {"state": state, "pages": pages, "detail": detail}


def answer(request: dict, data: bytes) -> dict:
    """Return state, text, number of pages and detail of one document."""
    from .plain import clean_text, has_words  # noqa: PLC0415 (after the limits)

    outcome = _outcome(request, data)
    pages = outcome.pop("pages")
    text = clean_text("\n".join(pages), request["chars"])
    if has_words(text):
        if outcome["state"] == "damaged":
            outcome["state"] = "done"  # part of it could be read; `detail` says what went wrong
    elif outcome["state"] == "done":
        outcome["state"] = "no_text"
    return {**outcome, "text": text, "pages": len(pages)}


def main() -> None:
    """Read the request, set the limits, answer."""
    header = sys.stdin.buffer.readline(4096)
    request = json.loads(header)
    _limit(request)
    body = json.loads(sys.stdin.buffer.read())
    data = base64.b64decode(body.pop("data"))
    sys.stdout.write(json.dumps(answer(request, data)))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
