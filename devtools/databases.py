"""Databases and the templates they are cloned from, filestore included.

base template:   Odoo with the native dependencies; named after their list and Odoo's version.
addons template: the base plus our addons; named after a hash of their files.
"""

import hashlib
import json
import os
import shutil

from . import addons, python_packages
from .console import DATABASE, USAGE, Failure, say, step
from .locks import exclusive

KEPT_TEMPLATES = 6
PREFIX = "ats_tpl"
# A test's own request makes them inside its transaction and loses them at its end.
BUNDLES = """
bundle = env["ir.qweb"]._get_asset_bundle
for name in ("assets_web", "assets_frontend_minimal", "assets_frontend_lazy", "assets_tests", "__assets_tests_call__"):
    bundle(f"web.{name}", css=False).js()
bundle("web_tour.automatic", css=False).js()
for name in ("assets_web", "assets_web_print", "assets_frontend"):
    bundle(f"web.{name}", js=False).css()
env.cr.commit()
"""


def exists(server, name):
    return server.database.query(f"select 1 from pg_database where datname = {quoted(name)}") == "1"


def create(server, name, template):
    """Clone a template; its files are immutable, so the filestore is cloned with hard links."""
    if exists(server, name):
        raise Failure(f"The database {name} exists. Drop it first: ./dev db drop {name}", USAGE)
    server.database.query(f'create database "{name}" template "{template}"')
    source, target = filestore(server, template), filestore(server, name)
    shutil.rmtree(target, ignore_errors=True)
    if source.is_dir():
        shutil.copytree(source, target, copy_function=os.link)


def create_empty(server, name):
    server.database.query(f"create database \"{name}\" template template0 encoding 'UTF8' lc_collate 'C'")


def drop(server, name):
    server.database.query(f'drop database if exists "{name}" with (force)')
    shutil.rmtree(filestore(server, name), ignore_errors=True)


def rename(server, old, new):
    server.database.query(f'alter database "{old}" rename to "{new}"')
    if filestore(server, old).is_dir():
        shutil.rmtree(filestore(server, new), ignore_errors=True)
        filestore(server, old).rename(filestore(server, new))


def names(server):
    listed = server.database.query("select datname from pg_database where not datistemplate order by 1")
    return [name for name in listed.splitlines() if name != "postgres"]


def filestore(server, name):
    return server.data / "filestore" / name


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


# -- templates


def base_template(server, demo=False):
    modules = addons.native_dependencies()
    about = [server.source.version, python_packages.fingerprint(python_packages.ADDON_REQUIREMENTS), modules]
    name = _template_name("base_demo" if demo else "base", about)
    return _built(server, name, lambda fresh: _install_base(server, fresh, modules, demo))


def addons_template(server, chosen, demo=False):
    """The base plus these addons and those they need."""
    base = base_template(server, demo)
    wanted = addons.own_dependencies(chosen)
    if not wanted:
        return base
    name = _template_name("demo" if demo else "addons", [base, addons.tree_hashes(wanted), BUNDLES])
    return _built(server, name, lambda fresh: _install_addons(server, fresh, base, wanted, demo))


def _template_name(kind, about):
    digest = hashlib.sha256(json.dumps(about, sort_keys=True).encode()).hexdigest()[:12]
    return f"{PREFIX}_{kind}_{digest}"


def _built(server, name, build):
    """The template of that name; made under another name first, so that a broken one is never used."""
    with exclusive(f"{server.data.name}-{name}"):
        if not exists(server, name):
            fresh = f"{name}_unfinished"
            drop(server, fresh)
            build(fresh)
            rename(server, fresh, name)
            _forget_old(server, name.rpartition("_")[0], name)
    return name


def _install_base(server, fresh, modules, demo):
    with step(f"base template: {', '.join(modules)}{' with demo data' if demo else ''} (two minutes)"):
        create_empty(server, fresh)
        server.install(fresh, modules, demo=demo)


def _install_addons(server, fresh, base, wanted, demo):
    with step(f"addons template: {', '.join(wanted)}{' with demo data' if demo else ''}"):
        create(server, fresh, base)
        server.install(fresh, wanted, demo=demo)
    if not demo:
        with step("bundles of scripts and styles, which each browser test would otherwise make anew"):
            server.shell(fresh, BUNDLES)


def _forget_old(server, family, newest):
    """Drop all but the newest templates of a kind; one in use stays."""
    rows = server.database.query(
        f"select datname from pg_database where datname like {quoted(family + '%')} "
        f"and datname not like '%unfinished' and datname <> {quoted(newest)} order by oid desc"
    )
    for name in rows.splitlines()[KEPT_TEMPLATES - 1 :]:
        try:
            server.database.query(f'drop database "{name}"')
            shutil.rmtree(filestore(server, name), ignore_errors=True)
        except Failure:
            say(f"the old template {name} is in use and stays")


def must_exist(server, name):
    if not exists(server, name):
        raise Failure(f"There is no database {name}. Create it: ./dev db create {name}", DATABASE)
