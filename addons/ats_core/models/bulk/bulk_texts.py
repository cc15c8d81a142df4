from odoo import models
from odoo.exceptions import AccessError, UserError
from odoo.tools import html2plaintext, is_html_empty

from ...lib.ats_placeholder import path_of, watch_html, watch_line

WATCH = "ats_watch"


class HrApplicant(models.Model):
    _inherit = "hr.applicant"

    def mail_allowed_qweb_expressions(self):
        """What whoever writes to candidates may use without being allowed to edit templates."""
        return (
            *super().mail_allowed_qweb_expressions(),
            "object.partner_name",
            "object.job_id",
            "object.job_id.name",
            "object.company_id",
            "object.company_id.name",
            "object.department_id.name",
            "object.user_id.email",
            "object.user_id.phone",
        )


class AtsBulkRun(models.Model):
    """What each person would read, in the own language, and which placeholders stay empty."""

    _inherit = "ats.bulk.run"

    def _check_text(self):
        """Raise when there is nothing to send, or what was written uses what the writer may not."""
        if self.template_id:
            return
        is_empty = is_html_empty(self.body) and "t-out" not in (self.body or "")
        if is_empty or not (self.subject or "").strip():
            raise UserError(self.env._("Choose a template, or write a subject and a mail."))
        self._check_expressions(self.subject, self.body)

    def _check_expressions(self, line, body=None):
        render = self.env["mail.render.mixin"]
        if self.env.user.has_group("mail.group_mail_template_editor"):
            return
        body = self._as_template(body)
        if render._has_unsafe_expression_template_inline_template(
            line, "hr.applicant"
        ) or render._has_unsafe_expression_template_qweb(body, "hr.applicant"):
            allowed = ", ".join(
                f"{{{{ {name} }}}}"
                for name in self.env["hr.applicant"].mail_allowed_qweb_expressions()
                if "id." in name
            )
            raise AccessError(
                self.env._(
                    "Only who may edit templates uses such placeholders. You may use: %s, {{ object.partner_name }}.",
                    allowed,
                )
            )

    def _as_template(self, body):
        """Return a body with its braces as real placeholders."""
        watched, placeholders = watch_html(body)
        for index, placeholder in enumerate(placeholders):
            watched = watched.replace(f"{WATCH}(object, {index}, ({placeholder.expression}))", placeholder.expression)
        return watched

    def _texts(self, applications):
        """Render the mail for applications.

        :param applications: ``hr.applicant`` that the mails stand in
        :return: ``{id: (subject, body, names of placeholders that have no value)}``
        """
        texts = {}
        languages = applications.sudo().grouped(lambda applicant: applicant._ats_mail_lang())
        for lang, group in languages.items():
            if self.template_id:
                template_sudo = self.template_id.sudo().with_context(lang=lang)
                texts |= self._rendered(group.ids, lang, template_sudo.subject, template_sudo.body_html)
            else:
                texts |= self._rendered(group.ids, lang, self.subject, self.body)
        return texts

    def _rendered(self, ids, lang, subject, body):
        """Render a subject and a body in one language with a watch on every placeholder."""
        line, of_line = watch_line(subject)
        html, of_html = watch_html(body, first=len(of_line))
        placeholders = [*of_line, *of_html]
        empty = {}

        def watch(record, index, value):
            if _is_empty(value):
                empty.setdefault(record.id, set()).add(index)
            return value

        lines, bodies, broken = self._render_all(ids, lang, line, html, watch, placeholders)
        return {
            id_: (
                lines.get(id_, ""),
                bodies.get(id_, ""),
                sorted({self._placeholder_name(placeholders[index]) for index in empty.get(id_, ())})
                + broken.get(id_, []),
            )
            for id_ in ids
        }

    def _render_all(self, ids, lang, line, html, watch, placeholders):
        """Render for all, or one by one when it goes wrong for somebody.

        :return: ``(lines by id, bodies by id, {id: names of what cannot be resolved})``
        """
        try:
            return *self._render_once(ids, lang, line, html, watch), {}
        except Exception:
            if len(ids) == 1:
                return {}, {}, {ids[0]: self._broken_names(ids[0], lang, placeholders)}
        lines, bodies, broken = {}, {}, {}
        for id_ in ids:
            one = self._render_all([id_], lang, line, html, watch, placeholders)
            for total, part in zip((lines, bodies, broken), one, strict=True):
                total.update(part)
        return lines, bodies, broken

    def _render_once(self, ids, lang, line, html, watch):
        render = self.env["mail.render.mixin"].sudo().with_context(lang=lang)
        context = {WATCH: watch}
        with self.env.cr.savepoint(flush=False):
            lines = render._render_template_inline_template(line, "hr.applicant", ids, add_context=context)
            bodies = render._render_template_qweb(html, "hr.applicant", ids, add_context=context)
        return lines, bodies

    def _broken_names(self, id_, lang, placeholders):
        """Return which placeholders cannot be resolved for an application."""
        names = []
        for placeholder in placeholders:
            try:
                self._render_once([id_], lang, f"{{{{ {placeholder.expression} }}}}", "", lambda *_args: "")
            except Exception:
                names.append(self._placeholder_name(placeholder))
        return names or [self.env._("a part of the text")]

    def _placeholder_name(self, placeholder):
        """Return how people call it: the labels of the fields, else the expression itself."""
        labels, model = [], self.env["hr.applicant"]
        for name in path_of(placeholder.expression):
            field = model is not None and model._fields.get(name)
            if not field:
                return placeholder.expression
            labels.append(field._description_string(self.env))
            model = self.env[field.comodel_name] if field.relational else None
        return " › ".join(labels) or placeholder.expression


def _is_empty(value):
    if isinstance(value, str):
        return not html2plaintext(value).strip() if value.strip() else True
    return not value and value != 0 or value is False
