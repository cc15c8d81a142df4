from odoo import http
from odoo.http import content_disposition, request


class Corrections(http.Controller):
    @http.route("/ats_ai/corrections.jsonl", type="http", auth="user", methods=["GET"], readonly=True)
    def corrections(self):
        """What people corrected, as material for the next parser; streamed: a stored file would outlive people."""
        headers = [
            ("Content-Type", "application/jsonl; charset=utf-8"),
            ("Content-Disposition", content_disposition("corrections.jsonl")),
            ("Cache-Control", "no-store"),
        ]
        return request.make_response(request.env["ats.resume.correction"]._export(), headers)
