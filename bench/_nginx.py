"""The supplied docs/nginx.conf in front of a server, on a free port, without certificates."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import requests

from devtools.console import Failure
from devtools.settings import ROOT, inside_cache, knob

READY_SECONDS = 20


def binary():
    """Return the path of nginx, or ``None``: ATS_NGINX, else the one on PATH."""
    return knob("ATS_NGINX") or shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def adapted(odoo_port, port, folder):
    """Return the text of docs/nginx.conf with the ports of this run; the limits stay."""
    text = (ROOT / "docs" / "nginx.conf").read_text()
    text = text.replace("127.0.0.1:8069", f"127.0.0.1:{odoo_port}").replace("127.0.0.1:8072", f"127.0.0.1:{odoo_port}")
    text = re.sub(r"    server \{\n        listen 80;.*?\n    \}\n", "", text, flags=re.S)
    text = text.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    text = re.sub(r"\n *(ssl_certificate|ssl_certificate_key|add_header Strict)[^\n]*", "", text)
    text = text.replace("include mime.types;", "").replace("/var/log/nginx/odoo.log", f"{folder}/access.log")
    paths = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n".join(f"    {name}_temp_path {folder}/{name};" for name in paths)
    head = f"daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n"
    return head + text.replace("http {", f"http {{\n{temporary}", 1)


@contextmanager
def in_front_of(server, port):
    """Serve ``server`` through nginx at ``port``."""
    folder = Path(tempfile.mkdtemp(dir=inside_cache("tmp")))
    folder.chmod(0o755)
    configuration = folder / "nginx.conf"
    configuration.write_text(adapted(server.port, port, folder))
    process = subprocess.Popen([binary(), "-e", folder / "error.log", "-p", folder, "-c", configuration])
    try:
        _wait(process, port)
        yield port
    finally:
        process.terminate()
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _wait(process, port):
    ends = time.monotonic() + READY_SECONDS
    while process.poll() is None and time.monotonic() < ends:
        try:
            requests.get(f"http://127.0.0.1:{port}/web/health", timeout=10)
            return
        except requests.ConnectionError:
            time.sleep(0.2)
    raise Failure("nginx did not start with docs/nginx.conf. Correct what it printed.")
