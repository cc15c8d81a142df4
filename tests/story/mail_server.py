"""The mail server of a story: what it took can be read, as its reader would."""

import email
import email.policy
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from devtools.mail_sink import MailSink


class WithMailServer:
    """For stories: ``self.mails`` holds ``(to, subject, path)`` of each mail that left."""

    def setUp(self):
        super().setUp()
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.mails = []
        sink = MailSink(folder.name, lambda path, to, subject: self.mails.append((to, subject, path))).start()
        self.addCleanup(sink.stop)
        self.env["ir.mail_server"].create({"name": "Sink", "smtp_host": "127.0.0.1", "smtp_port": sink.port})

    def run_mail_queue(self):
        """What may leave now leaves, as the scheduled action lets it a minute later."""
        with patch.object(type(self.env["ir.mail_server"]), "_disable_send", lambda _self: False):
            self.env["mail.mail"].sudo().process_email_queue()
        self.env.flush_all()

    def letter(self, address, words):
        """Return the HTML of the newest mail to an address whose subject has the words."""
        found = [path for to, subject, path in self.mails if address in to and words in subject]
        self.assertTrue(found, f"no mail about {words!r} among {[mail[:2] for mail in self.mails]}")
        message = email.message_from_bytes(Path(found[-1]).read_bytes(), policy=email.policy.default)
        return message.get_body(("html",)).get_content()
