from datetime import timedelta

from odoo import fields, models
from odoo.tools import SQL

from ..message.mail_gate import OWN_ACCOUNT

EVENT = "message.offered"


class AtsCandidate(models.Model):
    """How often we write to one person on our own account, over all sequences and alerts."""

    _inherit = "ats.candidate"

    ats_own_mail_at = fields.Datetime("Last Written to on Our Own Account", readonly=True, copy=False)

    def _ats_own_mail_from(self):
        """Return from which moment on a further mail on our own account may go to the person.

        :return: UTC; None when one may go now
        """
        self.ensure_one()
        company_sudo = self.sudo().company_id
        limit, days = company_sudo.ats_own_mail_limit, timedelta(days=company_sudo.ats_own_mail_days)
        if not limit:
            return None
        events = self.env["ats.event"].sudo()
        earlier = events.search_fetch(
            [
                ("type", "=", EVENT),
                ("candidate_id", "in", self._ats_and_merged().ids),
                ("occurred_at", ">", fields.Datetime.now() - days),
            ],
            ["occurred_at"],
            order="occurred_at desc, id desc",
            limit=limit,
        )
        return earlier[-1].occurred_at + days if len(earlier) == limit else None

    def _ats_and_merged(self):
        """Return the person and the records that became part of it: the journal knows them by their old ids."""
        found = frontier = self.sudo().with_context(active_test=False)
        while frontier := found.search([("merged_into_id", "in", frontier.ids)]) - found:
            found |= frontier
        return found


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def _ats_queue_mail(self, template, *, kind=None, **options):
        mails = super()._ats_queue_mail(template, kind=kind, **options)
        if mails and kind in OWN_ACCOUNT:
            self._ats_note_own_mail(kind)
        return mails

    def _ats_note_own_mail(self, kind):
        """Write down that mails on our own account were queued.

        The person's row changes with it: of two that write to one person at once the second fails and looks again,
        so nobody gets one more than the limit.
        """
        people_sudo = self.sudo().ats_candidate_id
        query = "UPDATE ats_candidate SET ats_own_mail_at = %s WHERE id IN %s"
        self.env.cr.execute(SQL(query, fields.Datetime.now(), tuple(people_sudo.ids) or (None,)))
        people_sudo.invalidate_recordset(["ats_own_mail_at"], flush=False)
        self.env["ats.event"]._record_many(
            [
                {"type": EVENT, "candidate": one.sudo().ats_candidate_id, "res": one, "payload": {"kind": kind}}
                for one in self
                if one.sudo().ats_candidate_id
            ]
        )
