"""Placeholders of mails: which there are, and a watch on each while the text is rendered."""

from .watching import Placeholder, path_of, watch_html, watch_line

__all__ = ["Placeholder", "path_of", "watch_html", "watch_line"]
