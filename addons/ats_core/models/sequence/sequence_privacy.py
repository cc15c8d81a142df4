from odoo import models


class AtsCandidate(models.Model):
    _inherit = "ats.candidate"

    def _erase_targets(self):
        enrolments = self._enrolments_sudo()
        return [*super()._erase_targets(), (enrolments, ["stop_note", "tz", "reply_since", "applicant_id"])]

    def _erase_self(self):
        self._in_sequences()._stop("erased")
        return super()._erase_self()

    def _enrolments_sudo(self):
        return self.env["ats.sequence.enrolment"].sudo().search([("candidate_id", "in", self.ids)], order="id")

    def _export_sections(self, applications):
        sections = super()._export_sections(applications)
        enrolments = self._enrolments_sudo()
        if enrolments:
            sections["sequences"] = [enrolment._export_enrolment() for enrolment in enrolments]
        return sections


class AtsSequenceEnrolment(models.Model):
    _inherit = "ats.sequence.enrolment"

    def _export_enrolment(self):
        """Return what the person may know about it."""
        return {
            "name": self.sequence_id.name,
            "since": _stamp(self.enrolled_at),
            "ended": _stamp(self.ended_at),
            "mails": [
                {
                    "subject": send.mail_message_id.subject or "",
                    "sent_at": _stamp(send.sent_at),
                    "opened_at": _stamp(send.opened_at),
                    "clicked_at": _stamp(send.clicked_at),
                }
                for send in self.send_ids.filtered(lambda send: send.kind == "mail").sorted("id")
            ],
        }


def _stamp(moment):
    """Write a moment in UTC as ISO 8601."""
    return f"{moment.isoformat(timespec='seconds')}Z" if moment else None
