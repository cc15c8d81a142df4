"""What the web client asks a server for, derived from the server's own views and search facets."""

import ast
from xml.etree import ElementTree

MODEL = "hr.applicant"
SUBVIEWS = ("list", "kanban", "form")
# Fields that a widget needs besides its own (fieldDependencies and relatedFields of the web client).
NEEDED_BY = {
    "kanban_activity": (
        "activity_exception_decoration",
        "activity_exception_icon",
        "activity_state",
        "activity_summary",
        "activity_type_icon",
        "activity_type_id",
    ),
    "hr_applicant_state_selection": ("legend_normal", "legend_blocked", "legend_waiting", "legend_done"),
    "rotting": ("is_rotting", "rotting_days"),
}
NEEDED_BY["list_activity"] = NEEDED_BY["kanban_activity"]


class Screen:
    """A window action as the client opens it: its views, its first domain and its context."""

    def __init__(self, server, action, **active):
        self.server = server
        loaded = server.post("/web/action/load", action_id=action, context=active)
        self.context = {**server.context, **_evaluated(loaded["context"], active)}
        views = [*loaded["views"], [(loaded.get("search_view_id") or [False])[0], "search"]]
        found = server.call(MODEL, "get_views", views=views, options={"toolbar": True, "load_filters": True})
        self.fields = found["models"][MODEL]["fields"]
        self.all_fields = {model: about["fields"] for model, about in found["models"].items()}
        arches = {kind: view["arch"] for kind, view in found["views"].items()}
        self.arch = {kind: ElementTree.fromstring(arch) for kind, arch in arches.items()}  # noqa: S314 - our own server
        self.domain = [*_evaluated(loaded["domain"] or "[]", active), *self._facets()]

    def _facets(self):
        """The domain of the facets that the context switches on."""
        domain = []
        for node in self.arch["search"].iter():
            value = self.context.get(f"search_default_{node.get('name')}")
            if node.tag == "filter" and value:
                domain += ast.literal_eval(node.get("domain") or "[]")
            if node.tag == "field" and value:
                domain.append((node.get("name"), "in" if isinstance(value, list) else "=", value))
        return domain

    def specification(self, kind):
        return _specification(self.arch[kind], MODEL, self.all_fields)

    def kanban(self):
        """All columns with their first cards, as one request of the client."""
        arch = self.arch["kanban"]
        return self.server.call(
            MODEL,
            "web_read_group",
            domain=self.domain,
            groupby=[arch.get("default_group_by")],
            aggregates=[],
            order=arch.get("default_order", ""),
            auto_unfold=True,
            opening_info=[],
            unfold_read_specification=self.specification("kanban"),
            unfold_read_default_limit=80,
            groupby_read_specification={},
            context={"read_group_expand": True, **self.context},
        )

    def progress(self):
        arch = self.arch["kanban"]
        bar = arch.find("progressbar")
        return self.server.call(
            MODEL,
            "read_progress_bar",
            domain=self.domain,
            group_by=arch.get("default_group_by"),
            progress_bar={"field": bar.get("field"), "colors": ast.literal_eval(bar.get("colors"))},
            context=self.context,
        )

    def list(self, domain=()):
        return self.server.call(
            MODEL,
            "web_search_read",
            domain=[*self.domain, *domain],
            specification=self.specification("list"),
            limit=80,
            offset=0,
            order=self.arch["list"].get("default_order", ""),
            count_limit=10001,
            context={"bin_size": True, **self.context},
        )

    def form(self, record):
        return self.server.call(
            MODEL,
            "web_read",
            [record],
            specification=self.specification("form"),
            context={"bin_size": True, **self.context},
        )


def _evaluated(text, active):
    """A context or domain of an action; it may name active_id."""
    if not isinstance(text, str):
        return text
    for name, value in active.items():
        text = text.replace(name, repr(value))
    return ast.literal_eval(text)


def _specification(arch, model, all_fields):
    fields = all_fields[model]
    specification = {}
    for node in _own_fields(arch):
        name = node.get("name")
        if name not in fields:
            continue
        specification[name] = _of_field(node, fields[name], all_fields) or specification.get(name, {})
        for needed in NEEDED_BY.get(node.get("widget"), ()):
            if needed in fields:
                specification.setdefault(needed, _of_type(fields[needed]))
        if fields[name]["type"] == "properties" and fields[name].get("definition_record") in specification:
            record = specification[fields[name]["definition_record"]]
            record.setdefault("fields", {})["display_name"] = {}
    return specification


def _own_fields(node):
    """The field nodes of a view, without those of the views inside its fields."""
    for child in node:
        if child.tag == "field":
            yield child
        elif child.tag != "groupby":
            yield from _own_fields(child)


def _of_type(field):
    return {"fields": {"display_name": {}}} if field["type"] in ("many2one", "reference") else {}


def _of_field(node, field, all_fields):
    if node.get("invisible") in ("1", "True"):
        return {"fields": {}} if field["type"] in ("many2one", "reference") else {}
    if field["type"] in ("one2many", "many2many"):
        return _of_lines(node, field, all_fields)
    return _of_type(field)


def _of_lines(node, field, all_fields):
    view = next((child for child in node if child.tag in SUBVIEWS), None)
    if view is not None and field["relation"] in all_fields:
        lines = _specification(view, field["relation"], all_fields)
        return {"fields": lines, "limit": int(view.get("limit", 40)), "order": view.get("default_order", "")}
    if "tags" in (node.get("widget") or ""):
        options = ast.literal_eval(node.get("options") or "{}")
        names = ["display_name", *filter(None, [options.get("color_field")])]
        return {"fields": {name: {} for name in names}}
    return {}
