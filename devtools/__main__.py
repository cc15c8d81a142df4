"""./dev VERB: the table of commands."""

import signal
import sys

from . import verbs
from .console import USAGE, Failure


def main(arguments):
    signal.signal(signal.SIGTERM, _end)
    if not arguments or arguments[0] in ("help", "-h", "--help"):
        print(verbs.help_text())
        return 0
    verb = verbs.VERBS.get(arguments[0])
    if verb is None:
        print(f"There is no command {arguments[0]!r}. Run ./dev help to see them.", file=sys.stderr)
        return USAGE
    try:
        return verb(*arguments[1:]) or 0
    except TypeError as error:
        if verb.__name__ not in str(error):
            raise
        print(f"{error}. Usage: {verbs.usage(arguments[0])}", file=sys.stderr)
        return USAGE
    except Failure as failure:
        print(f"\n{failure}", file=sys.stderr)
        return failure.code
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def _end(number, _frame):
    sys.exit(128 + number)


sys.exit(main(sys.argv[1:]))
