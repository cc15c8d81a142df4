"""The child process: limits first, then one document in on stdin, its text out on stdout.

Run as ``python -m ats_extract.child``. It opens no file for writing and starts no process.
"""

import base64
import json
import os
import resource
import signal
import sys

from .reading import Reader
from .sheet import Sheet, add_rows


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
    os.nice(10)


def _out_of_time(_number, _frame) -> None:
    raise OutOfTime


def _read_pdf(request: dict, data: bytes, sheet: Sheet) -> None:
    from . import pdf  # noqa: PLC0415 (after the limits)

    reader = Reader()
    try:
        for page in pdf.pdf_lines(data, request["pages"], reader):
            sheet.pages.append([round(page.width, 1), round(page.height, 1)])
            for reason, words in page.hidden:
                sheet.hide(reason, words)
    finally:
        add_rows(sheet, reader.rows())  # also of the pages before a failure
    if not sheet.pages:
        raise ValueError("no page")


def _read(request: dict, data: bytes, sheet: Sheet) -> None:
    kind = request["kind"]
    if kind == "pdf":
        _read_pdf(request, data, sheet)
    elif kind in ("docx", "odt"):
        from . import office  # noqa: PLC0415 (after the limits)

        (office.docx_text if kind == "docx" else office.odt_text)(data, sheet)
    elif kind == "rtf":
        from . import rich_text  # noqa: PLC0415 (after the limits)

        sheet.plain(rich_text.rtf_text(data, sheet))
    elif kind == "html":
        from . import markup  # noqa: PLC0415 (after the limits)

        markup.html_text(data, sheet)
    else:
        from . import plain  # noqa: PLC0415 (after the limits)

        sheet.plain(plain.decode(data))


def _outcome(request: dict, data: bytes, sheet: Sheet) -> dict:
    try:
        _read(request, data, sheet)
        state, detail = "done", ""
    except OutOfTime:
        state, detail = "timed_out", "cpu"
    except MemoryError:
        state, detail = "too_large", "memory"
    except RecursionError:
        state, detail = "damaged", "recursion"
    except BaseException as error:  # refusals of the PDF reader are no Exceptions on purpose
        state = getattr(error, "reason", "damaged")
        detail = type(error).__name__
    return {"state": state, "detail": detail or ("hidden_text" if sheet.hidden else "")}


def answer(request: dict, data: bytes) -> dict:
    """Return state, text, looks of its lines, number of pages and detail of one document."""
    from .plain import clean_text, has_words  # noqa: PLC0415 (after the limits)

    sheet = Sheet(request["chars"])
    outcome = _outcome(request, data, sheet)
    text = sheet.text.rstrip() if sheet.lines else clean_text(sheet.text, request["chars"])
    if has_words(text):
        if outcome["state"] == "damaged":
            outcome["state"] = "done"  # part of it could be read; `detail` says what went wrong
    elif outcome["state"] == "done":
        outcome["state"] = "no_text"
    pages = len(sheet.pages) or int(bool(text))
    return {**outcome, "text": text, "pages": pages, "layout": sheet.as_dict()}


def work(message: bytes) -> bytes:
    """Set the limits that the first line of a message names, then answer for its document."""
    head, _, rest = message.partition(b"\n")
    wanted = json.loads(head)
    _limit(wanted)
    body = json.loads(rest)
    return json.dumps(_said(wanted, base64.b64decode(body.pop("data")))).encode()


def _said(wanted: dict, data: bytes) -> dict:
    return shown(data, wanted["pictures"]) if wanted.get("pictures") else answer(wanted, data)


def shown(data: bytes, pages: int) -> dict:
    """Return the pictures of the pages of a scanned document."""
    from . import pictures  # noqa: PLC0415 (after the limits)

    try:
        found = pictures.pictures(data, pages)
    except BaseException as error:  # as in `_outcome`: whatever a broken file does, the page has no picture
        return {"pictures": [], "detail": type(error).__name__}
    return {"pictures": [base64.b64encode(image).decode() for image in found]}


def main() -> None:
    """Read the request, set the limits, answer."""
    wanted = json.loads(sys.stdin.buffer.readline(4096))
    _limit(wanted)
    body = json.loads(sys.stdin.buffer.read())
    data = base64.b64decode(body.pop("data"))
    sys.stdout.write(json.dumps(_said(wanted, data)))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
