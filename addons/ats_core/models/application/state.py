from odoo import api, fields, models
from odoo.fields import Domain

ENDED_STATES = frozenset({"refused", "withdrawn", "archived"})

# Which native status an application shows for each state.
_NATIVE_STATUS = {
    "ongoing": "ongoing",
    "hired": "hired",
    "refused": "refused",
    "withdrawn": "archived",
    "archived": "archived",
}

_PUBLIC_STATUS_OF_KIND = {
    "new": "received",
    "screen": "in_review",
    "review": "in_review",
    "interview": "interview",
    "assessment": "interview",
    "reference": "decision",
    "background": "decision",
    "offer": "decision",
}


class HrApplicant(models.Model):
    _inherit = "hr.applicant"
    # A tie-breaker at the end keeps pages stable; natively every row has sequence 10.
    _order = "priority desc, ats_last_activity desc, id desc"

    ats_state = fields.Selection(
        [
            ("ongoing", "Ongoing"),
            ("hired", "Hired"),
            ("refused", "Refused"),
            ("withdrawn", "Withdrawn"),
            ("archived", "Archived"),
        ],
        "Application State",
        compute="_compute_ats_state",
        store=True,
        help="Empty for talents, which are no applications.",
    )
    ats_withdrawn_at = fields.Datetime("Withdrawn", readonly=True, copy=False, tracking=True)
    ats_withdraw_reason = fields.Char("Reason to Withdraw", readonly=True, copy=False)
    ats_duplicate_of_id = fields.Many2one(
        "hr.applicant",
        "Duplicate Of",
        readonly=True,
        copy=False,
        ondelete="set null",
        index="btree_not_null",
        help="The same person applied to the same job and that application is still open.",
    )
    ats_last_activity = fields.Datetime("Last Activity", default=fields.Datetime.now, required=False, copy=False)
    ats_stay_ids = fields.One2many("ats.stage.log", "applicant_id", "Stays")
    ats_public_status = fields.Selection(
        [
            ("received", "Received"),
            ("in_review", "In review"),
            ("interview", "Interview"),
            ("decision", "Decision"),
            ("offer", "Offer"),
            ("hired", "Hired"),
            ("not_selected", "Not selected"),
            ("withdrawn", "Withdrawn"),
        ],
        "Shown to the Candidate",
        compute="_compute_ats_public_status",
    )

    _ats_open_uniq = models.UniqueIndex(
        "(ats_candidate_id, job_id) WHERE ats_state = 'ongoing' AND ats_duplicate_of_id IS NULL AND job_id IS NOT NULL",
        "This person has an open application for this job already. Continue there.",
    )
    _ats_talent_uniq = models.UniqueIndex(
        "(ats_candidate_id) WHERE pool_applicant_id = id AND ats_duplicate_of_id IS NULL",
        "This person is a talent already.",
    )
    _ats_board_idx = models.Index("(stage_id, priority DESC, ats_last_activity DESC, id DESC) WHERE active IS TRUE")
    _ats_list_idx = models.Index("(priority DESC, ats_last_activity DESC, id DESC) WHERE active IS TRUE")
    # Equality through the native trigram index costs 15 ms for each address.
    _ats_email_idx = models.Index("(email_normalized) WHERE email_normalized IS NOT NULL")
    _ats_hired_idx = models.Index("(job_id) WHERE date_closed IS NOT NULL")

    @api.depends(
        "job_id",
        "talent_pool_ids",
        "ats_withdrawn_at",
        "refuse_reason_id",
        "active",
        "date_closed",
    )
    def _compute_ats_state(self):
        """The one truth about where an application stands; the first match wins."""
        # A talent of an archived pool is a talent.
        for applicant in self.with_context(active_test=False):
            if not applicant.job_id and applicant.talent_pool_ids:
                applicant.ats_state = False
            elif applicant.ats_withdrawn_at:
                applicant.ats_state = "withdrawn"
            elif applicant.refuse_reason_id and not applicant.active:
                applicant.ats_state = "refused"
            elif applicant.date_closed:
                applicant.ats_state = "hired"
            elif not applicant.active:
                applicant.ats_state = "archived"
            else:
                applicant.ats_state = "ongoing"

    @api.depends("ats_state", "stage_id.ats_kind")
    def _compute_ats_public_status(self):
        for applicant in self:
            applicant.ats_public_status = applicant._ats_public_status()

    def _ats_public_status(self):
        """What the candidate may know; never the name of an internal stage."""
        self.ensure_one()
        ended = {
            "refused": "not_selected",
            "archived": "not_selected",
            "withdrawn": "withdrawn",
            "hired": "hired",
        }
        kind = self.sudo().stage_id.ats_kind
        return ended.get(self._ats_told_state()) or _PUBLIC_STATUS_OF_KIND.get(kind, "received")

    def _ats_told_state(self):
        """Hook: the state as far as the candidate has been told."""
        self.ensure_one()
        return self.ats_state

    @api.depends("ats_state", "talent_pool_ids", "active", "refuse_reason_id", "date_closed")
    def _compute_application_status(self):
        """Native status told from our state, so that both never differ."""
        for applicant in self:
            applicant.application_status = _NATIVE_STATUS.get(applicant.ats_state, "ongoing")

    def _search_application_status(self, operator, value):
        """Replaces the native search, which finds no refused application."""
        if operator != "in":
            return NotImplemented
        wanted = {"archived" if status is False else status for status in value}
        states = [state for state, native in _NATIVE_STATUS.items() if native in wanted]
        return [("ats_state", "in", states)]

    @api.model
    def _search(self, domain, *args, active_test=True, **kwargs):
        """Whoever asks for ended applications by state asks for archived rows."""
        if active_test and self.env.context.get("active_test", True):
            active_test = not self._ats_asks_for_ended(Domain(domain))
        return super()._search(domain, *args, active_test=active_test, **kwargs)

    @api.model
    def _ats_asks_for_ended(self, domain):
        for condition in domain.iter_conditions():
            if condition.field_expr in ("ats_state", "application_status"):
                value = condition.value
                asked = {value} if isinstance(value, (str, bool)) else set(value or ())
                if condition.operator in ("=", "in") and asked & ENDED_STATES:
                    return True
        return False

    def _ats_touch(self):
        """Remember that something happened, for the order of cards."""
        self.sudo().ats_last_activity = fields.Datetime.now()
