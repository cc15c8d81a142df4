from datetime import timedelta
from unittest.mock import patch

from psycopg2.errors import CheckViolation, UniqueViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from odoo.addons.base.models.ir_cron import IrCron

from .common import AtsCase
from .requisition_common import RequisitionMixin


@tagged("post_install", "-at_install")
class TestApproval(RequisitionMixin, AtsCase):
    def money(self, needed=2):
        return ("Finance", needed, self.finance | self.finance_2 | self.finance_3)

    def line(self):
        return ("Line", 1, self.line_manager)

    def test_groups_are_asked_one_after_the_other(self):
        request = self.request(self.line(), self.money())
        self.assertEqual(request.state, "to_approve")
        self.assertEqual(self.asked(request), {"ats_line"})
        self.decide(request, self.line_manager)
        self.assertEqual(self.asked(request), {"ats_finance_a", "ats_finance_b", "ats_finance_c"})
        self.decide(request, self.finance_2)
        self.assertEqual(request.state, "to_approve")
        self.decide(request, self.finance)
        self.assertEqual(request.state, "open", "recruiting for the job has begun before")
        rows = request.sudo().ats_approval_id.approver_ids
        self.assertEqual(rows.mapped("state"), ["approved", "approved", "approved", "not_needed"])
        self.assertEqual(self.types(request).count("requisition.approved"), 1)

    def test_groups_are_asked_all_at_once(self):
        request = self.request(self.line(), self.money(1), sequential=False)
        self.assertEqual(self.asked(request), {"ats_line", "ats_finance_a", "ats_finance_b", "ats_finance_c"})
        self.decide(request, self.finance)
        self.assertEqual(self.asked(request), {"ats_line"})

    def test_whose_turn_it_is_not_does_not_decide(self):
        request = self.request(self.line(), self.money())
        row = request.sudo().ats_approval_id.approver_ids.filtered(lambda row: row.user_id == self.finance)
        with self.assertRaises(UserError):
            row.with_user(self.finance).sudo().approval_id._decide(row, True)
        with self.assertRaises(AccessError):
            row.with_user(self.finance)._decide(True)

    def test_one_rejection_ends_it_and_says_why(self):
        request = self.request(self.money())
        with self.assertRaisesRegex(UserError, "Say why"):
            self.decide(request, self.finance, approve=False, comment="  ")
        self.decide(request, self.finance, approve=False, comment="Next year")
        self.assertEqual((request.state, request.ats_approval_state), ("draft", "rejected"))
        self.assertIn("Next year", request.ats_approval_trail)
        self.assertFalse(self.asked(request))
        request.headcount = 2
        request._submit()
        self.assertEqual(request.state, "to_approve")
        self.assertEqual(len(request._ats_approval_flows_sudo()), 2, "the rejected flow is kept")

    def test_fewer_approvers_than_needed_are_refused(self):
        request = self.request(("Finance", 3, self.finance | self.finance_2), submit=False)
        with self.assertRaisesRegex(UserError, "Finance needs 3 approvals and has 2"):
            request._submit()
        self.assertEqual(request.state, "draft")

    def test_who_is_in_several_groups_counts_in_the_first(self):
        both = self.line_manager | self.finance
        request = self.request(self.line(), ("Finance", 2, both), submit=False)
        with self.assertRaisesRegex(UserError, "Finance needs 2 approvals and has 1"):
            request._submit()
        request = self.request(self.line(), ("Finance", 1, both))
        self.decide(request, self.line_manager)
        self.assertEqual(self.asked(request), {"ats_finance_a"})

    def test_nobody_approves_the_own_request(self):
        request = self.request(("Line", 1, self.hiring_manager), submit=False)
        with self.assertRaisesRegex(UserError, "own request"):
            request._submit()

    def test_nobody_is_named(self):
        request = self.request(submit=False)
        request.sudo().ats_approval_step_ids.unlink()
        with self.assertRaisesRegex(UserError, "Nobody is named"):
            request._submit()

    # Editing ---------------------------------------------------------------------------------

    def test_a_change_of_the_groups_begins_anew(self):
        request = self.request(self.line(), self.money())
        self.decide(request, self.line_manager)
        mine = request.with_user(self.recruiter)
        mine.write({"ats_approval_step_ids": [(1, mine.ats_approval_step_ids[1].id, {"required": 1})]})
        self.assertEqual(self.asked(request), {"ats_line"}, "what was approved no longer counts")
        void = request._ats_approval_flows_sudo().filtered(lambda flow: flow.state == "void")
        self.assertEqual(void.approver_ids.decided_by_id, self.line_manager, "and is kept")
        self.assertIn("Begun anew", request.ats_approval_trail)

    def test_a_change_of_a_group_itself_begins_anew(self):
        request = self.request(self.line(), self.money())
        self.decide(request, self.line_manager)
        step = request.ats_approval_step_ids[1].with_user(self.recruiter)
        step.user_ids -= self.finance_3
        self.assertEqual(self.asked(request), {"ats_line"})

    def test_a_change_of_what_is_approved_begins_anew(self):
        request = self.request(self.line(), self.money())
        self.decide(request, self.line_manager)
        request.justification = "Because"
        self.assertEqual(self.asked(request), {"ats_finance_a", "ats_finance_b", "ats_finance_c"})
        request.pay_max = 60000
        self.assertEqual(self.asked(request), {"ats_line"})

    def test_who_changes_it_does_not_approve_it(self):
        request = self.request(("Recruiting", 1, self.recruiter | self.finance))
        request.with_user(self.recruiter).headcount = 3
        self.assertEqual(self.asked(request), {"ats_finance_a"})

    def test_the_same_values_change_nothing(self):
        request = self.request(self.line(), self.money())
        self.decide(request, self.line_manager)
        request.write({"headcount": request.headcount, "pay_max": request.pay_max})
        self.assertEqual(len(self.asked(request)), 3)

    def test_who_asks_does_not_choose_the_approvers(self):
        request = self.request(self.line(), submit=False)
        for act in (
            lambda: request.write({"ats_approval_step_ids": self.groups(("Me", 1, self.employee_user))}),
            lambda: request.ats_approval_step_ids.unlink(),
            lambda: request.ats_approval_id.write({"sequential": False}),
            lambda: request.action_ats_choose_approvers(),
        ):
            with self.assertRaises(AccessError):
                act()

    # The end ---------------------------------------------------------------------------------

    def test_what_has_ended_is_immutable(self):
        request = self.request(self.line())
        self.decide(request, self.line_manager)
        flow = request.ats_approval_id.with_user(self.recruiter)
        row = flow.approver_ids
        for act in (
            lambda: flow.write({"sequential": False}),
            lambda: flow.step_ids.write({"required": 2}),
            lambda: row.write({"user_id": self.finance.id}),
            lambda: row.unlink(),
            lambda: (
                self.env["ats.approval.approver"]
                .with_user(self.recruiter)
                .create({"step_id": flow.step_ids.id, "user_id": self.finance.id})
            ),
        ):
            with self.assertRaises(UserError):
                act()
        self.env.flush_all()
        for query in (
            "UPDATE ats_approval SET state = 'running' WHERE id = %s",
            "UPDATE ats_approval_approver SET state = 'rejected' WHERE approval_id = %s",
        ):
            with self.assertRaises(CheckViolation), self.env.cr.savepoint(), mute_logger("odoo.sql_db"):
                self.env.cr.execute(query, [flow.id])

    def test_decisions_are_not_typed(self):
        request = self.request(self.line())
        row = request.sudo().ats_approval_id.approver_ids
        for record, vals in (
            (row, {"state": "approved"}),
            (row, {"decided_by_id": self.finance.id}),
            (request.sudo().ats_approval_id, {"state": "approved"}),
            (request.sudo(), {"state": "approved"}),
        ):
            with self.assertRaises(UserError):
                record.write(vals)

    def test_a_document_has_one_live_flow(self):
        flow = self.request(self.line()).sudo().ats_approval_id
        with self.assertRaises(UniqueViolation), mute_logger("odoo.sql_db"):
            flow.copy({"state": "running"}).flush_recordset()

    def test_a_second_decision_finds_the_first(self):
        request = self.request(("Line", 1, self.line_manager | self.finance))
        row = self.env["ats.approval.approver"].with_user(self.finance).search([("waits_for_me", "=", True)])
        self.decide(request, self.line_manager)
        with self.assertRaisesRegex(UserError, "approved already"):
            row.sudo().approval_id._decide(row.sudo(), True)

    # Absence ---------------------------------------------------------------------------------

    def away(self, user, delegate, days=3, **values):
        today = fields.Date.today()
        return (
            self.env["ats.approval.delegate"]
            .with_user(user)
            .create({"delegate_id": delegate.id, "date_from": today, "date_to": today + timedelta(days=days), **values})
        )

    def test_a_stand_in_decides_and_both_are_kept(self):
        request = self.request(self.line())
        self.away(self.line_manager, self.stand_in)
        self.decide(request, self.stand_in)
        row = request.sudo().ats_approval_id.approver_ids
        self.assertEqual((row.user_id, row.decided_by_id), (self.line_manager, self.stand_in))
        self.assertIn("standing in for Ats Line", request.ats_approval_trail)

    def test_a_stand_in_of_a_stand_in(self):
        self.away(self.line_manager, self.finance)
        self.away(self.finance, self.stand_in)
        request = self.request(self.line())
        self.decide(request, self.stand_in)
        self.assertEqual(request.ats_approval_state, "approved")

    def test_nobody_stands_in_before_or_after(self):
        today = fields.Date.today()
        self.away(self.line_manager, self.stand_in, date_from=today + timedelta(days=1))
        request = self.request(self.line())
        rows = self.env["ats.approval.approver"].with_user(self.stand_in)
        self.assertFalse(rows.search([]))
        with self.assertRaises(AccessError):
            request.sudo().ats_approval_id.approver_ids.with_user(self.stand_in)._decide(True)
        row = request.sudo().ats_approval_id.approver_ids.with_user(self.stand_in).sudo()
        with self.assertRaisesRegex(AccessError, "do not stand in"):
            row.approval_id._decide(row, True)

    def test_one_person_decides_once_in_a_group(self):
        request = self.request(("Finance", 2, self.finance | self.finance_2))
        self.away(self.finance, self.finance_2)
        self.decide(request, self.finance_2)
        row = request.sudo().ats_approval_id.approver_ids.filtered(lambda row: row.state == "open")
        with self.assertRaisesRegex(UserError, "in this group already"), mute_logger("odoo.sql_db"):
            row.with_user(self.finance_2)._decide(True)
        self.assertEqual(request.state, "to_approve")

    def test_the_requester_does_not_stand_in(self):
        request = self.request(self.line())
        self.away(self.line_manager, self.hiring_manager)
        with self.assertRaisesRegex(AccessError, "yourself"):
            request._ats_approval_decide(True)

    def test_one_names_the_own_stand_in_only(self):
        with self.assertRaises(AccessError):
            self.away(self.employee_user, self.stand_in, user_id=self.line_manager.id)
        delegate = self.away(self.line_manager, self.stand_in)
        with self.assertRaises(AccessError):
            delegate.with_user(self.stand_in).write({"date_to": "2030-01-01"})

    # Being told ------------------------------------------------------------------------------

    def test_bell_and_mail_come_once_and_go(self):
        request = self.request(self.line(), self.money())
        row = request.sudo().ats_approval_id.approver_ids[0]
        activity = self.env["mail.activity"].search([("ats_approver_id", "=", row.id)])
        self.assertEqual(activity.user_id, self.line_manager)
        self.assertEqual(
            activity.res_model, "ats.approval.approver", "no right on the requisition: on the request itself"
        )
        mails = self.sent_mails().filtered(lambda mail: mail.model == "ats.approval.approver")
        self.assertEqual(mails.mapped("email_to"), [self.line_manager.email_formatted])
        self.assertIn(f"/ats/approval/{row.id}", mails.body_html)
        self.assertNotIn("key=", mails.body_html)
        self.assertNotIn("50,000", mails.body_html, "a mail tells no pay")
        groups = self.env["res.users"].with_user(self.line_manager)._get_activity_groups()
        self.assertIn("ats.approval.approver", [group["model"] for group in groups])
        with self.assertRaisesRegex(UserError, "Approve it or reject it"):
            activity.with_user(self.line_manager).action_done()
        activity.with_user(self.line_manager).action_ats_approve()
        self.assertFalse(activity.exists())
        self.assertEqual(len(self.asked(request)), 3)

    def test_who_sees_the_document_is_reminded_there(self):
        request = self.request(("HR", 1, self.hr_officer))
        self.assertEqual(request.activity_ids.user_id, self.hr_officer)

    def test_a_stand_in_is_told_when_the_absence_begins(self):
        request = self.request(self.line())
        self.away(self.line_manager, self.stand_in)
        self.assertEqual(request.sudo().ats_approval_id.approver_ids.told_user_ids, self.line_manager | self.stand_in)

    def test_reminders(self):
        # Committing would end the transaction of the test; what the cron does stays real.
        self.startPatcher(patch.object(IrCron, "_commit_progress", lambda *args, **kwargs: float("inf")))
        self.request(self.line())
        cron = self.env.ref("ats_core.ir_cron_approval_remind").ir_actions_server_id
        before, now = len(self.sent_mails()), fields.Datetime.now()
        for days, expected in ((2, 0), (4, 1), (5, 1), (8, 2)):
            with freeze_time(now + timedelta(days=days)):
                cron.run()
            self.assertEqual(len(self.sent_mails()), before + expected, f"after {days} days")

    # Where the approvers come from -----------------------------------------------------------

    def test_without_a_rule_management_and_hr_are_asked(self):
        request = self.request(submit=False)
        steps = request.ats_approval_step_ids
        self.assertEqual(steps.mapped("name"), ["Management", "HR"])
        self.assertEqual(steps[0].user_ids, self.line_manager)
        self.assertIn(self.hr_officer, steps[1].user_ids)

    def test_the_rule_of_the_department_wins(self):
        def policy(name, department, users):
            return self.env["ats.approval.policy"].create(
                {
                    "name": name,
                    "kind": "requisition",
                    "department_id": department.id,
                    "step_ids": [(0, 0, {"name": name, "user_ids": users.ids})],
                }
            )

        none = self.env["hr.department"]
        policy("Company", none, self.finance)
        self.assertEqual(self.request(submit=False).ats_approval_step_ids.mapped("name"), ["Company"])
        self.department.parent_id = self.env["hr.department"].create({"name": "Technology"})
        policy("Above", self.department.parent_id, self.finance_2)
        self.assertEqual(self.request(submit=False).ats_approval_step_ids.mapped("name"), ["Above"])
        policy("Own", self.department, self.finance_3)
        request = self.request(submit=False)
        self.assertEqual(request.ats_approval_step_ids.user_ids, self.finance_3)

    # Offers run on the same engine -----------------------------------------------------------

    def test_an_offer_asks_by_its_rule(self):
        self.env["ats.approval.policy"].create(
            {
                "name": "Offers",
                "kind": "offer",
                "sequential": False,
                "step_ids": [
                    (0, 0, {"name": "Manager", "source": "hiring_manager"}),
                    (0, 0, {"name": "Finance", "user_ids": self.finance.ids}),
                ],
            }
        )
        offer = self.make_offer()
        with self.assertRaises(UserError):
            offer._send()
        offer._submit()
        offer.with_user(self.hiring_manager)._approve()
        self.assertEqual(offer.state, "to_approve")
        self.decide(offer, self.finance)
        self.assertEqual((offer.state, offer.approved_by_id), ("approved", self.finance))
        offer._send()
        self.assertEqual(offer.state, "sent")

    def test_a_rejected_offer_is_a_draft_again(self):
        offer = self.make_offer()
        offer._submit()
        self.decide(offer, self.hiring_manager, approve=False, comment="Too much")
        self.assertEqual((offer.state, offer.ats_approval_state), ("draft", "rejected"))
        offer.wage = 4000
        offer._submit()
        offer.with_user(self.hiring_manager).action_approve()
        self.assertEqual(offer.state, "approved")

    def test_reworking_an_approved_offer_needs_a_new_approval(self):
        offer = self.make_offer()
        offer._submit()
        offer.with_user(self.hiring_manager)._approve()
        offer._rework()
        offer.wage = 5000
        offer._submit()
        self.assertEqual(self.asked(offer), {"ats_manager"})
        self.assertEqual(offer.state, "to_approve")
