"""A sequence of two mails and a to-do, and people who agreed to hear from us."""

from contextlib import nullcontext
from datetime import datetime

from freezegun import freeze_time
from psycopg2.extras import Json

from odoo import Command

# A Tuesday, eleven o'clock in Brussels.
TUESDAY = datetime(2026, 3, 3, 10)


class SequenceMixin:
    """Fixtures for TransactionCase and HttpCase alike."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.company.resource_calendar_id.tz = "Europe/Brussels"
        cls.pool = cls.env["hr.talent.pool"].create({"name": "Silver medallists"})
        cls.hello, cls.news = cls.env["mail.template"].create(
            [
                {
                    "name": name,
                    "model_id": cls.env["ir.model"]._get_id("hr.applicant"),
                    "subject": f"{name} {{{{ object.partner_name }}}}",
                    "body_html": "<p>Hello <t t-out='object.partner_name'/>, <a href='https://jobs.example/x?a=1&amp;b=2'>"
                    "look</a></p>",
                }
                for name in ("Hello", "News")
            ]
        )
        cls.call = cls.env.ref("mail.mail_activity_data_call")
        cls.sequence = cls.make_sequence()

    @classmethod
    def make_sequence(cls, **values):
        return (
            cls.env["ats.sequence"]
            .with_user(cls.recruiter)
            .create(
                {
                    "name": "Keep in touch",
                    "pool_id": cls.pool.id,
                    "user_id": cls.recruiter.id,
                    "step_ids": [
                        Command.create({"sequence": 1, "delay_days": 0, "template_id": cls.hello.id}),
                        Command.create({"sequence": 2, "delay_days": 3, "template_id": cls.news.id}),
                        Command.create(
                            {
                                "sequence": 3,
                                "delay_days": 5,
                                "kind": "activity",
                                "activity_type_id": cls.call.id,
                                "activity_summary": "Call",
                            }
                        ),
                    ],
                    **values,
                }
            )
        )

    def talent(self, name="Lea Silver", email="lea@example.org", *, agrees=True, pool=True, tz=None):
        """Make a person of the pool."""
        person = self.env["ats.candidate"].create({"name": name, "email": email})
        if pool:
            row = person._pool_add(self.pool)
            row.ats_tz = tz
        if agrees:
            person._ats_give_consent("talent_pool", text_version="1", proof={})
        return person.with_user(self.recruiter)

    def enrol(self, people, sequence=None, **options):
        return (sequence or self.sequence)._enrol(people, **options)[0]

    def turn(self, moment=None):
        """Let the scheduled action run, at a moment (UTC)."""
        self.env.flush_all()
        with freeze_time(moment) if moment else nullcontext(), self.enter_registry_test_mode():
            self.env.ref("ats_core.ir_cron_sequence_run").sudo().method_direct_trigger()
        self.env.invalidate_all()

    def break_template(self, template, expression="object.nothing_there"):
        """Make a mail that cannot be written, which Odoo would refuse to save."""
        self.env.flush_all()
        body = Json({"en_US": f"<p t-out='{expression}'/>"})
        self.env.cr.execute("UPDATE mail_template SET body_html = %s WHERE id = %s", [body, template.id])
        self.env.invalidate_all()

    def mails(self, subject="Hello"):
        return self.env["mail.mail"].sudo().search([("subject", "like", f"{subject}%")])
