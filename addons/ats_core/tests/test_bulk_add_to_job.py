"""People added to a job, and taken back."""

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import SQL

from .test_bulk import BulkCase


@tagged("post_install", "-at_install")
class TestBulkAddToJob(BulkCase):
    def setUp(self):
        super().setUp()
        self.other = self.make_job("Designer")

    def added(self, cards):
        run = self.done(cards, "job", job_id=self.other.id)
        self.assertTrue(run.can_undo)
        return run, self.env["hr.applicant"].search([("job_id", "=", self.other.id)])

    def something_later(self, application, row):
        """Rows of one transaction have one moment; this one is of a later one."""
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                "UPDATE %s SET create_date = create_date + interval '1 second' WHERE id = %s",
                SQL.identifier(row._table),
                row.id,
            )
        )
        self.env.invalidate_all()
        self.assertTrue(application._ats_rows_since())

    def test_it_is_taken_back_as_if_it_had_never_been(self):
        cards = self.people(3)
        before = self.env["hr.applicant"].with_context(active_test=False).search_count([])
        run, made = self.added(cards)
        self.assertEqual(len(made), 3)
        run.action_undo()
        self.assertEqual(run.state, "undone")
        self.assertFalse(made.exists())
        self.assertEqual(self.env["hr.applicant"].with_context(active_test=False).search_count([]), before)
        person = cards[0].ats_candidate_id.with_user(self.recruiter)
        self.assertNotIn("Designer", person.timeline)
        self.assertEqual(str(person.timeline).count("Application received"), 1)
        self.done(cards, "job", job_id=self.other.id)
        self.assertEqual(self.env["hr.applicant"].search_count([("job_id", "=", self.other.id)]), 3)

    def test_what_has_gone_on_stays(self):
        run, made = self.added(self.people(5))
        moved, noted, planned, offered, untouched = made
        moved._ats_move(self.stage_screen)
        self.something_later(noted, noted.message_post(body="Call her", subtype_xmlid="mail.mt_note"))
        self.something_later(planned, planned.activity_schedule("mail.mail_activity_data_todo"))
        offer = self.env["ats.offer"].create({"applicant_id": offered.id, "wage": 1, "wage_period": "month"})
        self.something_later(offered, offer)
        run.action_undo()
        self.assertEqual(made.exists(), moved | noted | planned | offered)
        why = self.why(run, "failed")
        self.assertEqual(len(why), 4)
        self.assertIn("moved since", " ".join(why.values()))
        self.assertIn("happened in it since", " ".join(why.values()))

    def earlier(self, made):
        """Applications of a minute ago with all that belongs to them from the beginning."""
        self.env.flush_all()
        tables = {(self.env[name]._table, column) for name, column, _condition in made._ats_pointing()}
        for table, column in tables | {("hr_applicant", "id")}:
            self.env.cr.execute(
                SQL(
                    "UPDATE %s SET create_date = create_date - interval '1 minute' WHERE %s = ANY(%s)",
                    SQL.identifier(table),
                    SQL.identifier(column),
                    made.ids,
                )
            )
        self.env.invalidate_all()
        self.assertFalse(made._ats_rows_since())

    def let_rules_act(self, made, **values):
        """A rule of the first stage has acted on the applications."""
        rule = {"stage_id": made[0].stage_id.id, "job_id": made[0].job_id.id, **values}
        rule = self.env["ats.stage.rule"].create(rule)
        runs = self.env["ats.stage.rule.run"]
        runs = runs.create(
            [
                {
                    "rule_id": rule.id,
                    "applicant_id": one.id,
                    "stay_id": self.env["ats.stage.log"].search([("applicant_id", "=", one.id)], limit=1).id,
                    "due_at": fields.Datetime.now(),
                }
                for one in made
            ]
        )
        for run in runs:
            run._run()
        self.assertEqual(set(runs.mapped("state")), {"done"}, runs.mapped("note"))

    def mails_have_left(self):
        """The queue deletes its rows; what stays are messages."""
        mails = self.env["mail.mail"].sudo().search([("model", "=", "hr.applicant")])
        self.assertTrue(mails)
        mails.unlink()

    def test_what_only_rules_have_done_goes_with_it(self):
        run, made = self.added(self.people(2))
        self.earlier(made)
        self.let_rules_act(made[0], action="move", target_stage_id=self.stage_screen.id)
        self.assertEqual(made[0].stage_id, self.stage_screen)
        self.env.flush_all()
        self.env.cr.precommit.run()  # the chatter tells of the move
        self.assertEqual(len(self.env["ats.stage.log"].search([("applicant_id", "=", made[0].id)])), 2)
        run.action_undo()
        self.assertFalse(made.exists(), self.why(run, "failed"))

    def test_whom_a_rule_has_written_to_stays(self):
        self.stage_screen.template_id = self.env.ref("ats_core.mail_template_document_request")
        run, made = self.added(self.people(3))
        written, moved_on, dismissed = made
        self.earlier(made)
        self.let_rules_act(made[:2], action="move", target_stage_id=self.stage_screen.id)
        self.assertEqual(len(self.sent_mails(written)), 1)
        self.mails_have_left()
        moved_on.with_user(self.recruiter)._ats_move(self.stage_interview)
        reason = self.env["hr.applicant.refuse.reason"].search([], limit=1)
        proposal = dismissed.sudo()._ats_propose_refusal(reason)
        self.assertFalse(dismissed._ats_rows_since(), "what is only proposed has had no effect")
        proposal.with_user(self.recruiter).action_dismiss()
        run.action_undo()
        self.assertEqual(made.exists(), made)
        why = self.why(run, "failed")
        self.assertEqual(len(why), 3)
        by_name = {line.candidate_id.name: line.reason for line in run.line_ids}
        self.assertIn("since: Message", by_name[written.partner_name])
        self.assertIn("moved since", by_name[moved_on.partner_name])
        self.assertIn("Refusal", by_name[dismissed.partner_name])

    def test_where_a_colleague_was_mailed_about_it_it_stays(self):
        run, made = self.added(self.people(1))
        self.earlier(made)
        made.message_subscribe(
            self.admin_rec.partner_id.ids, self.env.ref("hr_recruitment.mt_applicant_stage_changed").ids
        )
        self.admin_rec.notification_type = "email"
        self.let_rules_act(made, action="move", target_stage_id=self.stage_screen.id)
        self.env.flush_all()
        self.env.cr.precommit.run()
        self.mails_have_left()
        run.action_undo()
        self.assertTrue(made.exists())
        self.assertIn("since: Message", " ".join(self.why(run, "failed").values()))

    def test_who_added_may_take_back(self):
        _run, made = self.added(self.people(1))
        with self.assertRaises(AccessError):
            made.with_user(self.hiring_manager)._ats_take_back_added()
