"""The mail sink of `make run` keeps what Odoo sends, byte for byte where it matters."""

import email
import email.policy
import smtplib
from email.message import EmailMessage

import pytest

from devtools.mail_sink import MailSink


@pytest.fixture
def sink(tmp_path):
    arrived = []
    sink = MailSink(tmp_path, lambda path, to, subject: arrived.append((path, to, subject))).start()
    sink.arrivals = arrived
    yield sink
    sink.stop()


def letter(subject="Your application", body="Follow the link\n.a line that begins with a dot\n"):
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, "hr@example.com", "zoë@example.com"
    message.set_content(body)
    return message


def post(sink, message, recipients):
    with smtplib.SMTP("127.0.0.1", sink.port, timeout=10) as client:
        client.send_message(message, to_addrs=recipients, mail_options=["SMTPUTF8"])


def test_mail_becomes_a_file(sink):
    post(sink, letter(), ["zoe@example.com"])
    (path, to, subject), *rest = sink.arrivals
    assert (to, subject, rest) == ("zoe@example.com", "Your application", [])
    kept = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert kept.get_content().splitlines() == ["Follow the link", ".a line that begins with a dot"]
    assert path.suffix == ".eml" and "zoe@example.com" in path.name


def test_subject_is_decoded_and_harmless_in_a_name(sink):
    post(sink, letter(subject="Réponse ../../etc/passwd"), ["a@example.com", "b@example.com"])
    path, to, subject = sink.arrivals[0]
    assert (to, subject) == ("a@example.com, b@example.com", "Réponse ../../etc/passwd")
    assert path.parent == sink.folder


def test_unknown_command_is_refused_and_the_conversation_goes_on(sink):
    with smtplib.SMTP("127.0.0.1", sink.port, timeout=10) as client:
        assert client.docmd("VRFY", "somebody")[0] == 502
        assert client.noop()[0] == 250
