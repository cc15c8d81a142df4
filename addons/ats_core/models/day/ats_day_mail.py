import pytz

from odoo import api, fields, models

from .ats_day import INTERVIEWER

FIRST_HOUR = 7
SATURDAY = 5
ROWS = 5


class AtsDay(models.AbstractModel):
    """The same list as a mail in the morning of the reader's zone, to those who want it."""

    _inherit = "ats.day"

    @api.model
    def set_morning_mail(self, wanted):
        """Switch the user's own morning mail on or off."""
        self._ats_day_check()
        self.env.user.ats_day_mail = bool(wanted)

    @api.model
    def _cron_morning(self, limit=200):
        """Mail everybody whose morning has come. Each mail is saved at once, so an interrupted run
        goes on where it stopped and mails nobody twice."""
        users = self._ats_day_readers().filtered(lambda user: self._ats_day_is_due(user))
        self.env["ir.cron"]._commit_progress(remaining=len(users))
        for user in users[:limit]:
            self.with_user(user).with_context(lang=user.lang, tz=user.tz)._ats_day_send()
            user.ats_day_mailed_on = self._ats_day_today(user)
            if not self.env["ir.cron"]._commit_progress(1):
                break

    @api.model
    def _ats_day_readers(self):
        group = self.env.ref(INTERVIEWER)
        return self.env["res.users"].search(
            [
                ("all_group_ids", "in", group.id),
                ("share", "=", False),
                ("ats_day_mail", "=", True),
                ("email", "!=", False),
            ]
        )

    @api.model
    def _ats_day_is_due(self, user):
        now = pytz.utc.localize(fields.Datetime.now()).astimezone(pytz.timezone(user.tz or "UTC"))
        return now.weekday() < SATURDAY and now.hour >= FIRST_HOUR and user.ats_day_mailed_on != now.date()

    @api.model
    def _ats_day_today(self, user):
        return pytz.utc.localize(fields.Datetime.now()).astimezone(pytz.timezone(user.tz or "UTC")).date()

    def _ats_day_send(self):
        """Write the user's mail, if anything waits."""
        day = self._ats_day(page=ROWS)
        if not day["total"]:
            return
        user = self.env.user
        body = self.env["ir.qweb"]._render(
            "ats_core.day_mail", {"day": day, "user": user, "url": f"{user.get_base_url()}/odoo/my-day"}
        )
        self.env["mail.mail"].sudo().create(
            {
                "subject": self._ats_day_subject(day),
                "body_html": body,
                "email_to": user.email_formatted,
                "email_from": user.company_id.email_formatted or user.email_formatted,
                "auto_delete": True,
            }
        )

    def _ats_day_subject(self, day):
        if day["late"]:
            return self.env._("Your day: %(total)s things, %(late)s late", total=day["total"], late=day["late"])
        return self.env._("Your day: %s things", day["total"])
