"""`make clean`: stop our clusters and remove the cache."""

import shutil

from . import postgres
from .console import CACHE, Failure, step
from .settings import cache

OURS = ("locks", "odoo", "postgres")  # what a cache of ours holds; nothing else is ever removed


def clean():
    home = cache()
    if any(home.iterdir()) and not any((home / name).is_dir() for name in OURS):
        raise Failure(f"{home} does not look like our cache, so it stays. Check ATS_CACHE.", CACHE)
    for name in ("run", "test", "bench"):
        postgres.Cluster(name, durable=True).stop()
    with step(f"removing {home}"):
        shutil.rmtree(home)
