from datetime import timedelta

from odoo import api, fields, models

KINDS = [
    ("erasure", "Erase my data"),
    ("access", "A copy of my data"),
    ("explanation", "Explain an automated step"),
    ("accommodation", "Make the process accessible for me"),
    ("rectification", "Correct my data"),
    ("objection", "Object to the use of my data"),
]
OPEN = ("new", "working")
# Days to answer where the law's month would be too late.
SOONER = {"accommodation": 3, "explanation": 14}


class AtsPrivacyRequest(models.Model):
    """What a candidate asks for about the own data, with the day until which it is to be answered."""

    _name = "ats.privacy.request"
    _description = "Privacy Request of a Candidate"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "due_at, id"
    _rec_name = "kind"

    kind = fields.Selection(KINDS, required=True, readonly=True)
    state = fields.Selection(
        [("new", "New"), ("working", "In work"), ("done", "Done"), ("refused", "Refused")],
        required=True,
        readonly=True,
        default="new",
        tracking=True,
    )
    candidate_id = fields.Many2one("ats.candidate", readonly=True, ondelete="set null", index="btree_not_null")
    applicant_id = fields.Many2one(
        "hr.applicant", "Application", readonly=True, ondelete="set null", index="btree_not_null"
    )
    job_name = fields.Char("Applied For", compute="_compute_job_name", compute_sudo=True)
    company_id = fields.Many2one("res.company", required=True, readonly=True, index=True)
    note = fields.Text("In the Candidate's Words", readonly=True)
    verified_by = fields.Selection(
        [("link", "Private link"), ("code", "Private link and code by mail"), ("officer", "Privacy officer")],
        readonly=True,
    )
    received_at = fields.Datetime(required=True, readonly=True, default=fields.Datetime.now)
    due_at = fields.Datetime("Answer By", required=True, readonly=True)
    is_late = fields.Boolean(compute="_compute_is_late")
    handled_by_id = fields.Many2one("res.users", "In Charge", ondelete="set null", tracking=True)
    answer = fields.Text(help="The candidate reads this, by mail and on the private page.")
    closed_at = fields.Datetime(readonly=True)
    proof = fields.Json(readonly=True, help="What was done, without personal data.")
    blockers = fields.Text("What Stands Against It", compute="_compute_blockers", compute_sudo=True)

    _open_uniq = models.UniqueIndex(
        "(applicant_id, kind) WHERE state IN ('new', 'working') AND applicant_id IS NOT NULL",
        "This request is being worked on already.",
    )
    _due_idx = models.Index("(company_id, due_at) WHERE state IN ('new', 'working')")

    @api.depends("applicant_id.job_id.name")
    def _compute_job_name(self):
        for request in self:
            request.job_name = request.applicant_id.with_context(active_test=False).job_id.name

    @api.depends("due_at", "state")
    def _compute_is_late(self):
        now = fields.Datetime.now()
        for request in self:
            request.is_late = request.state in OPEN and request.due_at < now

    @api.depends("kind", "candidate_id", "state")
    def _compute_blockers(self):
        for request in self:
            is_open = request.kind in ("erasure", "retention") and request.state in OPEN
            request.blockers = "\n".join(request.candidate_id._erase_blockers()) if is_open else ""

    @api.depends("kind", "candidate_id.name")
    def _compute_display_name(self):
        labels = dict(self._fields["kind"]._description_selection(self.env))
        for request in self:
            request.display_name = f"{labels.get(request.kind, '')}: {request.candidate_id.name or ''}"

    @api.model
    def _open(self, applicant, kind, *, note="", verified_by="link"):
        """Take a request down, once: while one of the same kind is open it is that one.

        :param applicant: the application it came through
        :param str kind: one of ``KINDS``
        :return: the elevated request
        """
        requests_sudo = self.sudo()
        waiting = requests_sudo.search(
            [("applicant_id", "=", applicant.id), ("kind", "=", kind), ("state", "in", OPEN)], limit=1
        )
        if waiting:
            return waiting
        company = applicant.sudo()._ats_company()
        days = SOONER.get(kind, company.ats_privacy_due_days or 30)
        request = requests_sudo.with_context(mail_create_nosubscribe=True).create(
            {
                "applicant_id": applicant.id,
                "candidate_id": applicant.sudo().ats_candidate_id.id,
                "company_id": company.id,
                "kind": kind,
                "note": (note or "").strip()[:4000],
                "verified_by": verified_by,
                "due_at": fields.Datetime.now() + timedelta(days=days),
                "handled_by_id": requests_sudo._in_charge(applicant.sudo(), kind, company).id,
            }
        )
        self.env["ats.event"]._record("privacy.requested", applicant=applicant, res=request, payload={"kind": kind})
        request._tell_who_is_in_charge()
        return request

    @api.model
    def _in_charge(self, applicant, kind, company):
        """Return who works on it: the recruiter makes a process accessible, the officer does the rest."""
        if kind == "accommodation":
            users = applicant.user_id or applicant.job_id.user_id
            if users.active:
                return users
        officers = company.ats_privacy_officer_id or self.env.ref("ats_core.group_ats_privacy").all_user_ids.filtered(
            lambda user: user.active and not user.share and company in user.company_ids
        )
        return officers[:1]

    def _tell_who_is_in_charge(self):
        self.ensure_one()
        if self.handled_by_id:
            lang = self.handled_by_id.lang
            labels = dict(
                self.with_context(lang=lang)._fields["kind"]._description_selection(self.with_context(lang=lang).env)
            )
            self.activity_schedule(
                "mail.mail_activity_data_todo",
                user_id=self.handled_by_id.id,
                date_deadline=fields.Date.to_date(self.due_at),
                summary=labels[self.kind],
            )
