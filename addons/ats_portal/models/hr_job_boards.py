from odoo import fields, models

from ..lib.ats_feeds import lint

BOARD_NAMES = {
    "google": "Google",
    "indeed": "Indeed",
    "linkedin": "LinkedIn",
    "rss": "RSS",
    "json": "JSON Feed",
}


class HrJob(models.Model):
    """What each job board would refuse, told before the job is published."""

    _inherit = "hr.job"

    ats_board_check = fields.Html(compute="_compute_ats_board_check", sanitize=False, groups="base.group_user")
    ats_board_errors = fields.Integer("Board Objections", compute="_compute_ats_board_check", groups="base.group_user")

    def _compute_ats_board_check(self):
        """Not stored and not triggered: the form asks for it each time it is opened or saved."""
        for job in self:
            boards = job._ats_board_findings() if job.id else []
            job.ats_board_errors = sum(board["errors"] > 0 for board in boards)
            job.ats_board_check = self.env["ir.qweb"]._render(
                "ats_portal.job_board_check",
                {"boards": boards, "job": job, "links": job._ats_tracked_links() if job.id else []},
                raise_if_not_found=False,
            )

    def _ats_tracked_links(self):
        """Return the job's address on each channel of the company: dicts with ``name`` and ``url``."""
        self.ensure_one()
        channels_sudo = self.env["ats.job.channel"].sudo().search([("company_id", "=", self.sudo().company_id.id)])
        return [{"name": channel.name, "url": channel._job_url(self)} for channel in channels_sudo]

    def _ats_board_findings(self):
        """Return what each board says about the job's postings.

        :return: list of dicts with ``name``, ``errors`` (number), ``findings`` (dicts with
            ``level`` and ``text``), ``channels`` (elevated ``ats.job.channel``)
        """
        self.ensure_one()
        job_sudo = self.sudo()
        found = dict.fromkeys(
            finding for post in job_sudo.ats_post_ids or [None] for finding in lint(self._ats_posting(post))
        )
        channels_sudo = self.env["ats.job.channel"].sudo().search([("company_id", "=", job_sudo.company_id.id)])
        return [
            {
                "name": name,
                "errors": sum(each.board == board and each.level == "error" for each in found),
                "findings": [
                    {"level": each.level, "text": self._ats_finding_text(each)} for each in found if each.board == board
                ],
                "channels": channels_sudo.filtered(lambda channel, board=board: channel.board == board),
            }
            for board, name in BOARD_NAMES.items()
        ]

    def _ats_finding_text(self, finding):
        """Return a finding in words that say what to do."""
        texts = {**self._ats_text_findings(), **self._ats_fact_findings()}
        return texts.get((finding.field, finding.code)) or texts[finding.field, "required"]

    def _ats_text_findings(self):
        return {
            ("title", "required"): self.env._("Give the job a title."),
            ("title", "too_long"): self.env._("The title is longer than 200 characters."),
            ("title", "company"): self.env._("Take the company's name out of the title."),
            ("title", "contact"): self.env._("Take addresses and links out of the title."),
            ("title", "pay"): self.env._("Take the pay out of the title; fill in the pay range instead."),
            ("title", "shouting"): self.env._("Write the title plainly: no capitals throughout, no “!”, no “urgent”."),
            ("description", "required"): self.env._("Write a description on the job's page."),
            ("description", "sample"): self.env._("The page still has Odoo's sample text. Write your own."),
            ("description", "same_as_title"): self.env._("The description only repeats the title."),
            ("description", "too_short"): self.env._("The description has fewer than 100 characters."),
            ("description", "too_long"): self.env._("The description has more than 25,000 characters."),
            ("url", "required"): self.env._("Set the address of the website, with https, in the settings."),
            ("url", "www"): self.env._("The website's address does not start with https://www."),
            ("reference", "required"): self.env._("The reference number is too long."),
        }

    def _ats_fact_findings(self):
        return {
            ("company", "required"): self.env._("The company has no name."),
            ("place", "required"): self.env._("Choose where the work is: city and country."),
            ("place", "country"): self.env._("The place has no country. Complete the work address."),
            ("place", "city"): self.env._("The place has no city. Complete the work address."),
            ("place", "region"): self.env._("The place has no state or region."),
            ("employment_type", "recommended"): self.env._("Choose under “Advertised As” what kind of job it is."),
            ("employment_type", "unknown_here"): self.env._("“Other” is no kind of job here; it is left out."),
            ("pay", "recommended"): self.env._("No pay is shown. Jobs that show it are shown to more people."),
            ("closes", "recommended"): self.env._("No closing date. Search engines then trust the job less."),
            ("email", "verification"): self.env._(
                "The recruiter has no e-mail; it is asked for when the account is checked."
            ),
            ("email", "poster"): self.env._("The recruiter has no e-mail; it is required here."),
        }
