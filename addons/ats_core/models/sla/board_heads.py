from odoo import api, fields, models
from odoo.tools import SQL


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    @api.model
    def ats_board_heads(self, domain):
        """Figures under the names of a board's columns, all columns in one query.

        :param list domain: what the board shows
        :return: ``{stage id: {"median": whole days in the stage, "late": number of late answers}}``
        """
        self.check_access("read")
        shown = self._search([*domain, ("ats_state", "=", "ongoing")])
        # What is written in this request counts.
        self.flush_model(["stage_id", "date_last_stage_update", "ats_sla_state"])
        rows = self.env.execute_query(
            SQL(
                """SELECT stage_id,
                          percentile_cont(0.5) WITHIN GROUP (
                              ORDER BY extract(epoch FROM %(now)s - date_last_stage_update) / 86400),
                          count(*) FILTER (WHERE ats_sla_state = 'red')
                     FROM hr_applicant
                    WHERE id IN %(shown)s AND stage_id IS NOT NULL
                 GROUP BY stage_id""",
                now=fields.Datetime.now(),
                shown=shown.subselect(),
            )
        )
        return {stage_id: {"median": int(median or 0), "late": late} for stage_id, median, late in rows}
