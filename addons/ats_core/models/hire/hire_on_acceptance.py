import logging

from psycopg2 import OperationalError

from odoo import models
from odoo.exceptions import ConcurrencyError, UserError
from odoo.tools import LazyTranslate

from odoo.addons.queue_job.exception import RetryableJobError

from ...enqueue import ats_enqueue

_lt = LazyTranslate(__name__)
_logger = logging.getLogger(__name__)

HIRE_TODO = _lt("%(person)s is hired: make the employee")


class HrApplicant(models.Model):
    """What happens when somebody is hired on the card or says yes, and nobody pressed Hire."""

    _inherit = "hr.applicant"

    def _ats_offer_accepted(self, offer):
        """Hire in the background in the name of HR if the company wants that, else leave the
        to-do. The candidate's request itself never hires."""
        responsible = offer._responsible()
        if not (offer.company_id.sudo().ats_hire_on_acceptance and responsible.has_group("hr.group_hr_user")):
            return super()._ats_offer_accepted(offer)
        ats_enqueue(
            self.with_user(responsible),
            "_ats_hire_in_background",
            offer.id,
            channel="root.hire",
            key=f"hire:{self.id}",
        )
        return None

    def _ats_hire_in_background(self, offer_id):
        """Job: hire, or leave HR a to-do that says why it did not work."""
        try:
            with self.env.cr.savepoint():
                self._ats_hire()
        except ConcurrencyError as error:
            raise RetryableJobError("Hired by somebody else at this moment.") from error
        except OperationalError:
            raise
        except UserError as error:
            self._ats_leave_hire_todo(offer_id, str(error))
        except Exception:
            _logger.exception("Hiring application %s after acceptance failed", self.id)
            self._ats_leave_hire_todo(
                offer_id, self.env._("The employee could not be made by itself. The log of the server tells why.")
            )

    def _ats_leave_hire_todo(self, offer_id, note):
        offer_sudo = self.env["ats.offer"].sudo().browse(offer_id)
        offer_sudo._leave_activity(offer_sudo._responsible(), HIRE_TODO, note)

    def _ats_stage_entered(self, previous_stage):
        """A card in a hired stage has to become an employee: who moved it and may do so is offered
        the button, for anybody else HR gets a to-do."""
        result = super()._ats_stage_entered(previous_stage)
        may_hire = self.env.user.has_group("hr.group_hr_user")
        if self.stage_id.hired_stage and not may_hire and not self._ats_current_hire_sudo():
            self._ats_ask_hr_to_hire()
        return result

    def _ats_ask_hr_to_hire(self):
        company = self.sudo().company_id or self.env.company
        responsible = (
            self._ats_accepted_offer_sudo().hr_responsible_id
            or company._ats_hr_responsible(self.sudo().job_id.department_id)
            or self.sudo().user_id
        )
        if responsible:
            applicant_sudo = self.sudo().with_context(lang=responsible.lang)
            summary = applicant_sudo.env._(HIRE_TODO)
            applicant_sudo.activity_schedule(
                "mail.mail_activity_data_todo",
                user_id=responsible.id,
                summary=summary % {"person": applicant_sudo.partner_name},
            )
