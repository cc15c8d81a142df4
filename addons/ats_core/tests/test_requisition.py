from psycopg2.errors import CheckViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, new_test_user, tagged
from odoo.tools import mute_logger

from ..models.requisition.ats_requisition import STATES
from .common import AtsCase
from .requisition_common import RequisitionMixin


@tagged("post_install", "-at_install")
class TestRequisition(RequisitionMixin, AtsCase):
    def test_a_manager_asks_without_recruiter_rights(self):
        form = Form(self.env["ats.requisition"].with_user(self.hiring_manager))
        form.job_id = self.job
        form.headcount = 2
        form.pay_min, form.pay_max = 40000, 50000
        request = form.save()
        self.assertEqual(
            (request.job_title, request.department_id, request.hiring_manager_id, request.recruiter_id),
            ("Backend Developer", self.department, self.hiring_manager, self.recruiter),
        )
        self.assertEqual(request.planned_cost, 90000)
        self.assertTrue(request.name.startswith("REQ-"))
        request._submit()
        self.assertEqual(request.state, "to_approve")

    def test_a_new_position_is_asked_for_in_the_own_department(self):
        employee = self.hiring_manager.employee_id
        employee.department_id = self.env["hr.department"].create({"name": "Bakery"})
        form = Form(self.env["ats.requisition"].with_user(self.hiring_manager))
        form.job_title = "Night Baker"
        self.assertEqual(form.save().department_id, employee.department_id)

    def test_the_managers_form_opens_whoever_typed_the_request(self):
        values = {"job_id": False, "job_title": "Cook", "hiring_manager_id": self.hiring_manager.id}
        for requester in (self.hiring_manager, self.recruiter):
            request = self.request(user=requester, submit=False, **values).with_user(self.hiring_manager)
            request.invalidate_recordset()
            steps = {"fields": {"name": {}, "progress": {}, "user_ids": {"fields": {"display_name": {}}}}}
            with self.subTest(requester.login):
                [shown] = request.web_read({"ats_approval_step_ids": steps, "ats_approval_trail": {}})
                self.assertEqual([step["name"] for step in shown["ats_approval_step_ids"]], ["Management", "HR"])

    def test_a_backfill_names_who_leaves(self):
        with self.assertRaisesRegex(UserError, "who leaves"):
            self.request(submit=False, reason="backfill")
        leaver = self.env["hr.employee"].create({"name": "Zoe"})
        request = self.request(submit=False, reason="backfill", replaced_employee_id=leaver.id)
        summary = dict(request.sudo()._ats_approval_summary())
        self.assertIn("Zoe", summary["Reason"])
        self.assertEqual(summary["Pay"], "$\N{NO-BREAK SPACE}40,000 – $\N{NO-BREAK SPACE}50,000 per year")

    def test_it_starts_as_a_draft_and_its_state_is_not_typed(self):
        with self.assertRaises(UserError):
            self.request(submit=False, state="approved")
        request = self.request(submit=False)
        self.assertEqual(request.with_user(self.hiring_manager).requested_by_id, self.hiring_manager)
        for vals in ({"state": "open"}, {"requested_by_id": self.recruiter.id}, {"name": "X"}):
            with self.assertRaises(UserError):
                request.write(vals)

    def test_approval_makes_the_openings(self):
        request = self.approved(headcount=3)
        self.assertEqual(request.opening_ids.mapped("name"), [f"{request.name}-{n}" for n in (1, 2, 3)])
        self.assertEqual(set(request.opening_ids.mapped("state")), {"open"})
        self.assertEqual(self.job.no_of_recruitment, 3)
        self.assertEqual((self.job.ats_openings_text, request.progress_text), ("0/3", "0 of 3 filled"))

    def test_approved_terms_are_fixed_until_they_are_taken_back(self):
        request = self.approved(headcount=3)
        with self.assertRaisesRegex(UserError, "Change Terms"):
            request.headcount = 4
        request.action_rework()
        self.assertEqual(request.state, "draft")
        request.headcount = 2
        request._submit()
        self.assertEqual(request.ats_approval_step_ids.mapped("name"), ["Line"], "the same people are asked again")
        self.decide(request, self.line_manager)
        self.assertEqual(request.opening_ids.mapped("state"), ["open", "open", "closed"])

    def test_a_job_that_needs_approval_is_not_published_before(self):
        self.job.ats_needs_requisition = True
        self.assertIn("needs an approved requisition", self.job.ats_publish_blockers)
        request = self.request(("Line", 1, self.line_manager), submit=False)
        self.assertIn("is a draft", self.job.ats_publish_blockers)
        request._submit()
        self.assertIn("waits for approval", self.job.ats_publish_blockers)
        self.decide(request, self.line_manager)
        self.assertFalse(self.job.ats_publish_blockers)
        request.with_user(self.recruiter)._freeze()
        self.assertIn("frozen", self.job.ats_publish_blockers)

    def test_the_board_compares_plan_and_fact_of_what_it_shows(self):
        self.approved(headcount=3, pay_min=30000, pay_max=40000)
        self.request(("Line", 1, self.line_manager), job_id=False, job_title="Night Baker")
        board = self.env["ats.requisition"].with_user(self.hiring_manager)
        figures = board.ats_board_figures([("job_id", "=", self.job.id)])
        self.assertEqual((figures["waiting"], figures["mine"]), (0, 2))
        self.assertEqual((figures["filled"], figures["planned"]), (0, 3))
        self.assertIn("105,000", figures["planned_cost"])
        self.assertFalse(board.ats_board_figures([("job_title", "=", "Night Baker")])["planned"], "not approved yet")
        officer = self.env["ats.requisition"].with_user(self.hr_officer)
        self.assertEqual("planned_cost" in officer.ats_board_figures([]), "planned_cost" in officer.fields_get())
        other = board.with_user(new_test_user(self.env, "ats_other", "ats_core.group_ats_hiring_manager"))
        self.assertEqual(other.ats_board_figures([])["planned"], 0, "only the own jobs")
        with self.assertRaises(AccessError):
            board.with_user(self.interviewer).ats_board_figures([])

    def test_the_board_has_its_columns_in_the_order_of_the_way(self):
        self.approved()
        self.request(("Line", 1, self.line_manager), submit=False)
        groups = self.env["ats.requisition"].read_group([], ["state"], ["state"])
        states = [group["state"] for group in groups]
        self.assertEqual(states, sorted(states, key=[state for state, _label in STATES].index))

    def test_the_company_decides_for_new_jobs(self):
        self.env.company.ats_needs_requisition = True
        self.assertTrue(self.make_job("Tester").ats_needs_requisition)

    def test_freezing_stops_for_a_while(self):
        request = self.approved()
        request._freeze()
        self.assertEqual((request.state, self.job.ats_job_state, self.job.no_of_recruitment), ("frozen", "on_hold", 0))
        self.assertEqual(request.opening_ids.state, "open", "nothing is lost")
        with self.assertRaisesRegex(UserError, "is frozen"):
            request._freeze()
        request.action_unfreeze()
        self.assertEqual((request.state, self.job.ats_job_state, self.job.no_of_recruitment), ("open", "open", 1))

    def test_closing_ends(self):
        request = self.approved(headcount=2)
        request._close("budget")
        self.assertEqual((request.state, request.close_reason), ("closed", "budget"))
        self.assertEqual(set(request.opening_ids.mapped("close_reason")), {"budget"})
        self.assertEqual((self.job.ats_job_state, self.job.no_of_recruitment), ("on_hold", 0))
        for verb in (request._freeze, request._close, request._rework):
            with self.assertRaisesRegex(UserError, "is closed"):
                verb()

    def test_closing_calls_off_the_approval(self):
        request = self.request(("Line", 1, self.line_manager))
        request._close("cancelled")
        self.assertEqual(request.ats_approval_state, "void")
        self.assertFalse(self.env["mail.activity"].search([("user_id", "=", self.line_manager.id)]))

    def test_one_requisition_of_two_keeps_the_job_open(self):
        first, second = self.approved(), self.approved(headcount=2)
        first._freeze()
        self.assertEqual((self.job.ats_job_state, self.job.no_of_recruitment), ("open", 2))
        second._freeze()
        self.assertEqual(self.job.ats_job_state, "on_hold")

    def stop(self, record, button, **answers):
        """Press a button, answer why, and press the one of the dialog."""
        action = getattr(record, button)()
        form = Form(record.env["ats.requisition.stop"].with_context(**action["context"]))
        for name, value in answers.items():
            form[name] = value
        form.save().action_stop()

    def test_who_stops_says_why(self):
        request = self.approved(headcount=2)
        self.stop(request, "action_freeze", frozen_reason="Until the budget is decided")
        self.assertEqual((request.state, request.frozen_reason), ("frozen", "Until the budget is decided"))
        request.action_unfreeze()
        self.stop(request.opening_ids[0], "action_close", close_reason="budget")
        self.assertEqual(request.opening_ids.mapped("close_reason"), ["budget", False])
        manager = request.with_user(self.hiring_manager)
        with self.assertRaises(AccessError):
            self.stop(manager, "action_freeze")
        with self.assertRaises(AssertionError, msg="a reason is required"):
            self.stop(manager, "action_close")
        self.stop(manager, "action_close", close_reason="other")
        self.assertEqual((request.state, request.close_reason), ("closed", "other"))

    def test_giving_up_the_last_opening_closes_it(self):
        request = self.approved(headcount=2)
        request.opening_ids[0]._give_up("cancelled")
        self.assertEqual((request.state, self.job.no_of_recruitment), ("open", 1))
        request.opening_ids[1]._give_up("budget")
        self.assertEqual((request.state, request.close_reason), ("closed", "budget"))

    def test_opening_the_job_begins_recruiting(self):
        self.job.ats_job_state = "draft"
        request = self.approved()
        self.assertEqual(request.state, "approved")
        self.job.with_user(self.recruiter).action_ats_open()
        self.assertEqual(request.state, "open")

    def test_a_new_position_becomes_a_job(self):
        request = self.request(
            ("Line", 1, self.line_manager), job_id=False, job_title="Cook", department_id=self.department.id
        )
        with self.assertRaises(AccessError):
            request.action_open_job()
        with self.assertRaisesRegex(UserError, "waits for approval"):
            request.with_user(self.recruiter).action_open_job()
        self.decide(request, self.line_manager)
        action = request.with_user(self.recruiter).action_open_job()
        job = self.env["hr.job"].browse(action["res_id"])
        self.assertEqual((job.name, job.ats_hiring_manager_id), ("Cook", self.hiring_manager))
        self.assertEqual((job.no_of_recruitment, job.ats_opening_count), (1, 1))
        self.assertFalse(job.ats_pay_max, "what is planned is not advertised")

    def test_a_job_from_a_template_has_what_was_approved(self):
        template = self.job.with_user(self.recruiter)._ats_new_template("Developer (template)")
        template.sudo().ats_hiring_manager_id = self.admin_rec
        request = self.request(
            ("Line", 1, self.line_manager),
            job_id=False,
            job_title="Night Baker",
            department_id=self.department.id,
            headcount=3,
            submit=False,
        )
        request.sudo().recruiter_id = self.hr_officer
        request._submit()
        with self.assertRaisesRegex(UserError, "waits for approval"):
            request.with_user(self.recruiter).action_start_job()
        self.decide(request, self.line_manager)
        with self.assertRaises(AccessError):
            request.action_start_job()
        action = request.with_user(self.recruiter).action_start_job()
        start = self.env["ats.job.start"].with_user(self.recruiter).with_context(**action["context"])
        with Form(start) as form:
            form.source_id = template
            self.assertEqual(form.name, "Night Baker")
        job = self.env["hr.job"].browse(form.record.action_start()["res_id"])
        self.assertEqual((request.job_id, job.ats_copied_from_id), (job, template))
        self.assertEqual((job.name, job.department_id), ("Night Baker", self.department))
        self.assertEqual((job.ats_hiring_manager_id, job.user_id), (self.hiring_manager, self.hr_officer))
        self.assertEqual((job.no_of_recruitment, job.ats_openings_text), (3, "0/3"))
        self.assertEqual((job.ats_pay_min, job.ats_pay_max, job.ats_pay_shown), (40000, 50000, False))
        self.assertEqual(job.ats_stage_ids.mapped("name"), template.ats_stage_ids.mapped("name"))
        with self.assertRaisesRegex(UserError, "has its job already"):
            request.with_user(self.recruiter).action_start_job()

    def test_the_planned_range_may_stay_where_it_is(self):
        request = self.approved(job_id=False, job_title="Night Baker", department_id=self.department.id)
        self.job.write({"ats_pay_min": 1, "ats_pay_max": 2})
        start = (
            self.env["ats.job.start"]
            .with_user(self.recruiter)
            .with_context(**request.action_start_job()["context"])
            .create({"kind": "past", "source_id": self.job.id, "with_range": False})
        )
        job = self.env["hr.job"].browse(start.action_start()["res_id"])
        self.assertEqual((job.ats_pay_min, job.ats_pay_max, job.ats_pay_shown), (1, 2, True))

    def test_another_job_does_not_change_the_approved_department(self):
        request = self.approved(job_id=False, job_title="Night Baker", department_id=self.department.id)
        elsewhere = self.env["hr.department"].create({"name": "Elsewhere"})
        request.job_id = self.make_job("Baker", department_id=elsewhere.id)
        self.assertEqual(request.department_id, self.department)

    def test_pay_stays_with_those_who_plan_it(self):
        request = self.approved()
        for user in (self.interviewer, self.employee_user, self.privacy_officer):
            with self.subTest(user.login), self.assertRaises(AccessError):
                request.with_user(user).read(["name"])
        for act in (
            lambda mine: mine.read(["pay_max"]),
            lambda mine: mine.search([("pay_max", ">", 1)]),
            lambda mine: mine._read_group([], [], ["planned_cost:sum"]),
        ):
            with self.assertRaises(AccessError):
                act(request.with_user(self.hr_user))
        told = " ".join(str(message.body) for message in request.sudo().message_ids)
        self.assertNotIn("50,000", told)

    def test_another_manager_sees_nothing(self):
        request = self.request(("Line", 1, self.line_manager))
        other = self.env["res.users"].create(
            {"name": "Other", "login": "other_manager", "group_ids": self.hiring_manager.group_ids.ids}
        )
        for model, record in (
            ("ats.requisition", request),
            ("ats.approval", request.ats_approval_id),
            ("ats.approval.step", request.ats_approval_step_ids),
        ):
            with self.subTest(model):
                self.assertFalse(self.env[model].with_user(other).search([("id", "in", record.ids)]))
                with self.assertRaises(AccessError):
                    record.with_user(other).read(["display_name"])

    def test_an_approver_with_an_employee_login_sees_the_request_only(self):
        request = self.request(("Line", 1, self.line_manager))
        rows = self.env["ats.approval.approver"].with_user(self.line_manager)
        row = rows.search([])
        self.assertIn("50,000", row.summary)
        self.assertEqual(row.subject, request.display_name)
        self.assertTrue(row.web_read({"summary": {}, "trail": {}, "requested_by_id": {"fields": {"display_name": {}}}}))
        with self.assertRaises(AccessError):
            request.with_user(self.line_manager).read(["name"])
        self.assertFalse(rows.with_user(self.employee_user).search([]))
        row.action_approve()
        self.assertFalse(rows.search([]), "what was decided is out of sight again")

    def test_the_board_tells_what_waits(self):
        requests = self.env["ats.requisition"].with_user(self.hr_officer)
        mine = self.request(("HR", 1, self.hr_officer))
        self.request(("Line", 1, self.line_manager))
        self.assertEqual(requests.search([("ats_waits_for_me", "=", True)]), mine)
        self.assertEqual(mine.with_user(self.hr_officer).ats_approval_waiting, "Waiting for Ats Hr (HR).")
        mine.with_user(self.hr_officer).action_ats_approve()
        self.assertFalse(requests.search([("ats_waits_for_me", "=", True)]))

    def test_plan_against_fact(self):
        request = self.approved(headcount=2)
        offer = self.accepted_offer(wage=4000)
        offer.applicant_id.sudo().ats_requisition_id = request
        request.invalidate_recordset()
        self.assertEqual((request.planned_cost, request.offered_cost), (90000, 48000))

    def test_applications_are_meant_for_the_only_requisition(self):
        request = self.approved()
        self.assertEqual(self.apply().sudo().ats_requisition_id, request)
        self.approved()
        self.assertFalse(self.apply(name="Boris", email="boris@example.org").sudo().ats_requisition_id)

    def test_what_was_handed_in_is_not_deleted(self):
        request = self.request(("Line", 1, self.line_manager)).with_user(self.recruiter)
        with self.assertRaises(UserError):
            request.unlink()
        draft = self.request(submit=False).with_user(self.recruiter)
        flow = draft.ats_approval_id
        draft.unlink()
        self.assertFalse(flow.exists())

    def test_the_range_is_in_order(self):
        with self.assertRaises(CheckViolation), mute_logger("odoo.sql_db"):
            self.request(submit=False, pay_min=3, pay_max=2).flush_recordset()
