from urllib.parse import urlsplit

from odoo import api, fields, models

from ..candidate.ats_candidate_link import is_web_address, with_scheme


class AtsCandidate(models.Model):
    """The pages of a person on the web: what was typed, and what the résumé names besides."""

    _inherit = "ats.candidate"

    linked_pages = fields.Json("Pages on the Web", compute="_compute_linked_pages")

    @api.depends("link_ids.url", "link_ids.kind", "linkedin", "profile")
    @api.depends_context("lang")
    def _compute_linked_pages(self):
        """Dicts with ``url``, ``text`` (the site, the kind) and ``is_read`` (named in the résumé)."""
        for person in self:
            person.linked_pages = person._linked_pages()

    def _linked_pages(self):
        kinds = dict(self.env["ats.candidate.link"]._fields["kind"]._description_selection(self.env))
        pages = {
            _same(link.url): {"url": link.url, "text": _site(link.url), "title": kinds[link.kind], "is_read": False}
            for link in self.link_ids
        }
        for url in self._read_addresses():
            if is_web_address(url) and _same(url) != _same(self.linkedin):
                read = {"url": url, "text": _site(url), "title": self.env._("Read from the résumé"), "is_read": True}
                pages.setdefault(_same(url), read)
        return list(pages.values())

    def _read_addresses(self):
        """Return the addresses that the profile of the résumé names; people write them without https, too."""
        basics = (self.profile or {}).get("basics") or {}
        named = [basics.get("url"), *(entry.get("url") for entry in basics.get("profiles") or ())]
        return [with_scheme(url) for url in named if url]


def _same(url):
    """Return what makes two addresses the same page."""
    return (url or "").casefold().partition("://")[2].removeprefix("www.").rstrip("/") or (url or "").casefold()


def _site(url):
    """Return the address as people say it: without scheme and ``www``."""
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}"
