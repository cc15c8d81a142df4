from odoo import models


class HrApplicant(models.Model):
    """What the chatter says when many applications change at once."""

    _inherit = "hr.applicant"

    def _message_track(self, fields_iter, initial_values_dict):
        """Log the changes of many at once; natively each application takes nine statements.

        Who follows an application for the kind of change is told as natively.
        """
        if len(self) <= 1 or not fields_iter:
            return super()._message_track(fields_iter, initial_values_dict)
        tracked = self.fields_get(fields_iter, attributes=("string", "type", "selection", "currency_field"))
        tracking = {row.id: row._mail_track(tracked, initial_values_dict[row.id]) for row in self.exists()}
        told = self._ats_told_of(tracking, initial_values_dict)
        (self - told)._ats_log_changes(tracking)
        return tracking | super(HrApplicant, told)._message_track(fields_iter, initial_values_dict)

    def _ats_told_of(self, tracking, initial_values_dict):
        """Return the applications whose change somebody follows or another person made."""
        of_subtype = {}
        for alike in self._ats_changed_alike(tracking):
            before = initial_values_dict[alike[0].id]
            subtype = alike[0]._track_subtype({name: before[name] for name in tracking[alike[0].id][0]})
            if subtype:
                of_subtype.setdefault(subtype, []).extend(alike.ids)
        authors = self.env.cr.precommit.data.get(f"mail.tracking.author.{self._name}", {})
        told = set(authors).intersection(self.ids)
        for subtype, ids in of_subtype.items():
            following = [
                ("res_model", "=", self._name),
                ("res_id", "in", ids),
                ("subtype_ids", "in", subtype.id),
                ("partner_id", "!=", self.env.user.partner_id.id),
            ]
            told.update(self.env["mail.followers"].sudo().search_fetch(following, ["res_id"]).mapped("res_id"))
        return self.filtered(lambda applicant: applicant.id in told)

    def _ats_changed_alike(self, tracking):
        """Return the changed applications in groups of which one tells the kind of change for all."""
        changed = self.filtered(lambda one: tracking.get(one.id, (None,))[0])
        return changed.grouped(lambda one: (frozenset(tracking[one.id][0]), one.stage_id)).values()

    def _ats_log_changes(self, tracking):
        """Write a note with the old and new values into each chatter."""
        bodies = self.env.cr.precommit.data.get(f"mail.tracking.message.{self._name}", {})
        changed = self.filtered(lambda applicant: tracking.get(applicant.id, (None, None))[1])
        messages = changed._message_log_batch(
            {
                row.id: bodies.get(row.id, row._track_get_default_log_message(tracking[row.id][0]) or "")
                for row in changed
            }
        )
        self.env["mail.tracking.value"].sudo().create(
            [
                {**vals, "mail_message_id": message.id}
                for message in messages
                for _command, _id, vals in tracking[message.res_id][1]
            ]
        )
