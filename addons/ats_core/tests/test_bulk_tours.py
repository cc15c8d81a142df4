from unittest.mock import patch

from odoo.tests import HttpCase, tagged

from odoo.addons.queue_job.job import Job

from .common import AtsMixin


@tagged("post_install", "-at_install")
class TestBulkTours(AtsMixin, HttpCase):
    people = 45  # tests/deep has the 300 of everyday life

    def action(self, model, rows):
        return self.env["ir.actions.act_window"].create(
            {
                "name": "Tour",
                "res_model": model,
                "view_mode": "list,form",
                "domain": [("id", "in", rows.ids)],
                "limit": 20,
            }
        )

    def test_mail_skip_list_undo(self):
        rows = self.env["hr.applicant"].create(
            [
                {
                    "partner_name": f"Tour Person {number:03}",
                    "email_from": f"tour{number}@example.org" if number >= 2 else False,
                    "job_id": self.job.id,
                }
                for number in range(self.people)
            ]
        )
        rows[2:5].ats_candidate_id.do_not_contact = True
        self.env["mail.mail"].sudo().search([]).unlink()
        runs = self.env.registry["ats.bulk.run"]
        asked = runs.ats_progress

        def progress(records):
            # Tests have no job runner: each look of the panel does one job, as the runner would meanwhile.
            self.run_one_job(records.env)
            return asked(records)

        action = self.action("ats.candidate", rows.ats_candidate_id)
        with patch.object(runs, "ats_progress", progress):
            self.start_tour(f"/odoo/action-{action.id}", "ats_core_bulk_mail", login="ats_recruiter", timeout=300)
        self.env.invalidate_all()
        run = self.env["ats.bulk.run"].search([("user_id", "=", self.recruiter.id)])
        states = run.line_ids.mapped("state")
        self.assertEqual((run.state, states.count("undone"), states.count("skipped")), ("undone", self.people - 5, 5))
        about = [("model", "=", "hr.applicant"), ("res_id", "in", rows.ids)]
        self.assertFalse(self.env["mail.mail"].sudo().search(about))

    def test_move_and_back_keeps_the_selection(self):
        rows = self.env["hr.applicant"].union(
            *(self.apply(name=f"Tour Person {number}", email=f"tour{number}@example.org") for number in range(4))
        )
        action = self.action("hr.applicant", rows)
        self.start_tour(f"/odoo/action-{action.id}", "ats_core_bulk_move", login="ats_recruiter")

    def run_one_job(self, env):
        record = env["queue.job"].sudo().search([("state", "=", "pending")], order="date_created, id", limit=1)
        if record:
            job = Job.load(record.env, record.uuid)
            job.set_started()
            job.perform()
            job.set_done()
            job.store()
