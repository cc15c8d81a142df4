import base64

from werkzeug.exceptions import NotFound

from odoo import http
from odoo.http import request

PICTURE = base64.b64decode("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==")
PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
MAIL = "/ats/mail/<int(max=2147483647):send_id>/<string:signature>"


class SequenceMail(http.Controller):
    """The counters in the mails of sequences. Only addresses that we signed are answered."""

    @http.route(
        f"{MAIL}/open.gif",
        type="http",
        auth="public",
        methods=["GET"],
        sitemap=False,
        website=False,
        save_session=False,
    )
    def opened(self, send_id, signature):
        """The picture at the end of a mail."""
        sends = request.env["ats.sequence.send"]
        if not sends._is_signed(send_id, signature):
            raise NotFound()
        if request.httprequest.method == "GET":
            sends._note_opened(send_id)
        return request.make_response(PICTURE, [("Content-Type", "image/gif"), *PRIVATE.items()])

    @http.route(
        f"{MAIL}/go", type="http", auth="public", methods=["GET"], sitemap=False, website=False, save_session=False
    )
    def clicked(self, send_id, signature, to=""):
        """A link of a mail: it leads to the address that was signed with it, and nowhere else."""
        sends = request.env["ats.sequence.send"]
        if not to.startswith(("https://", "http://")) or not sends._is_signed(send_id, signature, to):
            raise NotFound()
        if request.httprequest.method == "GET":
            sends._note_clicked(send_id)
        response = request.redirect(to, code=302, local=False)
        response.headers.update(PRIVATE)
        return response
