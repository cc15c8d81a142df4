from odoo import fields, models
from odoo.tools import plaintext2html

MAX_NOTE = 500


class AtsProfileShare(models.Model):
    """The short answer of the reader."""

    _inherit = "ats.profile.share"

    def _take_answer(self, answer, note=""):
        """Keep whether the reader is interested; the recruiter gets a note and something to do.

        :param str answer: ``interested`` or ``not``
        :return: whether it was one of the two
        """
        self.ensure_one()
        if answer not in dict(self._fields["answer"].selection):
            return False
        words = " ".join((note or "").split())[:MAX_NOTE]
        self.write({"answer": answer, "answer_note": words, "answered_at": fields.Datetime.now()})
        self.env["ats.event"]._record(
            "profile.answered", candidate=self.candidate_id, res=self, payload={"answer": answer}
        )
        self._tell_recruiter(words)
        return True

    def _tell_recruiter(self, words):
        label = dict(self._fields["answer"]._description_selection(self.env))[self.answer]
        text = self.env._("%(reader)s answered to the shared profile: %(answer)s", reader=self.recipient, answer=label)
        person = self.candidate_id
        root = self.env.ref("base.partner_root")
        person.message_post(
            body=plaintext2html(f"{text}\n{words}" if words else text),
            author_id=root.id,
            subtype_xmlid="mail.mt_note",
        )
        if self.user_id.active:
            person.activity_schedule(
                "mail.mail_activity_data_todo", summary=text, note=plaintext2html(words), user_id=self.user_id.id
            )
