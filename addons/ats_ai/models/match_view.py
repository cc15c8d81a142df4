from odoo import api, fields, models

_SHOWN_OF_MATCH = ("applicant_id", "job_id", "scored", "score", "met", "missing", "unknown")


class HrApplicant(models.Model):
    """What the form and the cards show of résumé and match, to those who may see it."""

    _inherit = "hr.applicant"

    ats_match_visible = fields.Boolean(compute="_compute_ats_match_visible")
    ats_match_label = fields.Char("Match with the Job", compute="_compute_ats_match_view")
    ats_match_reasons = fields.Char("Why", compute="_compute_ats_match_view")
    ats_match_panel = fields.Html(compute="_compute_ats_match_panel", sanitize=False)
    ats_facts_panel = fields.Html(compute="_compute_ats_facts_panel", sanitize=False)

    def _ats_sees_match(self):
        """Return the applications whose score the user may see: the recruiters' all, a hiring
        manager's those of the own jobs. Interviewers and privacy officers see none."""
        if self._ats_is_recruiter():
            return self
        if not self.env.user.has_group("ats_core.group_ats_hiring_manager"):
            return self.browse()
        return self.filtered(lambda applicant: applicant.sudo().job_id.ats_hiring_manager_id == self.env.user)

    def _ats_match_rows(self):
        """Return ``{application: its match with its job}``, elevated, all with one query."""
        rows_sudo = (
            self.env["ats.match"].sudo().search_fetch([("applicant_id", "in", self.ids)], _SHOWN_OF_MATCH, order="id")
        )
        return {row.applicant_id.id: row for row in rows_sudo if row.job_id == row.applicant_id.job_id}

    @api.depends("job_id")
    @api.depends_context("uid")
    def _compute_ats_match_visible(self):
        visible = self._ats_sees_match()
        for applicant in self:
            applicant.ats_match_visible = applicant in visible

    @api.depends("ats_match_ids", "ats_match_ids.computed_at")
    @api.depends_context("uid", "lang")
    def _compute_ats_match_view(self):
        rows = self._ats_sees_match()._ats_match_rows()
        for applicant in self:
            row = rows.get(applicant.id)
            applicant.ats_match_label = str(row.score) if row and row.scored else False
            applicant.ats_match_reasons = self._ats_sentence(row) if row else False

    def _ats_sentence(self, row):
        """Return the reasons of a match in one sentence for each kind."""

        parts = [
            self.env._("Met: %s.", ", ".join(row._labels("met"))) if row.met else "",
            self.env._("Missing: %s.", ", ".join(row._labels("missing"))) if row.missing else "",
            self.env._("Unknown: %s.", ", ".join(row._labels("unknown"))) if row.unknown else "",
        ]
        return " ".join(part for part in parts if part)

    def _ats_card_facts(self):
        """The score as a small neutral chip."""
        facts = super()._ats_card_facts()
        for applicant_id, row in self._ats_sees_match()._ats_match_rows().items():
            if row.scored:
                facts.setdefault(applicant_id, []).append(
                    {
                        "label": self.env._("%s match", row.score),
                        "title": self._ats_sentence(row),
                        "kind": "match",
                    }
                )
        return facts

    @api.depends("ats_match_ids", "ats_match_ids.computed_at", "job_id")
    @api.depends_context("uid", "lang")
    def _compute_ats_match_panel(self):
        visible = self._ats_sees_match()
        rows = visible._ats_match_rows()
        for applicant in self:
            row = rows.get(applicant.id)
            applicant.ats_match_panel = applicant in visible and applicant._ats_render(
                "ats_ai.match_panel",
                match=row,
                why_not=not (row and row.scored) and applicant._ats_why_no_score(row),
            )

    def _ats_why_no_score(self, row):
        """Say why there is no number, and what to do."""
        job = self.sudo().job_id
        if not job:
            return self.env._("This application has no job to be compared with.")
        if not job._ats_has_requirements():
            return self.env._("The job asks for no skills yet. Add them to the job to get a match.")
        if not row:
            return self.env._("The match is being computed.")
        return self.env._("Skills are unknown: no résumé could be read. Add one, or type the skills.")

    @api.depends("ats_resume_ids", "ats_resume_ids.parsed_at", "ats_document_ids.text_state")
    @api.depends_context("uid", "lang")
    def _compute_ats_facts_panel(self):
        visible = self._ats_sees_match()
        for applicant in self:
            if applicant not in visible:
                applicant.ats_facts_panel = False
                continue
            applicant_sudo = applicant.sudo()
            resumes = applicant_sudo.ats_resume_ids
            current = applicant._ats_current_resume() or resumes.sorted("id")[-1:]
            unread = applicant_sudo.ats_document_ids.filtered(
                lambda document: document.kind == "resume" and document.text_state != "done"
            )
            applicant.ats_facts_panel = applicant._ats_render(
                "ats_ai.facts_panel",
                resume=current,
                facts=current.facts or {},
                unread=unread,
                states=self.env["ats.document"]._reading_states(),
                other_email=_differs(current, applicant_sudo.email_from),
            )

    def _ats_render(self, template, **values):
        return self.env["ir.qweb"]._render(template, {"applicant": self, **values})


def _differs(resume, email):
    """Return the e-mail of the résumé where it is not the application's."""
    found = resume._fact("email") if resume else ""
    return found if found and found.lower() != (email or "").strip().lower() else ""
