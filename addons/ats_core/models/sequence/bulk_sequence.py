from odoo import api, fields, models
from odoo.tools import split_every

from ..bulk.ats_bulk_run import MOST


class AtsBulkRun(models.Model):
    """Add many people to a sequence, as every other bulk action: preview, background, undo."""

    _inherit = "ats.bulk.run"

    action = fields.Selection(selection_add=[("sequence", "Add to a sequence")], ondelete={"sequence": "cascade"})
    sequence_id = fields.Many2one("ats.sequence", ondelete="set null")
    again = fields.Boolean("Also who has been in it before")

    @api.model
    def _actions_on(self):
        actions = super()._actions_on()
        return {**actions, "ats.candidate": {*actions["ats.candidate"], "sequence"}}

    @api.model
    def _choices(self):
        return super()._choices() | {"sequence_id", "again"}

    @api.model
    def _needed_choices(self):
        return {**super()._needed_choices(), "sequence": "sequence_id"}

    def _plan_sequence(self, people):
        blockers = self.sequence_id._enrol_blockers(people, again=self.again)
        return {person: " ".join(why.values()) for person, why in blockers.items() if why}, {}

    def _do_sequence(self, people):
        enrolments, _left_out = self.sequence_id._enrol(people, again=self.again)
        return {enrolment.candidate_id.id: {"enrolment": enrolment.id} for enrolment in enrolments}

    def _undo_sequence(self, people, before):
        """Take those out who have had no step yet."""
        ids = [before[person.id]["enrolment"] for person in people if "enrolment" in before[person.id]]
        enrolments_sudo = self.env["ats.sequence.enrolment"].sudo().browse(ids).exists()
        begun = enrolments_sudo.filtered("send_ids")
        why = self.env._("has had the first step.")
        staying = {person: why for person in people if before[person.id].get("enrolment") in begun.ids}
        (enrolments_sudo - begun).unlink()
        return staying

    @api.model
    def _enrol_in_runs(self, sequence, people, *, again=False):
        """Put people into a sequence, at most a thousand to a run.

        :return: the runs, those begun that anybody is left for
        """
        runs = self.browse()
        for ids in split_every(MOST, people.ids):
            run = self._prepare(people.browse(ids), "sequence", sequence_id=sequence.id, again=again)
            run._preview()
            if run.todo_count:
                run._start()
                runs |= run
        return runs
