from psycopg2.errors import UniqueViolation

from odoo import api, fields, models
from odoo.exceptions import ConcurrencyError
from odoo.tools import plaintext2html

from .verb import taking

# What a door may hand over, and the field it ends in.
_FIELD_OF = {
    "name": "partner_name",
    "email": "email_from",
    "phone": "partner_phone",
    "linkedin": "linkedin_profile",
    "lang": "ats_lang",
    "tz": "ats_tz",
    "submission_key": "ats_submission_key",
    "source_id": "source_id",
    "medium_id": "medium_id",
    "campaign_id": "campaign_id",
}


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    ats_source = fields.Selection(
        [
            ("website", "Careers page"),
            ("email", "E-mail"),
            ("api", "API"),
            ("referral", "Referral"),
            ("import", "Import"),
            ("manual", "By hand"),
        ],
        "Came By",
        default=lambda self: "import" if self.env.context.get("import_file") else "manual",
        readonly=True,
        copy=False,
    )
    ats_submission_key = fields.Char(readonly=True, copy=False)

    _ats_submission_uniq = models.UniqueIndex(
        "(ats_submission_key) WHERE ats_submission_key IS NOT NULL", "This form was sent already."
    )

    @api.model
    def _ats_apply(self, job, vals, *, files=(), answers=None, source, proof=None):
        """Take an application, whatever door it came through.

        Never makes a second open application of one person for one job, and never writes to a
        contact that existed before. Data of an unproven address stays on the application.

        :param job: the ``hr.job`` applied to
        :param dict vals: ``name``, ``email`` and optionally ``phone``, ``linkedin``, ``message``,
            ``lang``, ``tz``, ``submission_key``, ``source_id``, ``medium_id``, ``campaign_id``
        :param files: sequence of ``(filename, bytes)``; one that cannot be read costs nothing
        :param dict answers: ``{question id: value}``; ``None`` when the door asks no questions
        :param str source: one of the values of ``ats_source``
        :param str proof: how the address is known to be the sender's, if it is
        :return: ``(application, outcome)``; the outcome is ``created``, ``existing``,
            ``cooldown`` or ``duplicate`` (the same form arrived twice)
        :raise UserError: an answer is missing or cannot be kept
        :raise ConcurrencyError: the same person applies at this very moment; run again
        """
        unknown = vals.keys() - _FIELD_OF.keys() - {"message"}
        if unknown:
            raise ValueError(f"not part of an application: {sorted(unknown)}")
        repeated = self._ats_find_submission(vals.get("submission_key"))
        if repeated:
            return repeated, "duplicate"
        answers = self._ats_checked_answers(job, answers, vals.get("lang"))
        try:
            with self.env.cr.savepoint():
                return self._ats_take(job, vals, files, answers, source, proof)
        except UniqueViolation as error:
            raise ConcurrencyError("the same person applies at this moment") from error

    def _ats_take(self, job, vals, files, answers, source, proof):
        native = {_FIELD_OF[name]: value for name, value in vals.items() if name in _FIELD_OF}
        native |= {"job_id": job.id, "ats_source": source}
        candidate, _is_new = self.env["ats.candidate"]._find_or_create(self._ats_person_vals(native))
        applicant = self._ats_open_application(candidate, job)
        outcome = "existing" if applicant else "created"
        if not applicant and self._ats_in_cooldown(candidate, job):
            self._ats_turn_away(candidate, job)
            return applicant, "cooldown"
        if not applicant:
            applicant = self._ats_create_application(candidate, native, proof)
        applicant._ats_add_submission(vals.get("message"), files, answers, proof)
        if outcome == "existing":
            self.env["ats.event"]._record("application.resubmitted", applicant=applicant, payload={"source": source})
        applicant._ats_confirm_receipt(outcome)
        applicant._ats_taken(outcome)
        self.env.flush_all()
        return applicant, outcome

    def _ats_create_application(self, candidate, native, proof):
        quiet = taking(self.with_context(mail_create_nosubscribe=True, ats_no_stage_mail=True))
        return quiet.create(
            [
                {
                    **native,
                    "ats_candidate_id": candidate.id,
                    "ats_address_proven": bool(proof),
                }
            ]
        ).with_env(self.env)

    def _ats_add_submission(self, message, files, answers, proof):
        """Keep what came with a submission on the application, marked as proven or not."""
        self.ensure_one()
        self._ats_keep_answers(answers, proven=bool(proof))
        if files:
            self.env["ats.document"]._receive(self, files, origin="candidate", proven=bool(proof))
        if message:
            self.message_post(
                body=plaintext2html(message),
                author_id=False,
                email_from=self.email_from,
                message_type="comment",
                subtype_xmlid="mail.mt_note",
            )
        self._ats_touch()

    @api.model
    def _ats_checked_answers(self, job, answers, lang):
        """Hook: check the answers to the job's questions before anything is written.

        :return: what ``_ats_keep_answers`` stores
        """

    def _ats_keep_answers(self, checked, *, proven):
        """Hook: store the answers to the job's questions."""

    def _ats_taken(self, outcome):
        """Hook: a submission has been taken completely; the outcome is ``created`` or ``existing``."""

    @api.model
    def _ats_in_cooldown(self, candidate, job):
        """Hook: tell whether the person has to wait before applying to this job again."""
        return False

    @api.model
    def _ats_turn_away(self, candidate, job):
        """Hook: note that a person applied and has to wait, and tell them politely."""

    @api.model
    def _ats_find_submission(self, key):
        if not key:
            return self.browse()
        return self.sudo().with_context(active_test=False).search([("ats_submission_key", "=", key)], limit=1)

    def _ats_confirm_receipt(self, outcome):
        """Hook: tell the candidate that the application arrived.

        Without a candidate page it is the mail of the first stage; nothing on a repetition.
        """
        if outcome == "created":
            self._ats_send_stage_mail()
