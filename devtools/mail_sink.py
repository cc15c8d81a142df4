"""A mail server for `make run`: takes every mail and writes it to a file instead of sending it."""

import email
import email.policy
import re
import socketserver
import threading
import time
from email.header import decode_header, make_header
from pathlib import Path

LONGEST_LINE = 65536
LARGEST_MAIL = 50_000_000
OK = "250 OK"


class MailSink:
    """Listens on a free local port until stopped; calls `arrived(path, to, subject)` for every mail."""

    def __init__(self, folder, arrived):
        self.folder = Path(folder)
        self.arrived = arrived
        self.count = 0
        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Conversation, bind_and_activate=True)
        self.server.daemon_threads = True
        self.server.sink = self
        self.port = self.server.server_address[1]

    def start(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def keep(self, recipients, content):
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        subject = str(make_header(decode_header(message["Subject"] or ""))).replace("\n", " ")
        self.count += 1
        name = f"{time.strftime('%Y%m%d-%H%M%S')}-{self.count:03}-{_slug(','.join(recipients))}-{_slug(subject)}.eml"
        path = self.folder / name
        path.write_bytes(content)
        self.arrived(path, ", ".join(recipients), subject)


def _slug(text):
    return re.sub(r"[^A-Za-z0-9@.]+", "-", text)[:40].strip("-")


class _Conversation(socketserver.StreamRequestHandler):
    """As much of SMTP as Odoo speaks."""

    def handle(self):
        self.recipients = []
        self.say("220 development mail sink")
        while line := self.rfile.readline(LONGEST_LINE):
            verb, _, rest = line.decode("utf-8", "replace").strip().partition(" ")
            if not self.answer(verb.upper(), rest):
                return

    def answer(self, verb, rest):
        """Answer one command; False ends the conversation."""
        if verb == "QUIT":
            self.say("221 bye")
            return False
        if verb == "DATA":
            self.take()
        elif verb == "EHLO":
            self.say("250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8")
        else:
            if verb == "RCPT":
                self.recipients.append(rest.partition(":")[2].split(">")[0].strip(" <"))
            self.say(OK if verb in ("HELO", "MAIL", "RCPT", "RSET", "NOOP") else "502 not known here")
        return True

    def take(self):
        self.say("354 end with a dot")
        lines, size = [], 0
        while (line := self.rfile.readline(LONGEST_LINE)) not in (b".\r\n", b".\n", b""):
            size += len(line)
            if size <= LARGEST_MAIL:
                lines.append(line[1:] if line.startswith(b"..") else line)
        self.server.sink.keep(self.recipients, b"".join(lines))
        self.recipients = []
        self.say(OK)

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())
