from markupsafe import Markup

from odoo import fields, models
from odoo.tools import format_datetime


class AtsApproval(models.Model):
    """What happened, as sentences that anybody reads without knowing how approvals work."""

    _inherit = "ats.approval"

    def _trail(self):
        """Return ``[(moment, icon, sentence, comment), ...]``, oldest first."""
        moments = []
        for approval in self:
            if approval.started_at and approval.state != "void":
                moments.append((approval.started_at, "fa-question-circle-o", approval._asked_sentence(), None))
            moments += [row._decision_moment() for row in approval.approver_ids if row.decided_at]
            if approval.state == "void":
                moments.append((approval.ended_at, "fa-refresh", approval._void_sentence(), None))
        return sorted(moments, key=lambda moment: moment[0])

    def _asked_sentence(self):
        person = self.requested_by_id.name or self.env._("Somebody")
        if self.sequential and len(self.step_ids) > 1:
            return self.env._("%(person)s asked %(groups)s, one after the other.", person=person, groups=self._groups())
        return self.env._("%(person)s asked %(groups)s.", person=person, groups=self._groups())

    def _groups(self):
        return ", ".join(self.step_ids.sorted().mapped("name"))

    def _void_sentence(self):
        return self.env._("Begun anew: %s What was approved until then no longer counts.", self.void_reason or "")

    def _waiting_sentence(self):
        """Whom a running flow waits for, in one sentence."""
        sentences = []
        for step in self.step_ids.sorted():
            rows = step.approver_ids.filtered(lambda row: row.state == "open")
            if not rows:
                continue
            given = len(step.approver_ids.filtered(lambda row: row.state == "approved"))
            missing, names = step.required - given, ", ".join(rows.user_id.mapped("name"))
            if missing == len(rows):
                sentences.append(self.env._("Waiting for %(names)s (%(group)s).", names=names, group=step.name))
            else:
                sentences.append(
                    self.env._(
                        "Waiting for %(count)s of %(names)s (%(group)s).", count=missing, names=names, group=step.name
                    )
                )
        return " ".join(sentences)

    def _summary_html(self):
        """What is to be approved, as a table that needs no right on the document."""
        rows = Markup().join(
            Markup("<tr><th class='text-muted fw-normal pe-3 align-top'>%s</th><td class='text-break'>%s</td></tr>")
            % (label, value)
            for label, value in self._document()._ats_approval_summary()
            if value
        )
        return (
            Markup("<table class='table table-sm table-borderless mb-0 o_ats_summary'><tbody>%s</tbody></table>") % rows
        )


class AtsApprovalApprover(models.Model):
    _inherit = "ats.approval.approver"

    def _decision_moment(self):
        self.ensure_one()
        icon = "fa-check-circle text-success" if self.state == "approved" else "fa-times-circle text-danger"
        return self.decided_at, icon, self._decision_sentence(), self.comment

    def _decision_sentence(self):
        words = {"who": self.decided_by_id.name, "for": self.user_id.name, "group": self.step_id.name}
        if self.decided_by_id == self.user_id:
            if self.state == "approved":
                return self.env._("%(who)s approved for %(group)s.", **words)
            return self.env._("%(who)s rejected it for %(group)s.", **words)
        if self.state == "approved":
            return self.env._("%(who)s approved for %(group)s, standing in for %(for)s.", **words)
        return self.env._("%(who)s rejected it for %(group)s, standing in for %(for)s.", **words)


class AtsApprovalMixin(models.AbstractModel):
    _name = "ats.approval.trail"
    _description = "Trail of Approvals"

    def _trail_html(self, moments, waiting):
        """Return a list of the moments and of what is waited for; ``None`` if there is nothing."""
        if not moments and not waiting:
            return None
        items = [self._trail_item(*moment) for moment in moments]
        if waiting:
            items.append(
                Markup(
                    "<li class='mb-2'><i class='fa fa-hourglass-half text-warning me-2' aria-hidden='true'></i>%s</li>"
                )
                % waiting
            )
        return Markup("<ul class='list-unstyled mb-0 o_ats_trail'>%s</ul>") % Markup().join(items)

    def _trail_item(self, moment, icon, sentence, comment):
        when = format_datetime(self.env, fields.Datetime.to_datetime(moment), dt_format="d MMM y, HH:mm")
        said = (
            Markup("<div class='ms-4 fst-italic text-break'>%s</div>") % self.env._("“%s”", comment) if comment else ""
        )
        return Markup(
            "<li class='mb-2'><i class='fa %s me-2' aria-hidden='true'></i>%s "
            "<span class='text-muted small text-nowrap'>%s</span>%s</li>"
        ) % (icon, sentence, when, said)
