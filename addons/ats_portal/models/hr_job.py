import re

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date, get_lang
from odoo.tools.misc import format_amount

# States in which a page may be on the website; publishing itself needs "open".
SHOWN_STATES = ("open", "on_hold")


class HrJob(models.Model):
    _inherit = "hr.job"

    # The website lets portal users read published jobs by RPC: what is not shown stays inside.
    ats_pay_min = fields.Monetary(groups="base.group_user")
    ats_pay_max = fields.Monetary(groups="base.group_user")
    ats_close_reason = fields.Selection(groups="base.group_user")
    ats_was_published = fields.Boolean(
        "Was on the Website",
        copy=False,
        readonly=True,
        help="Its address has been public, so it answers that the job is closed instead of nothing.",
    )

    # ------------------------------------------------------------
    # Publication follows the state
    # ------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        jobs = super().create(vals_list)
        jobs.filtered("is_published")._ats_published()
        return jobs

    def write(self, vals):
        if vals.get("ats_job_state") in ("draft", "closed") or vals.get("active") is False:
            if any(job.is_published for job in self):
                vals = {**vals, "is_published": False}
        hidden = self.filtered(lambda job: not job.is_published)
        result = super().write(vals)
        if vals.get("is_published"):
            hidden._ats_published()
        return result

    def _ats_published(self):
        """Called when jobs have gone public: refuse it while something stands against it."""
        for job in self:
            if blockers := job._ats_publish_blockers():
                raise ValidationError(
                    self.env._(
                        "%(job)s cannot be shown on the website yet:\n%(reasons)s",
                        job=job.name,
                        reasons="\n".join(f"- {blocker}" for blocker in blockers),
                    )
                )
        self.filtered(lambda job: not job.ats_was_published).ats_was_published = True

    def _ats_public_path(self):
        self.ensure_one()
        return self.sudo().website_url if self.sudo().is_published else super()._ats_public_path()

    @api.constrains("is_published", "ats_job_state")
    def _check_published_state(self):
        """Whatever door was used: no page for a job that is not being recruited for."""
        for job in self:
            if job.is_published and job.ats_job_state not in SHOWN_STATES:
                raise ValidationError(
                    self.env._("%s is not open. Open it before you show it on the website.", job.name)
                )

    # ------------------------------------------------------------
    # What visitors read
    # ------------------------------------------------------------

    def _ats_careers_state(self):
        """Return how the job stands for a visitor.

        ``open`` takes applications, ``paused`` has a page only, ``closed`` had one, ``hidden``
        never had one or has none now.
        """
        self.ensure_one()
        if self.active and self.website_published and self.ats_job_state in SHOWN_STATES:
            return "open" if self._ats_accepts_applications() else "paused"
        if self.ats_was_published and (self.ats_job_state == "closed" or not self.active):
            return "closed"
        return "hidden"

    def _ats_public_facts(self):
        """Return what a visitor may know about the job: dicts with key, icon, label and text."""
        self.ensure_one()
        texts = {
            "place": self._ats_place_text(),
            "workplace": self._ats_selection_label("ats_workplace"),
            "type": self._ats_selection_label("ats_employment_type") or self.sudo().contract_type_id.name,
            "pay": self._ats_public_pay(),
            "department": self.sudo().department_id.name,
            "closing": self.ats_close_date and format_date(self.env, self.ats_close_date, date_format="long"),
        }
        return [
            {"key": key, "icon": icon, "label": label, "text": texts[key]}
            for key, icon, label in self._ats_fact_labels()
            if texts[key]
        ]

    def _ats_fact_labels(self):
        return [
            ("place", "fa-map-marker", self.env._("Place")),
            ("workplace", "fa-home", self.env._("Workplace")),
            ("type", "fa-clock-o", self.env._("Employment type")),
            ("pay", "fa-money", self.env._("Pay")),
            ("department", "fa-users", self.env._("Department")),
            ("closing", "fa-calendar", self.env._("Apply until")),
        ]

    def _ats_selection_label(self, name):
        labels = dict(self._fields[name]._description_selection(self.env))
        return labels.get(self[name])

    def _ats_public_pay(self):
        """Return the pay range in words, only when the job shows it."""
        self.ensure_one()
        if not self.ats_pay_shown or not (self.ats_pay_min or self.ats_pay_max):
            return ""
        amounts = [self._ats_round_amount(amount) for amount in (self.ats_pay_min, self.ats_pay_max) if amount]
        values = {"range": " – ".join(dict.fromkeys(amounts))}
        return {
            "hour": self.env._("%(range)s per hour", **values),
            "day": self.env._("%(range)s per day", **values),
            "week": self.env._("%(range)s per week", **values),
            "month": self.env._("%(range)s per month", **values),
            "year": self.env._("%(range)s per year", **values),
        }.get(self.ats_pay_period, values["range"])

    def _ats_round_amount(self, amount):
        """Return an amount with its currency, without cents that are zero."""
        currency_sudo = self.sudo().ats_pay_currency_id or self.sudo().company_id.currency_id
        text = format_amount(self.env, amount, currency_sudo)
        cents = get_lang(self.env).decimal_point + "0" * currency_sudo.decimal_places
        return re.sub(re.escape(cents) + r"(?!\d)", "", text) if len(cents) > 1 else text

    def _ats_public_steps(self):
        """Return how the job hires, in public words: dicts with label and days, in order.

        Days are the working days within which the step is answered; 0 when nothing is promised.
        """
        self.ensure_one()
        stages_sudo = (
            self.env["hr.recruitment.stage"]
            .sudo()
            .search(["|", ("job_ids", "=", False), ("job_ids", "=", self.id), ("ats_kind", "!=", "hired")])
        )
        days = {}
        for stage in stages_sudo.filtered("ats_public_label"):
            days[stage.ats_public_label] = days.get(stage.ats_public_label, 0) + stage.ats_sla_days
        return [{"label": label, "days": count} for label, count in days.items()]

    @api.model
    def _search_get_detail(self, website, order, options):
        """The public list has no job that is only half shown."""
        detail = super()._search_get_detail(website, order, options)
        if not self.env.user.has_group("hr_recruitment.group_hr_recruitment_user"):
            detail["base_domain"].append([("ats_job_state", "in", SHOWN_STATES)])
        return detail
