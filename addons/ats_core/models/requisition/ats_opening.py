from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .ats_requisition import CLOSE_REASONS, LIVE


class AtsOpening(models.Model):
    """One seat. A hire fills exactly one; an undone hire opens it again."""

    _name = "ats.opening"
    _description = "Opening"
    _order = "requisition_id, number"

    name = fields.Char("Opening", required=True, readonly=True)
    number = fields.Integer(required=True, readonly=True)
    requisition_id = fields.Many2one("ats.requisition", required=True, readonly=True, ondelete="cascade", index=True)
    job_id = fields.Many2one(related="requisition_id.job_id", store=True, index="btree_not_null")
    company_id = fields.Many2one(related="requisition_id.company_id", store=True, index=True)
    state = fields.Selection(
        [("open", "Open"), ("filled", "Filled"), ("closed", "Closed")], required=True, readonly=True, default="open"
    )
    opened_at = fields.Datetime("Opened", required=True, readonly=True, default=fields.Datetime.now)
    closed_at = fields.Datetime("Filled or Closed", readonly=True)
    close_reason = fields.Selection(CLOSE_REASONS, readonly=True)
    applicant_id = fields.Many2one(
        "hr.applicant",
        "Filled By",
        readonly=True,
        ondelete="set null",
        index="btree_not_null",
        context={"active_test": False},
    )

    _number_uniq = models.UniqueIndex("(requisition_id, number)", "This opening exists already.")
    _one_for_an_application_uniq = models.UniqueIndex(
        "(applicant_id) WHERE state = 'filled'", "This application fills an opening already."
    )
    _open_idx = models.Index("(job_id, requisition_id, number) WHERE state = 'open'")
    _filled_tells_when = models.Constraint(
        "CHECK ((state = 'open') = (closed_at IS NULL))", "An opening that is not open tells since when."
    )

    def write(self, vals):  # pylint: disable=method-required-super
        raise UserError(self.env._("Openings follow from the requisition and from hiring: they are not typed."))

    def _write_by_verb(self, vals):
        return super().write(vals)  # pylint: disable=super-method-mismatch

    @api.model
    def _hireable_domain(self, job):
        return [("job_id", "=", job.id), ("state", "=", "open"), ("requisition_id.state", "in", LIVE)]

    @api.model
    def _claim(self, applicant, opening=None):
        """Fill one open opening of the application's job. Called elevated, by hiring alone.

        Openings that other hires hold at this moment are skipped. If those are all there are, wait
        for one of them: it is filled, and this request starts again, or it is free.

        :param opening: this one and no other
        :return: the opening, empty when none is open
        """
        self.env.flush_all()
        row = self._lock_one(applicant, opening, SQL("FOR NO KEY UPDATE OF opening SKIP LOCKED"))
        if not row:
            row = self._lock_one(applicant, opening, SQL("FOR NO KEY UPDATE OF opening"))
        claimed = self.browse(row)
        claimed.invalidate_recordset(flush=False)
        if claimed:
            claimed._write_by_verb(
                {
                    "state": "filled",
                    "applicant_id": applicant.id,
                    "closed_at": fields.Datetime.now(),
                    "close_reason": "filled",
                }
            )
            applicant.ats_requisition_id = claimed.requisition_id
            claimed.requisition_id._opening_filled(claimed)
        return claimed

    @api.model
    def _lock_one(self, applicant, opening, lock):
        rows = self.env.execute_query(
            SQL(
                """
            SELECT opening.id
              FROM ats_opening opening
              JOIN ats_requisition requisition ON requisition.id = opening.requisition_id
             WHERE opening.job_id = %s AND opening.state = 'open' AND requisition.state IN %s AND %s
          ORDER BY requisition.id = %s DESC, requisition.target_start NULLS LAST, opening.requisition_id, opening.number
             LIMIT 1 %s
        """,
                applicant.job_id.id,
                LIVE,
                SQL("opening.id = %s", opening.id) if opening else SQL("TRUE"),
                applicant.ats_requisition_id.id or 0,
                lock,
            )
        )
        return rows[0][0] if rows else None

    def _release(self):
        """Open filled openings again, because the hire was undone. Called elevated."""
        for opening in self.filtered(lambda opening: opening.state == "filled"):
            requisition = opening.requisition_id
            reopen = requisition._may_take_back()
            now = fields.Datetime.now()
            opening._write_by_verb(
                {
                    "applicant_id": False,
                    "state": "open" if reopen else "closed",
                    "closed_at": False if reopen else now,
                    "close_reason": False if reopen else requisition.close_reason,
                }
            )
            requisition._opening_released(opening)

    def _close(self, reason):
        """Give up openings that nobody fills any more. Called elevated."""
        still = self.filtered(lambda opening: opening.state == "open")
        still._write_by_verb({"state": "closed", "closed_at": fields.Datetime.now(), "close_reason": reason})
