from datetime import timedelta

from odoo import fields, models
from odoo.tools import SQL, format_date

# So many filled openings make a median worth telling.
ENOUGH = 3
YEARS = 2


class HrJob(models.Model):
    """When the open openings of a job will be filled, if it goes as with the others of the company."""

    _inherit = "hr.job"

    ats_forecast_on = fields.Date("Filled By (forecast)", compute="_compute_ats_forecast")
    ats_forecast_text = fields.Char("Forecast", compute="_compute_ats_forecast")
    ats_forecast_why = fields.Char(compute="_compute_ats_forecast")

    def _compute_ats_forecast(self):
        today = fields.Date.context_today(self)
        usual = self._ats_days_to_fill()
        begun = self._ats_oldest_open_openings()
        for job in self:
            days, count = usual.get(job.company_id.id or self.env.company.id, (0, 0))
            begin = begun.get(job.id)
            told = begin and count >= ENOUGH and job.ats_job_state in ("open", "on_hold")
            job.ats_forecast_on = told and begin + timedelta(days=days)
            job.ats_forecast_text = told and (
                format_date(self.env, job.ats_forecast_on, date_format="d MMM")
                if job.ats_forecast_on >= today
                else self.env._("%s d over", (today - job.ats_forecast_on).days)
            )
            job.ats_forecast_why = told and self.env._(
                "Half of the last %(count)s openings were filled within %(days)s days; the oldest open one of this job "
                "is open since %(begin)s.",
                count=count,
                days=days,
                begin=format_date(self.env, begin),
            )

    def _ats_days_to_fill(self):
        """Return ``{company id: (median days from opening to hire, how many openings)}`` of the last years."""
        since = fields.Datetime.now() - timedelta(days=365 * YEARS)
        self.env["ats.opening"].flush_model()
        rows = self.env.execute_query(
            SQL(
                """SELECT company_id, count(*),
                          percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM closed_at - opened_at))
                     FROM ats_opening
                    WHERE state = 'filled' AND closed_at >= %s
                 GROUP BY company_id""",
                since,
            )
        )
        return {company: (round(seconds / 86400), count) for company, count, seconds in rows}

    def _ats_oldest_open_openings(self):
        """Return ``{job id: the day since when its oldest open opening is open}``."""
        groups = (
            self.env["ats.opening"]
            .sudo()
            ._read_group([("job_id", "in", self.ids), ("state", "=", "open")], ["job_id"], ["opened_at:min"])
        )
        return {job.id: fields.Date.to_date(opened) for job, opened in groups}

    def action_ats_filled_openings(self):
        """Button: the openings that the forecast is drawn from."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("ats_core.ats_opening_action")
        company = self.company_id or self.env.company
        since = fields.Datetime.now() - timedelta(days=365 * YEARS)
        domain = [("company_id", "=", company.id), ("state", "=", "filled"), ("closed_at", ">=", since)]
        return {**action, "domain": domain, "context": {}}
