from odoo import fields, models
from odoo.tools import SQL


class AtsSequenceSend(models.Model):
    """One step that one person has had: written in the transaction that queued the mail, so it happens once."""

    _name = "ats.sequence.send"
    _description = "Step That Was Done"
    _order = "sent_at desc, id desc"
    _rec_name = "step_id"

    enrolment_id = fields.Many2one(
        "ats.sequence.enrolment", required=True, readonly=True, ondelete="cascade", index=True
    )
    sequence_id = fields.Many2one(related="enrolment_id.sequence_id", store=True, index=True)
    company_id = fields.Many2one(related="enrolment_id.company_id", store=True, index=True)
    step_id = fields.Many2one("ats.sequence.step", required=True, readonly=True, ondelete="cascade", index=True)
    kind = fields.Selection(
        [("mail", "Mail"), ("sms", "SMS"), ("activity", "To-do for the sender")], required=True, readonly=True
    )
    is_sent = fields.Boolean("Done", readonly=True, default=True, help="No: there was nothing to do, see the note.")
    sent_at = fields.Datetime("When", required=True, readonly=True, default=fields.Datetime.now)
    note = fields.Char(readonly=True)
    mail_message_id = fields.Many2one("mail.message", readonly=True, ondelete="set null", index="btree_not_null")
    opened_at = fields.Datetime("Opened", readonly=True)
    clicked_at = fields.Datetime("Clicked", readonly=True)
    replied_at = fields.Datetime("Answered", readonly=True)
    bounced_at = fields.Datetime("Came Back", readonly=True)

    _step_uniq = models.UniqueIndex("(enrolment_id, step_id)", "This person has had this step already.")

    def _note_first(self, name):
        """Write the moment into a field unless it has one: the first time counts, however often it happens.

        Past the ORM: two pictures loaded at once wait for each other and none fails.
        """
        if not self:
            return
        self.env.cr.execute(
            SQL(
                "UPDATE ats_sequence_send SET %(name)s = %(now)s WHERE id IN %(ids)s AND %(name)s IS NULL",
                name=SQL.identifier(name),
                now=fields.Datetime.now(),
                ids=tuple(self.ids),
            )
        )
        self.invalidate_recordset([name], flush=False)
