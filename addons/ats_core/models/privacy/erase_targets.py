from odoo import models
from odoo.fields import Domain

APPLICATION_FIELDS = [
    "partner_name",
    "email_from",
    "email_cc",
    "partner_phone",
    "partner_phone_sanitized",
    "linkedin_profile",
    "applicant_notes",
    "applicant_properties",
    "salary_expected_extra",
    "salary_proposed_extra",
    "ats_withdraw_reason",
    "ats_submission_key",
    "ats_reply_since",
    "partner_id",
    "message_main_attachment_id",
]

CONTACT_FIELDS = ["email", "phone", "name", "street", "street2", "city", "zip", "comment", "vat", "active"]


class AtsCandidate(models.Model):
    """What of the native records is the person's. Other rooms and addons add theirs."""

    _inherit = "ats.candidate"

    def _erase_targets(self):
        everything = self.env["hr.applicant"].sudo().with_context(active_test=False)
        rows = everything.search([("ats_candidate_id", "=", self.id)])
        talents = rows.filtered(lambda row: not row.job_id)
        applications = rows - talents
        offers = applications.ats_offer_ids
        return [
            *super()._erase_targets(),
            (self, ["name", "lang", "tag_ids", "partner_id"]),
            (applications, APPLICATION_FIELDS),
            (applications.applicant_skill_ids, []),
            (applications.ats_document_request_ids, []),
            (self._of("ats.answer", applications), []),
            (self._of("ats.refusal.proposal", applications), ["origin", "note"]),
            (self._of("ats.suggested.change", applications), []),
            (self._links(applications), []),
            # What the search of people has of the person; it is not written anew for the erased.
            (self._found_by("ats.search.entry"), []),
            (self._found_by("ats.search.note"), []),
            (self.consent_ids, ["proof"]),
            (self._requests(applications), ["note", "answer"]),
            (offers, ["answer_evidence", "decline_reason", "letter_attachment_id", "signed_attachment_id"]),
            (offers.letter_attachment_id | offers.signed_attachment_id, []),
            (talents, []),
            (self._own_contacts(), CONTACT_FIELDS),
        ]

    def _of(self, model, applications):
        """Return the rows of a model that belong to the applications."""
        rows = self.env[model].sudo().with_context(active_test=False)
        return rows.search([("applicant_id", "in", applications.ids)])

    def _found_by(self, model):
        return self.env[model].sudo().search([("candidate_id", "=", self.id)])

    def _links(self, applications):
        return (
            self.env["ats.access.link"]
            .sudo()
            .search(Domain("applicant_id", "in", applications.ids) | Domain("candidate_id", "=", self.id))
        )

    def _requests(self, applications):
        return (
            self.env["ats.privacy.request"]
            .sudo()
            .search(Domain("applicant_id", "in", applications.ids) | Domain("candidate_id", "=", self.id))
        )

    def _own_contacts(self):
        """Return the contacts that recruitment made for the person and nobody inside logs in with."""
        rows = (
            self.env["hr.applicant"].sudo().with_context(active_test=False).search([("ats_candidate_id", "=", self.id)])
        )
        contacts = (self.partner_id | rows.partner_id).sudo().with_context(active_test=False)
        return contacts.filtered(
            lambda contact: contact.ats_candidate_partner and all(user.share for user in contact.user_ids)
        )
