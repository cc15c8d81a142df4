"""Words of scanned pages, read by tesseract: an extra that must be installed and asked for.

It gets one picture on its standard input, with limits of its own, and writes no file.
"""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache

from .plain import clean_text, has_words

_MEMORY = 1024 * 1024 * 1024
_WANTED = ("eng", "fra", "deu", "spa", "nld", "por", "ita", "pol")


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the languages that tesseract knows here, nothing when it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return ()
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    known = set(listed.stdout.split())
    return tuple(code for code in _WANTED if code in known)


def recognised(images: list[bytes], *, seconds: int, chars: int) -> str:
    """Return the words in pictures, an empty text when there are none or it takes too long."""
    texts = [_page(image, seconds) for image in images]
    text = clean_text("\n\n".join(texts), chars)
    return text if has_words(text) else ""


def _page(image: bytes, seconds: int) -> str:
    # prlimit (util-linux) sets the limits and becomes tesseract, so no code of ours runs between fork and exec.
    limits = ["prlimit", f"--cpu={seconds}:{seconds + 1}", f"--as={_MEMORY}", "--fsize=0", "--core=0"]
    command = [*limits, shutil.which("tesseract") or "tesseract", "stdin", "stdout", "-l", "+".join(languages())]
    try:
        done = subprocess.run(
            command,
            input=image,
            capture_output=True,
            check=False,
            timeout=2 * seconds,
            env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if not done.returncode else ""
