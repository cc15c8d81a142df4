from urllib.parse import urlsplit

from odoo import api, fields, models
from odoo.exceptions import ValidationError


class AtsCandidateLink(models.Model):
    """A page of the person on the web, besides LinkedIn."""

    _name = "ats.candidate.link"
    _description = "Link of a Candidate"
    _order = "kind, id"
    _rec_name = "url"

    candidate_id = fields.Many2one("ats.candidate", required=True, ondelete="cascade", index=True)
    kind = fields.Selection(
        [
            ("site", "Own site"),
            ("portfolio", "Portfolio"),
            ("code", "Code"),
            ("network", "Network"),
            ("publication", "Publication"),
            ("other", "Other"),
        ],
        required=True,
        default="site",
    )
    url = fields.Char("Address", required=True)

    _url_uniq = models.UniqueIndex("(candidate_id, url)", "This link is in the list already.")

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._with_scheme(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._with_scheme(vals))

    @api.model
    def _with_scheme(self, vals):
        """People type ``github.com/ana``; what has another scheme is refused below."""
        url = (vals.get("url") or "").strip()
        if not url:
            return vals
        return {**vals, "url": with_scheme(url)}

    @api.constrains("url")
    def _check_url(self):
        """A click on it must open a page and nothing else."""
        for link in self:
            if not is_web_address(link.url):
                raise ValidationError(self.env._("“%s” is no address of a page on the web.", link.url))


def is_web_address(url):
    """Tell whether a text is an absolute address that begins with http or https."""
    try:
        parts = urlsplit(url or "")
        _port = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(map(str.isspace, url))


def with_scheme(url):
    """Return ``https://github.com/ana`` for ``github.com/ana``; what has a scheme stays."""
    return url if ":" in url.partition("/")[0] else f"https://{url}"
