"""Keeps private keys out of the server's own access log (the reverse proxy has one as well)."""

import logging
import re

KEY = re.compile(r"(/my/application/open\?[^\s\"]*?\bkey=)[^&\s\"]+")


class WithoutKeys(logging.Filter):
    """Replaces the key of a private link in what is about to be logged; drops no record."""

    def filter(self, record):
        if "key=" in (message := record.getMessage()):
            record.msg, record.args = KEY.sub(r"\1…", message), ()
        return True


def keep_keys_out():
    """Install the filter once on the logger of requests."""
    logger = logging.getLogger("werkzeug")
    if not any(isinstance(known, WithoutKeys) for known in logger.filters):
        logger.addFilter(WithoutKeys())
