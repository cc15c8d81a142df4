"""What makes an entry of the people search stale. A scheduled action, woken at once, writes it anew."""

from odoo import api, fields, models
from odoo.tools import SQL

_PENDING = "ats.search.stale"
BATCH = 500
DOCUMENT_FIELDS = {"text", "applicant_id", "candidate_id", "active"}
LINE_FIELDS = {"name", "employer", "description", "kind", "date_start", "date_end", "candidate_id"}
CANDIDATE_FIELDS = {
    "name", "email", "phone", "headline", "city", "tag_ids", "company_id", "merged_into_id", "resume_line_ids"
}  # fmt: skip
NOTE_FIELDS = {"body", "candidate_id"}
APPLICANT_FIELDS = {"ats_candidate_id", "categ_ids", "applicant_skill_ids", "job_id"}


class AtsSearchStale(models.Model):
    """People whose entry is to be written anew. Rows are only added and taken, so that nobody waits for another."""

    _name = "ats.search.stale"
    _description = "Person to be Read anew"
    _log_access = False

    candidate_id = fields.Many2one("ats.candidate", required=True, ondelete="cascade")

    @api.model
    def _mark(self, candidates):
        """Have these people read anew after commit: one row and one wake-up a transaction."""
        if not candidates:
            return
        pending = self.env.cr.precommit.data.setdefault(_PENDING, set())
        if not pending:
            self.env.cr.precommit.add(self._store_marks)
        pending.update(candidates.ids)

    @api.model
    def _store_marks(self):
        ids = self.env.cr.precommit.data.pop(_PENDING, set())
        self.env.cr.execute(
            SQL(
                """INSERT INTO ats_search_stale (candidate_id)
                        SELECT id FROM ats_candidate WHERE id = ANY(%s)""",
                list(ids),
            )
        )
        self.env.ref("ats_core.ir_cron_search_refresh").sudo()._trigger()

    @api.model
    def _mark_unread(self):
        """Have everybody read who has no entry yet: after the installation and after a bulk load."""
        self.env.cr.execute(
            """INSERT INTO ats_search_stale (candidate_id)
                    SELECT candidate.id FROM ats_candidate candidate
                     WHERE candidate.merged_into_id IS NULL
                       AND NOT EXISTS (SELECT FROM ats_search_entry entry WHERE entry.candidate_id = candidate.id)"""
        )
        self.env.ref("ats_core.ir_cron_search_refresh").sudo()._trigger()

    @api.model
    def _refresh_stale(self):
        """Scheduled action: write the entries of all marked people, a batch a transaction."""
        waiting = self.env.execute_query(SQL("SELECT count(DISTINCT candidate_id) FROM ats_search_stale"))[0][0]
        self.env["ir.cron"]._commit_progress(remaining=waiting)
        while batch := self._take_batch():
            self.env["ats.search.entry"]._refresh(self.env["ats.candidate"].browse(batch))
            if not self.env["ir.cron"]._commit_progress(len(batch)):
                break

    @api.model
    def _take_batch(self):
        rows = self.env.execute_query(
            SQL(
                """DELETE FROM ats_search_stale
                    WHERE id IN (SELECT id FROM ats_search_stale ORDER BY id LIMIT %s FOR UPDATE SKIP LOCKED)
                RETURNING candidate_id""",
                BATCH,
            )
        )
        return sorted({candidate for (candidate,) in rows})


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    @api.model_create_multi
    def create(self, vals_list):
        candidates = super().create(vals_list)
        self.env["ats.search.stale"]._mark(candidates)
        return candidates

    def write(self, vals):
        result = super().write(vals)
        if not CANDIDATE_FIELDS.isdisjoint(vals):
            self.env["ats.search.stale"]._mark(self)
        return result


class AtsCandidateResumeLine(models.Model):
    _inherit = "ats.candidate.resume.line"

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        self.env["ats.search.stale"]._mark(lines.candidate_id)
        return lines

    def write(self, vals):
        before = self.candidate_id
        result = super().write(vals)
        if not LINE_FIELDS.isdisjoint(vals):
            self.env["ats.search.stale"]._mark(before | self.candidate_id)
        return result

    def unlink(self):
        self.env["ats.search.stale"]._mark(self.candidate_id)
        return super().unlink()


class AtsCandidateSkill(models.Model):
    _inherit = "ats.candidate.skill"

    @api.model_create_multi
    def create(self, vals_list):
        skills = super().create(vals_list)
        self.env["ats.search.stale"]._mark(skills.candidate_id)
        return skills

    def write(self, vals):
        before = self.candidate_id
        result = super().write(vals)
        if not {"skill_id", "candidate_id"}.isdisjoint(vals):
            self.env["ats.search.stale"]._mark(before | self.candidate_id)
        return result

    def unlink(self):
        self.env["ats.search.stale"]._mark(self.candidate_id)
        return super().unlink()


class AtsCandidateLink(models.Model):
    _inherit = "ats.candidate.link"

    @api.model_create_multi
    def create(self, vals_list):
        links = super().create(vals_list)
        self.env["ats.search.stale"]._mark(links.candidate_id)
        return links

    def write(self, vals):
        before = self.candidate_id
        result = super().write(vals)
        if not {"url", "candidate_id"}.isdisjoint(vals):
            self.env["ats.search.stale"]._mark(before | self.candidate_id)
        return result

    def unlink(self):
        self.env["ats.search.stale"]._mark(self.candidate_id)
        return super().unlink()


class AtsCandidateNote(models.Model):
    _inherit = "ats.candidate.note"

    @api.model_create_multi
    def create(self, vals_list):
        notes = super().create(vals_list)
        self.env["ats.search.stale"]._mark(notes.candidate_id)
        return notes

    def write(self, vals):
        result = super().write(vals)
        if not NOTE_FIELDS.isdisjoint(vals):
            self.env["ats.search.stale"]._mark(self.candidate_id)
        return result

    def unlink(self):
        self.env["ats.search.stale"]._mark(self.candidate_id)
        return super().unlink()


class AtsDocument(models.Model):
    _inherit = "ats.document"

    def write(self, vals):
        result = super().write(vals)
        if not DOCUMENT_FIELDS.isdisjoint(vals):
            self.env["ats.search.stale"]._mark(self.sudo().candidate_id)
        return result

    def unlink(self):
        self.env["ats.search.stale"]._mark(self.sudo().candidate_id)
        return super().unlink()


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    @api.model_create_multi
    def create(self, vals_list):
        applicants = super().create(vals_list)
        self.env["ats.search.stale"]._mark(applicants.ats_candidate_id)
        return applicants

    def write(self, vals):
        if APPLICANT_FIELDS.isdisjoint(vals):
            return super().write(vals)
        before = self.ats_candidate_id
        result = super().write(vals)
        self.env["ats.search.stale"]._mark(before | self.ats_candidate_id)
        return result

    def unlink(self):
        self.env["ats.search.stale"]._mark(self.ats_candidate_id)
        return super().unlink()


class HrApplicantSkill(models.Model):
    _inherit = "hr.applicant.skill"

    @api.model_create_multi
    def create(self, vals_list):
        skills = super().create(vals_list)
        self.env["ats.search.stale"]._mark(skills.sudo().applicant_id.ats_candidate_id)
        return skills

    def unlink(self):
        self.env["ats.search.stale"]._mark(self.sudo().applicant_id.ats_candidate_id)
        return super().unlink()


class AtsAnswer(models.Model):
    _inherit = "ats.answer"

    @api.model_create_multi
    def create(self, vals_list):
        answers = super().create(vals_list)
        self.env["ats.search.stale"]._mark(answers.sudo().applicant_id.ats_candidate_id)
        return answers


class HrJob(models.Model):
    _inherit = "hr.job"

    def write(self, vals):
        result = super().write(vals)
        if "ats_restricted" in vals:
            applicants = self.env["hr.applicant"].sudo().with_context(active_test=False)
            self.env["ats.search.stale"]._mark(applicants.search([("job_id", "in", self.ids)]).ats_candidate_id)
        return result


class MailMessage(models.Model):
    _inherit = "mail.message"

    @api.model_create_multi
    def create(self, vals_list):
        messages = super().create(vals_list)
        messages._mark_noted_people()
        return messages

    def write(self, vals):
        result = super().write(vals)
        if "body" in vals:
            self._mark_noted_people()
        return result

    def unlink(self):
        self._mark_noted_people()
        return super().unlink()

    def _mark_noted_people(self):
        notes = self.sudo().filtered(
            lambda message: message.model == "hr.applicant" and message.message_type == "comment" and message.res_id
        )
        if notes:
            applicants = self.env["hr.applicant"].sudo().browse(notes.mapped("res_id")).exists()
            self.env["ats.search.stale"]._mark(applicants.ats_candidate_id)
