from odoo import api, models

OPEN_PAGES = ("home", "offer", "messages", "data")


class HrApplicant(models.Model):
    """Who may open the candidate's page, and the ways in."""

    _inherit = "hr.applicant"

    @api.model
    def _ats_redeem(self, applicant_id, raw):
        """Return the elevated link for a key that opens this application now, else empty."""
        link_sudo = self.env["ats.access.link"]._redeem(raw)
        if link_sudo.applicant_id.id != applicant_id:
            return link_sudo.browse()
        self.env["ats.event"]._record("link.opened", applicant=link_sudo.applicant_id)
        return link_sudo

    def _ats_is_open_to(self, user, link_ids):
        """Tell whether a visitor may see this application.

        :param user: who is logged in, the public user if nobody is
        :param link_ids: ids of the private links that the visitor's session has redeemed
        """
        self.ensure_one()
        if not self.job_id or not self.ats_candidate_id:
            return False
        if not user._is_public() and user.partner_id == self.ats_candidate_id.partner_id:
            return True
        links_sudo = self.env["ats.access.link"].sudo().browse(link_ids).exists()
        return any(
            link.applicant_id == self or link.applicant_id in self._ats_proven_siblings()
            for link in links_sudo
            if link._is_valid()
        )

    def _ats_proven_siblings(self):
        """Return the other applications that the same proven address has sent."""
        self.ensure_one()
        if not self.ats_address_proven or not self.email_normalized:
            return self.browse()
        return self.with_context(active_test=False).search(
            [
                ("id", "!=", self.id),
                ("ats_candidate_id", "=", self.ats_candidate_id.id),
                ("email_normalized", "=", self.email_normalized),
                ("ats_address_proven", "=", True),
                ("ats_duplicate_of_id", "=", False),
                ("job_id", "!=", False),
            ]
        )

    def _ats_send_private_link(self, page="home"):
        """Mail a fresh private link to the application's own address; silent when there is none."""
        for applicant in self.filtered("job_id"):
            template_sudo = self.env.ref("ats_portal.mail_template_private_link").sudo()
            applicant._ats_mail(template_sudo.with_context(ats_page=page if page in OPEN_PAGES else "home"))

    def _ats_page_path(self, page="home"):
        """Return the local address behind a link.

        Hook: rooms that have a page of their own (a booking, an interview) answer for theirs.
        """
        self.ensure_one()
        if page == "offer":
            offers = self.env["ats.offer"].search([("applicant_id", "=", self.id)])
            if newest := offers.filtered(lambda offer: offer._ats_is_public())[:1]:
                return newest._ats_page_path()
        if page in ("messages", "data"):
            return f"/my/application/{self.id}/{page}"
        return f"/my/application/{self.id}"

    def _ats_withdraw_from_page(self, reason):
        """Withdraw because the candidate confirmed it on the own page; again changes nothing."""
        self.ensure_one()
        words = " ".join((reason or "").split())[:500]
        if self.ats_state == "ongoing":
            self._ats_withdraw(words or None)

    def _ats_unsubscribe(self, kind):
        """Stop mails of a kind; the agreement they rested on is taken back with it. The link may have
        come to the address of this application or to the person's own."""
        self.ensure_one()
        person = self.ats_candidate_id
        for address in {self.email_normalized, person.email_normalized}:
            self.env["ats.message.preference"]._stop(address, kind, self._ats_company())
        person._ats_withdraw_consent(kind)
