import secrets

from odoo import api, fields, models
from odoo.exceptions import AccessError

# No letters that look alike; 10 of 31 are 49 bits, and guessing finds nothing but a public job.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
CODE_LENGTH = 10


def new_code():
    """Return a short code for an address; it says nothing about anybody."""
    return "".join(secrets.choice(ALPHABET) for _place in range(CODE_LENGTH))


class AtsReferralLink(models.Model):
    """The share link of one colleague for one job."""

    _name = "ats.referral.link"
    _description = "Share Link of a Colleague"
    _order = "id desc"
    _rec_name = "job_id"

    user_id = fields.Many2one("res.users", "Colleague", required=True, readonly=True, ondelete="cascade", index=True)
    job_id = fields.Many2one("hr.job", required=True, readonly=True, ondelete="cascade", index=True)
    company_id = fields.Many2one("res.company", readonly=True, index=True)
    code = fields.Char(required=True, readonly=True, copy=False)
    revoked_at = fields.Datetime("Switched Off", readonly=True, copy=False)
    url = fields.Char("Your Link", compute="_compute_url")

    _code_uniq = models.UniqueIndex("(code)", "This code is taken.")
    _one_uniq = models.UniqueIndex("(user_id, job_id) WHERE revoked_at IS NULL", "There is a link for this job.")

    @api.depends("code")
    def _compute_url(self):
        for link in self:
            link.url = f"{link.job_id.get_base_url()}/jobs/r/{link.code}" if link.code else False

    @api.model
    def _of(self, user, job):
        """Return the elevated link of a colleague for a job, made when there is none."""
        links_sudo = self.sudo()
        mine = links_sudo.search([("user_id", "=", user.id), ("job_id", "=", job.id), ("revoked_at", "=", False)])
        return mine or links_sudo.create(
            {
                "user_id": user.id,
                "job_id": job.id,
                "company_id": (job.company_id or user.company_id).id,
                "code": new_code(),
            }
        )

    @api.model
    def _of_code(self, code):
        """Return the elevated link of a code that works now, or none."""
        known = isinstance(code, str) and len(code) == CODE_LENGTH and set(code) <= set(ALPHABET)
        return self.sudo().search([("code", "=", code), ("revoked_at", "=", False)]) if known else self.sudo()

    def _is_live(self):
        """Tell whether a touch of the link may still be credited."""
        self.ensure_one()
        return not self.revoked_at and self.user_id.active

    def action_revoke(self):
        """Switch the links off; sharing the job again makes a new one."""
        self.check_access("read")
        if any(link.user_id != self.env.user for link in self) and not self._is_administrator():
            raise AccessError(self.env._("Only whose link it is switches it off."))
        self.sudo().filtered(lambda link: not link.revoked_at).revoked_at = fields.Datetime.now()

    def _is_administrator(self):
        return self.env.su or self.env.user.has_group("hr_recruitment.group_hr_recruitment_manager")

    def action_invite(self):
        """Open the dialog to write to one person about the job."""
        self.ensure_one()
        return self.job_id.action_ats_refer()
