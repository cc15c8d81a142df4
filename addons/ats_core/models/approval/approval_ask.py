from datetime import timedelta

from odoo import api, fields, models

ACTIVITY = "ats_core.mail_activity_approval"
KEPT_QUIET = {"mail_activity_quick_update": True, "mail_create_nosubscribe": True}


class AtsApprovalApprover(models.Model):
    """Telling people that their decision is wanted: bell and mail, once, and reminders."""

    _inherit = "ats.approval.approver"

    def _ask(self):
        """Tell the approver and today's stand-ins, each of them once."""
        delegates = self.env["ats.approval.delegate"]
        for row in self:
            people = row.user_id | delegates._stand_ins(row.user_id)
            new = people - row.told_user_ids - people.browse(row.approval_id._barred())
            if not row.asked_at:
                row._write_by_verb({"asked_at": fields.Datetime.now()})
            for user in new:
                row._remind_in_bell(user)
                row._mail(user, "ats_core.mail_template_approval_asked")
            if new:
                row._write_by_verb({"told_user_ids": [fields.Command.link(user.id) for user in new]})

    def _bell_record(self, user):
        """Where the to-do is put: on the document if the user may see it, else on the request."""
        document = self.approval_id._document()
        return document if document.with_user(user).has_access("read") else self

    def _remind_in_bell(self, user):
        record = self._bell_record(user).sudo().with_context(lang=user.lang, **KEPT_QUIET)
        record.activity_schedule(
            ACTIVITY,
            user_id=user.id,
            # Today: what lies in the future is not counted in the bell.
            date_deadline=fields.Date.context_today(record),
            summary=record.env._("Approve: %s", self.approval_id.name),
            ats_approver_id=self.id,
        )

    def _mail(self, user, template):
        """Put one mail into the queue. Its stored body has an address without a key."""
        if not user.email or self.env.context.get("ats_approval_no_mail"):
            return
        template_sudo = self.env.ref(template).sudo().with_context(lang=user.lang, ats_reader=user.id)
        template_sudo.send_mail(
            self.id,
            email_values={"email_to": user.email_formatted, "recipient_ids": [], "auto_delete": True},
            email_layout_xmlid="mail.mail_notification_light",
        )

    def _reader_name(self):
        """Who a mail is for; a stand-in reads in whose place."""
        reader = self.env["res.users"].browse(self.env.context.get("ats_reader") or self.user_id.id)
        return reader.name

    def _reader_stands_in(self):
        return self.env.context.get("ats_reader", self.user_id.id) != self.user_id.id

    def _decision_url(self):
        """The confirming page; a stored mail tells no key, and pay stands behind the page."""
        self.ensure_one()
        return f"{self.get_base_url()}/ats/approval/{self.id}"

    def _stop_asking(self):
        """Take back the to-dos and close the links of requests that nobody has to answer."""
        rows = self.filtered("told_user_ids")
        self.env["mail.activity"].sudo().search([("ats_approver_id", "in", rows.ids)]).unlink()
        self.env["ats.approval.link"].sudo().search([("approver_id", "in", rows.ids)]).unlink()
        rows._write_by_verb({"told_user_ids": [fields.Command.clear()]})

    # Reminders -----------------------------------------------------------------------------

    @api.model
    def _reminder_domain(self, company):
        before = fields.Datetime.now() - timedelta(days=company.ats_approval_reminder_days)
        return [
            ("state", "=", "open"),
            ("approval_id.company_id", "=", company.id),
            ("asked_at", "<=", before),
            "|",
            ("reminded_at", "=", False),
            ("reminded_at", "<=", before),
        ]

    @api.model
    def _cron_remind(self, limit=500):
        """Mail again who has not decided for some days, and tell stand-ins of absences that began."""
        cron = self.env["ir.cron"]
        self.search([("state", "=", "open")])._ask()
        for company in self.env["res.company"].search([("ats_approval_reminder_days", ">", 0)]):
            due = self.search(self._reminder_domain(company), order="asked_at", limit=limit)
            cron._commit_progress(remaining=len(due))
            for row in due:
                row._write_by_verb({"reminded_at": fields.Datetime.now()})
                for user in row.told_user_ids:
                    row._mail(user, "ats_core.mail_template_approval_reminder")
                if not cron._commit_progress(1):
                    return
