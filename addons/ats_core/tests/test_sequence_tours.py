from odoo.tests import HttpCase, tagged

from .common import AtsMixin
from .sequence_common import SequenceMixin

ANSWER = """From: Lea Silver <lea@example.org>
To: catchall.ats@jobs.example
Subject: Re: Hello
Message-ID: <answer@example.org>
In-Reply-To: {parent}
References: {parent}

Yes, call me.
"""


@tagged("post_install", "-at_install")
class TestSequenceTours(SequenceMixin, AtsMixin, HttpCase):
    def test_from_the_pool_into_a_sequence_and_out_by_an_answer(self):
        self.env["mail.alias.domain"].create(
            {
                "name": "jobs.example",
                "bounce_alias": "bounce.ats",
                "catchall_alias": "catchall.ats",
                "company_ids": [(6, 0, self.env.companies.ids)],
            }
        )
        self.sequence.write({"hour_from": 0, "hour_to": 24, "send_days": "all"})
        self.talent()
        self.talent("Bo Quiet", "bo@example.org", agrees=False)
        self.start_tour("/odoo/sequences", "ats_core_pool_to_sequence", login="ats_recruiter")
        self.env.invalidate_all()
        self.assertEqual(self.sequence.state, "running")
        [row] = self.sequence.enrolment_ids
        self.assertEqual(row.candidate_id.name, "Lea Silver")
        self.turn()
        parent = row.send_ids.sudo().mail_message_id.message_id
        self.env["mail.thread"].sudo().message_process("hr.applicant", ANSWER.format(parent=parent))
        self.env.flush_all()
        self.start_tour("/odoo/people-in-sequences", "ats_core_sequence_answered", login="ats_recruiter")
