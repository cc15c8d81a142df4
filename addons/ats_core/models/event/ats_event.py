from odoo import api, fields, models
from odoo.exceptions import UserError

from ...insert_rows import insert_rows
from .event_types import EVENT_TYPES


class AtsEvent(models.Model):
    """What happened, in the order it happened. Rows are written once, in the same transaction
    as the fact they tell, and carry ids instead of personal data."""

    _name = "ats.event"
    _description = "Recruitment Event"
    _order = "id desc"
    _rec_name = "type"

    type = fields.Selection(EVENT_TYPES, required=True, readonly=True)
    occurred_at = fields.Datetime(required=True, readonly=True, default=fields.Datetime.now)
    actor_id = fields.Many2one("res.users", "By", readonly=True, ondelete="set null")
    applicant_id = fields.Many2one(
        "hr.applicant", "Application", readonly=True, ondelete="set null", index="btree_not_null"
    )
    candidate_id = fields.Many2one("ats.candidate", readonly=True, ondelete="set null", index="btree_not_null")
    job_id = fields.Many2one("hr.job", readonly=True, ondelete="set null", index="btree_not_null")
    company_id = fields.Many2one("res.company", readonly=True, ondelete="set null", index=True)
    res_model = fields.Char("Subject Model", readonly=True)
    res_id = fields.Many2oneReference("Subject", model_field="res_model", readonly=True)
    payload = fields.Json(readonly=True)

    _type_time_idx = models.Index("(type, occurred_at)")

    @api.model
    def _record(self, event_type, *, applicant=None, candidate=None, job=None, res=None, payload=None):
        """Write what happened.

        :param str event_type: one of ``EVENT_TYPES``
        :param applicant: ``hr.applicant`` it concerns; candidate and job follow from it
        :param res: the record the event is about when that is another one (offer, interview)
        :param dict payload: plain values without personal data
        """
        return self._record_many(
            [
                {
                    "type": event_type,
                    "applicant": applicant,
                    "candidate": candidate,
                    "job": job,
                    "res": res,
                    "payload": payload,
                }
            ]
        )

    @api.model
    def _record_many(self, happenings):
        """Write several events with one insert; each is a dict with the arguments of
        :meth:`_record`, the type under ``type``."""
        return insert_rows(self.sudo(), [self._prepare_vals(**happening) for happening in happenings])

    @api.model
    def _prepare_vals(self, *, type, applicant=None, candidate=None, job=None, res=None, payload=None):
        applicant_sudo = (applicant or self.env["hr.applicant"]).sudo()
        candidate_sudo = (candidate or applicant_sudo.ats_candidate_id).sudo()
        job_sudo = (job or applicant_sudo.job_id).sudo()
        subject = res if res is not None else applicant_sudo or candidate_sudo or job_sudo
        company = applicant_sudo.company_id or job_sudo.company_id or candidate_sudo.company_id
        return {
            "type": type,
            "actor_id": self.env.uid,
            "applicant_id": applicant_sudo.id,
            "candidate_id": candidate_sudo.id,
            "job_id": job_sudo.id,
            "company_id": company.id,
            "res_model": subject._name,
            "res_id": subject.id,
            "payload": payload or {},
        }

    def write(self, vals):  # pylint: disable=method-required-super
        raise UserError(self.env._("The event journal is never edited."))

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("The event journal is never shortened by hand."))
