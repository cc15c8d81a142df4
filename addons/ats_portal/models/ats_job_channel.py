import hashlib
import secrets
from collections import namedtuple
from datetime import timezone

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import consteq

from ..lib.ats_feeds import FEEDS, Feed

BOARDS = [
    ("indeed", "Indeed (XML)"),
    ("linkedin", "LinkedIn (XML)"),
    ("rss", "RSS"),
    ("json", "JSON Feed"),
    ("link", "Tracked links only"),
]
SUFFIXES = {"indeed": "xml", "linkedin": "xml", "rss": "xml", "json": "json"}
Answer = namedtuple("Answer", ["body", "content_type", "count"])


class AtsJobChannel(models.Model):
    """One way on which people hear of our jobs: a board that fetches our postings at an address of
    its own, or a place where we put links ourselves (a poster, a newsletter, a post).

    The address carries a key of which only a hash is kept. Links inside the feed carry a public
    code: who comes by one and applies has this channel's source, medium and campaign.
    """

    _name = "ats.job.channel"
    _description = "Job Board"
    _order = "name, id"

    name = fields.Char(required=True)
    board = fields.Selection(BOARDS, "Format", required=True, default="indeed")
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", required=True, default=lambda self: self.env.company, index=True)
    website_id = fields.Many2one("website", help="Empty: the postings of every website of the company.")
    source_id = fields.Many2one("utm.source", "Source of Applications", required=True, ondelete="restrict")
    medium_id = fields.Many2one("utm.medium", ondelete="restrict", index="btree_not_null")
    campaign_id = fields.Many2one("utm.campaign", ondelete="set null", index="btree_not_null")
    careers_url = fields.Char("Link to All Jobs", compute="_compute_careers_url")
    code = fields.Char(readonly=True, copy=False, help="Stands in the links of the feed.")
    token_hash = fields.Char(readonly=True, copy=False, groups="base.group_system")
    has_token = fields.Boolean("Has an Address", compute="_compute_has_token")
    fetch_ids = fields.One2many("ats.job.channel.fetch", "channel_id", "Fetches", readonly=True)
    last_fetch_at = fields.Datetime("Last Fetched", readonly=True, copy=False)
    last_fetch_count = fields.Integer("Postings Then", readonly=True, copy=False)

    _code_uniq = models.UniqueIndex("(code)", "This code is taken.")
    _token_uniq = models.UniqueIndex("(token_hash) WHERE token_hash IS NOT NULL", "This key is taken.")

    @api.depends("token_hash")
    def _compute_has_token(self):
        for channel in self:
            channel.has_token = bool(channel.sudo().token_hash)

    @api.depends("code", "website_id")
    def _compute_careers_url(self):
        for channel in self:
            channel.careers_url = f"{channel._base_url()}/jobs?c={channel.code}" if channel.code else False

    def _job_url(self, job):
        """Return the tracked address of a job's page on this channel."""
        self.ensure_one()
        return f"{self._base_url()}{job.website_url}?c={self.code}"

    def _utm_vals(self):
        """Return source, medium and campaign of an application through this channel; empty when there is none."""
        return {name: self[name].id for name in ("source_id", "medium_id", "campaign_id") if self and self[name]}

    @api.model_create_multi
    def create(self, vals_list):
        mixin = self.env["utm.mixin"].sudo()
        for vals in vals_list:
            vals["code"] = secrets.token_hex(5)
            if not vals.get("source_id"):
                vals["source_id"] = mixin._find_or_create_record("utm.source", vals["name"]).id
        return super().create(vals_list)

    def action_new_address(self):
        """Make a new address for the robot, show it once, and end the one before."""
        self.ensure_one()
        self.check_access("write")
        if self.board == "link":
            raise UserError(self.env._("This channel has no feed. Copy its links instead."))
        raw = secrets.token_urlsafe(32)
        self.sudo().token_hash = self._hash(raw)
        # The dialog is never saved: the address stands in no table.
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Address of the Feed"),
            "res_model": "ats.job.channel.address",
            "view_mode": "form",
            "target": "new",
            "context": {"default_url": self._feed_url(raw)},
        }

    @api.model
    def _hash(self, raw):
        return hashlib.sha256(raw.encode()).hexdigest()

    def _base_url(self):
        return (self.website_id or self.env["website"].sudo().search([], limit=1)).get_base_url()

    def _feed_url(self, raw):
        return f"{self._base_url()}/jobs/feed/{raw}.{SUFFIXES[self.board]}"

    @api.model
    def _of_token(self, raw):
        """Return the elevated channel of a feed's key, or none."""
        digest = self._hash(raw or "")
        channel_sudo = self.sudo().search([("token_hash", "=", digest)], limit=1)
        known = channel_sudo and channel_sudo.board != "link" and consteq(channel_sudo.token_hash, digest)
        return channel_sudo if known else channel_sudo.browse()

    @api.model
    def _of_code(self, code):
        """Return the elevated channel whose links carry ``code``, or none."""
        known = isinstance(code, str) and code.isalnum() and len(code) == 10
        return self.sudo().search([("code", "=", code)], limit=1) if known else self.sudo()

    # ------------------------------------------------------------
    # The feed
    # ------------------------------------------------------------

    def _feed(self):
        """Return the feed of all postings that are public now, and only those.

        :rtype: Answer
        """
        self.ensure_one()
        postings = self._postings()
        write, content_type = FEEDS[self.board]
        return Answer(write(self._head(postings), postings), content_type, len(postings))

    def _head(self, postings):
        """The moment of the feed is that of its last change, so that robots see when nothing is new."""
        base_url = self._base_url()
        built = max([self.create_date, *(posting.updated for posting in postings)])
        return Feed(
            title=self.env._("Jobs at %s", self.company_id.name),
            publisher=self.company_id.name,
            home_url=f"{base_url}/jobs",
            feed_url=f"{base_url}/jobs/feed",
            built=built.replace(tzinfo=timezone.utc),
            language=(self.env.lang or "en_US").replace("_", "-"),
            source=self.company_id.name,
        )

    def _postings(self):
        base_url = self._base_url()
        jobs_sudo = self.env["hr.job"].sudo().search(self._jobs_domain(), order="id")
        jobs_sudo.mapped("ats_post_ids")
        return [
            job._ats_posting(post, base_url=base_url, query=f"?c={self.code}")
            for job in jobs_sudo
            if job._ats_careers_state() == "open"
            for post in job.ats_post_ids
        ]

    def _jobs_domain(self):
        """Published, open, of this company, and not confidential."""
        domain = self.env["hr.job"]._ats_advertised_domain() & Domain("company_id", "in", [False, *self.company_id.ids])
        domain &= Domain("ats_job_state", "=", "open") & Domain("active", "=", True)
        return domain & self.website_id.website_domain() if self.website_id else domain

    def _log_fetch(self, answer, *, agent, status):
        """Write down that a robot came and what it was given."""
        self.ensure_one()
        now = fields.Datetime.now()
        self.write({"last_fetch_at": now, "last_fetch_count": answer.count})
        self.fetch_ids.create(
            {
                "channel_id": self.id,
                "fetched_at": now,
                "agent": (agent or "")[:200],
                "count": answer.count,
                "size": len(answer.body),
                "status": status,
            }
        )
