"""docs/nginx.conf holds back what must not reach a worker of Odoo (A071: a body that drips in)."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "bench"))

import _nginx  # noqa: E402

TEXT = (ROOT / "docs" / "nginx.conf").read_text()


def seconds(directive):
    return int(re.search(rf"^\s*{directive} (\d+)s;", TEXT, re.M)[1])


def test_a071_a_body_that_drips_in_is_given_up_before_odoo_hears_of_it():
    assert seconds("client_body_timeout") <= 20
    assert seconds("client_header_timeout") <= 20
    assert "proxy_request_buffering off" not in TEXT


def test_the_largest_form_passes():
    form = (ROOT / "addons/ats_portal/lib/ats_apply_form/files.py").read_text()
    megabytes = int(re.search(r"max_total_bytes: int = (\d+) \* MEGABYTE", form)[1])
    assert int(re.search(r"client_max_body_size (\d+)m;", TEXT)[1]) > megabytes


def test_a077_keys_of_links_are_not_logged():
    logged = re.search(r"log_format without_keys '([^']*)'", TEXT)[1]
    assert "$uri" in logged
    assert not re.search(r"\$(request|request_uri|args|query_string|http_referer)\b", logged)


def test_a059_what_a_visitor_says_about_the_own_address_is_not_believed():
    assert re.findall(r"X-Forwarded-For (\S+);", TEXT) == ["$remote_addr", "$remote_addr"]


def test_nginx_understands_it(tmp_path):
    adapted = _nginx.adapted(8069, 8999, tmp_path)
    assert "ssl_certificate" not in adapted
    assert adapted.count("limit_req zone=") == 3
    if binary := _nginx.binary() or shutil.which("nginx"):
        (tmp_path / "nginx.conf").write_text(adapted)
        command = [binary, "-t", "-e", tmp_path / "error.log", "-p", tmp_path, "-c", tmp_path / "nginx.conf"]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
