from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError

REWARDERS = ("hr_recruitment.group_hr_recruitment_manager", "hr.group_hr_manager")


class AtsReferral(models.Model):
    """The reward for a recommendation: when it is due, and that it was paid. Nothing is paid here."""

    _inherit = "ats.referral"

    reward_state = fields.Selection(
        [
            ("none", "No reward"),
            ("waiting", "Hired, waiting"),
            ("eligible", "Due"),
            ("paid", "Paid"),
        ],
        "Reward",
        required=True,
        readonly=True,
        default="none",
    )
    reward_on = fields.Date("Due On", readonly=True)
    reward_paid_on = fields.Date("Paid On", readonly=True)

    _reward_idx = models.Index("(reward_state, id) WHERE reward_state <> 'paid' AND state = 'applied'")

    @api.model
    def _cron_rewards(self):
        """Follow the hires: who was hired waits for the day, who is still employed then is due."""
        open_sudo = self.sudo().search([("state", "=", "applied"), ("reward_state", "!=", "paid")])
        hires = (
            self.env["ats.hire"]
            .sudo()
            .search([("applicant_id", "in", open_sudo.applicant_id.ids), ("undone_at", "=", False)])
        )
        hire_of = {hire.applicant_id: hire for hire in hires}
        for referral in open_sudo:
            values = referral._reward_values(hire_of.get(referral.applicant_id))
            if any(referral[name] != value for name, value in values.items()):
                referral.write(values)

    def _reward_values(self, hire):
        """Return state and day of the reward for a hire that was not undone, or for none."""
        employee = hire and hire.employee_id.with_context(active_test=False)
        if not employee or not employee.active:
            return {"reward_state": "none", "reward_on": False}
        began = hire.offer_id.start_date or hire.create_date.date()
        due = began + timedelta(days=(self.company_id or self.env.company).ats_referral_reward_days)
        return {"reward_state": "eligible" if due <= fields.Date.today() else "waiting", "reward_on": due}

    def action_reward_paid(self):
        """Note that the rewards that are due were paid."""
        self.check_access("read")
        if not self.env.su and not any(self.env.user.has_group(group) for group in REWARDERS):
            raise AccessError(self.env._("Recruitment administrators and HR managers note rewards."))
        due = self.sudo().filtered(lambda referral: referral.reward_state == "eligible")
        due.write({"reward_state": "paid", "reward_paid_on": fields.Date.context_today(self)})
