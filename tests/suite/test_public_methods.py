"""Every public method of our models, tried with the rows of somebody else's job by roles that may not touch them.

What `call_kw` would run for a client is run as each role on planted rows whose texts carry a mark. Allowed is an error
that people may see (UserError and its kin: no right, not there, not valid), or an answer without the mark; never a row
that changes, and never a call that breaks in another way. Methods that come later are tried as well.
"""

import inspect
import sys
from pathlib import Path

from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import TransactionCase, new_test_user, tagged
from odoo.tools import SQL, mute_logger

sys.path.insert(0, str(Path(__file__).parent))
import access_matrix  # noqa: E402 - lies beside this file
from planted_rows import PlantedRows  # noqa: E402

MARK = "zqsecretzq"
ROLES = ("portal", "employee", "interviewer", "hiring manager")
# Of all that Odoo gives every model: what reads, writes, copies, exports, posts and follows.
OF_EVERY_MODEL = {
    "read": [["display_name"]],
    "web_read": [{"display_name": {}}],
    "export_data": [["id", "display_name"]],
    "write": [{}],
    "web_save": [{}, {"display_name": {}}],
    "unlink": [],
    "copy": [],
    "action_archive": [],
    "get_formview_action": [],
    "message_post": [],
    "message_subscribe": [[1]],
    "activity_schedule": [],
    "message_get_suggested_recipients": [],
}
MAIL = {"from": "Eve <eve@example.org>", "to": "jobs@example.org", "subject": "Hello", "body": "<p>Hello</p>"}
# Arguments that no rule below guesses.
ARGUMENTS = {
    ("hr.applicant", "message_update"): [MAIL],
    ("ats.candidate", "search_panel_select_multi_range"): ["skill_ids"],
}
# Everybody reads these rows: natively, or because they are words that belong to nobody.
OPEN = {"hr.job", "hr.recruitment.stage", "ats.skill.alias"}


@tagged("post_install", "-at_install")
class TestPublicMethods(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        owner = new_test_user(cls.env, "methods_owner", groups=access_matrix.ROLES["hiring manager"])
        job = cls.env["hr.job"].create(
            {"name": f"Job {MARK}", "ats_job_state": "open", "ats_hiring_manager_id": owner.id, "ats_restricted": True}
        )
        applicant, _outcome = cls.env["hr.applicant"]._ats_apply(
            job, {"name": f"Ana {MARK}", "email": f"{MARK}@example.org", "phone": "+33612345678"}, source="import"
        )
        cls.planted = PlantedRows(cls.env, job, applicant)
        cls.names = [name for name in access_matrix.models(cls.env) if not cls.env[name]._transient]
        for name in cls.names:
            cls.mark(cls.env[name], cls.planted.id_of(name))
        cls.env.invalidate_all()
        cls.users = {
            role: new_test_user(cls.env, f"methods_{role.replace(' ', '_')}", groups=cls.groups_of(role))
            for role in ROLES
        }

    @staticmethod
    def groups_of(role):
        """Odoo's right to export comes on top, so that an export is tried and not refused beforehand."""
        export = "" if role == "portal" else ",base.group_allow_export"
        return access_matrix.ROLES[role] + export

    @classmethod
    def mark(cls, model, row_id):
        """Write the mark into the empty texts of a planted row."""
        columns = [
            field.name
            for field in model._fields.values()
            if field.store
            and field.column_type
            and field.type in ("char", "text", "html")
            and not field.translate
            and field.name not in ("model", "res_model")
        ]
        for column in columns:
            cls.env.cr.execute(
                SQL(
                    "UPDATE %(table)s SET %(column)s = %(mark)s WHERE id = %(id)s AND %(column)s IS NULL",
                    table=SQL.identifier(model._table),
                    column=SQL.identifier(column),
                    mark=f"{MARK} {column}",
                    id=row_id,
                )
            )

    def own_methods(self, name):
        """Names of the public methods that our addons give a model."""
        return sorted(
            {
                method
                for cls in type(self.env[name]).mro()
                if cls.__module__.startswith("odoo.addons.ats_")
                for method, function in vars(cls).items()
                if inspect.isfunction(function) and not method.startswith("_")
            }
            - {"create", "default_get", "fields_get"}
        )

    def models_with_own_methods(self):
        return sorted(
            name
            for name, model in self.env.registry.items()
            if not model._abstract and not model._transient and self.own_methods(name)
        )

    def arguments(self, name, method):
        """Return arguments for what a method demands."""
        if method == "message_new":
            return [MAIL, {"job_id": self.planted.id_of("hr.job")}]
        if (name, method) in ARGUMENTS:
            return ARGUMENTS[name, method]
        if method in ("write", "web_save"):
            return [{self.text_field(name): "x"}, *OF_EVERY_MODEL[method][1:]]
        given = OF_EVERY_MODEL.get(method)
        if given is not None:
            return given
        parameters = list(inspect.signature(getattr(type(self.env[name]), method)).parameters.values())[1:]
        guesses = {"vals": {}, "values": {}, "specification": {"display_name": {}}, "domain": [], "fields": []}
        return [
            guesses.get(parameter.name, 1 if parameter.name.endswith("_id") else MARK[:3])
            for parameter in parameters
            if parameter.default is parameter.empty
            and parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)
        ]

    def text_field(self, name):
        """A field of the model that a client could try to overwrite."""
        fields = self.env[name]._fields.values()
        return next((field.name for field in fields if field.store and field.type in ("char", "text")), "create_uid")

    def changes(self):
        """Return how many rows of which table this transaction has written so far."""
        self.env.flush_all()
        return dict(
            self.env.execute_query(
                SQL(
                    """SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables
                        WHERE relname ~ '^(ats|hr|mail|res|calendar)_'"""
                )
            )
        )

    def attempt(self, role, name, method):
        """Call a method as a client would; return what is wrong with what happened, or ``None``."""
        model = self.env[name].with_user(self.users[role])
        is_of_model = getattr(getattr(type(model), method), "_api_model", False)
        arguments = list(self.arguments(name, method))
        before = self.changes()
        try:
            with self.env.cr.savepoint(), mute_logger("odoo.sql_db"):
                answer = call_kw(
                    model, method, arguments if is_of_model else [[self.planted.id_of(name)], *arguments], {}
                )
                self.env.flush_all()
                answer = str(answer)
        except (AccessError, UserError):
            return None  # a sentence for people: no right, not allowed, not there any more, not valid
        except Exception as error:
            return f"breaks with {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
        finally:
            self.env.invalidate_all(flush=False)
        after = self.changes()
        written = sorted(table for table, count in after.items() if count != before.get(table, 0))
        written = [table for table in written if not self.is_dialog(table)]
        if written:
            return f"writes {', '.join(written)}"
        return "tells a foreign row" if MARK in answer else None

    def is_dialog(self, table):
        return any(model._transient for model in self.env.registry.values() if model._table == table)

    def test_own_methods_on_foreign_rows(self):
        wrong = {}
        count = 0
        for name in self.models_with_own_methods():
            if name not in self.names:
                continue
            for method in self.own_methods(name):
                for role in ROLES:
                    count += 1
                    if trouble := self.attempt(role, name, method):
                        wrong[f"{role}: {name}.{method}"] = trouble
        self.assertGreater(count, 300, "the methods were not found")
        self.assertFalse(wrong, "\n".join(f"{call} {trouble}" for call, trouble in sorted(wrong.items())))

    def test_what_every_model_has_on_foreign_rows(self):
        wrong = {}
        for name in self.names:
            if name in OPEN:
                continue
            for method in OF_EVERY_MODEL:
                if not hasattr(type(self.env[name]), method):
                    continue
                if method == "action_archive" and "active" not in self.env[name]._fields:
                    continue
                for role in ROLES:
                    if trouble := self.attempt(role, name, method):
                        wrong[f"{role}: {name}.{method}"] = trouble
        self.assertFalse(wrong, "\n".join(f"{call} {trouble}" for call, trouble in sorted(wrong.items())))
