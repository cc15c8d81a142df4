"""Run as ``python -m ats_resume [--jsonl] FILE…``."""

import sys

from .cli import main

sys.exit(main(sys.argv[1:]))
