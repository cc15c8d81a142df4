from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

from .ats_referral_link import ALPHABET, CODE_LENGTH

# How long an invitation waits for its answer; then the typed name and address go.
INVITATION_DAYS = 30


class AtsReferral(models.Model):
    """A colleague recommended us to somebody.

    Either an application that came through a share link, or a person whom the colleague named.
    That person is asked by mail and applies themselves or not; until then only the colleague who
    typed the name sees it, and no candidate is made of it.
    """

    _name = "ats.referral"
    _description = "Recommendation by a Colleague"
    _order = "id desc"
    _rec_name = "user_id"

    user_id = fields.Many2one(
        "res.users", "Recommended by", required=True, readonly=True, ondelete="cascade", index=True
    )
    job_id = fields.Many2one("hr.job", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one("res.company", readonly=True, index=True)
    kind = fields.Selection(
        [("link", "Share link"), ("invitation", "Named by the colleague")], "Came By", required=True, readonly=True
    )
    link_id = fields.Many2one("ats.referral.link", readonly=True, ondelete="set null", index="btree_not_null")
    code = fields.Char(readonly=True, copy=False, groups=fields.NO_ACCESS)
    name = fields.Char("Name as Typed", readonly=True)
    email = fields.Char("Address as Typed", readonly=True, groups=fields.NO_ACCESS)
    mailed_at = fields.Datetime(readonly=True, groups=fields.NO_ACCESS)
    state = fields.Selection(
        [("invited", "Asked, no answer yet"), ("applied", "Applied"), ("ended", "Did not apply")],
        required=True,
        readonly=True,
    )
    applicant_id = fields.Many2one(
        "hr.applicant",
        "Application",
        readonly=True,
        ondelete="set null",
        index="btree_not_null",
        groups="hr_recruitment.group_hr_recruitment_interviewer",
    )
    touched_at = fields.Datetime("Link Opened", readonly=True)
    applied_at = fields.Datetime("Applied", readonly=True)
    who = fields.Char(compute="_compute_who")
    status = fields.Selection(
        [
            ("invited", "Asked, no answer yet"),
            ("ended", "Did not apply"),
            ("received", "Received"),
            ("in_review", "In review"),
            ("interview", "Interview"),
            ("decision", "Decision"),
            ("offer", "Offer"),
            ("hired", "Hired"),
            ("not_selected", "Not selected"),
            ("withdrawn", "Withdrawn"),
        ],
        "How Far",
        compute="_compute_status",
        compute_sudo=True,
        help="What the candidate may know as well; nothing more.",
    )

    _code_uniq = models.UniqueIndex("(code) WHERE code IS NOT NULL", "This code is taken.")
    _applicant_uniq = models.UniqueIndex(
        "(applicant_id) WHERE applicant_id IS NOT NULL", "This application has been credited already."
    )
    _waiting_idx = models.Index("(create_date) WHERE state = 'invited'")

    @api.depends("name", "kind")
    def _compute_who(self):
        words = {"link": self.env._("Through the share link"), "invitation": self.env._("Name removed")}
        for referral in self:
            referral.who = referral.name or words.get(referral.kind)

    @api.depends("state", "applicant_id.ats_public_status")
    def _compute_status(self):
        """The stage-level word that the candidate sees too, never the stage or a reason."""
        for referral in self:
            applicant = referral.applicant_id.with_context(active_test=False)
            referral.status = applicant.ats_public_status if applicant else referral._status_without_application()

    def _status_without_application(self):
        # The application went with its person, or none was made.
        return "invited" if self.state == "invited" else "ended"

    # ------------------------------------------------------------
    # People who were named
    # ------------------------------------------------------------

    @api.model
    def _of_code(self, code):
        """Return the elevated invitation of a code that waits for its answer, or none."""
        known = isinstance(code, str) and len(code) == CODE_LENGTH and set(code) <= set(ALPHABET)
        return self.sudo().search([("code", "=", code), ("state", "=", "invited")]) if known else self.sudo()

    def _invitation_url(self):
        """Return the page on which the named person decides; the code opens nothing private."""
        self.ensure_one()
        return f"{self.job_id.get_base_url()}/jobs/invited/{self.sudo().code}"

    def _first_name(self):
        return (self.name or "").split(" ")[0]

    def _is_live(self):
        self.ensure_one()
        return self.state == "invited" and self.user_id.active

    def _decline(self, *, stop=False):
        """The person does not want it: what was typed goes at once.

        :param bool stop: no colleague's recommendation is mailed to the address any more
        """
        self.ensure_one()
        if stop:
            self.env["ats.message.preference"]._stop(self.sudo().email, "referral", self.company_id or self.env.company)
        self._forget()

    def _forget(self):
        """Clear what a colleague typed about people who did not apply."""
        self.sudo().write({"name": False, "email": False, "code": False, "state": "ended"})

    def action_take_back(self):
        """The colleague takes the own invitation back."""
        self.check_access("read")
        mine = self.filtered(lambda referral: referral.user_id == self.env.user and referral.state == "invited")
        mine._forget()

    @api.model
    def _cron_forget_invitations(self, limit=500):
        """Forget people who have not answered, in portions that survive an interruption."""
        before = fields.Datetime.now() - timedelta(days=INVITATION_DAYS)
        domain = Domain("state", "=", "invited") & Domain("create_date", "<", before)
        self.env["ir.cron"]._commit_progress(remaining=self.sudo().search_count(domain))
        while waiting := self.sudo().search(domain, limit=limit):
            waiting._forget()
            if not self.env["ir.cron"]._commit_progress(len(waiting)):
                break
