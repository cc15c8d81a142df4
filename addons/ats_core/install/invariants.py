from odoo.exceptions import UserError

# Odoo logs an index that cannot be built and goes on; an ATS without them is not one.
UNIQUE_INDEXES = (
    "hr_applicant_ats_open_uniq",
    "hr_applicant_ats_talent_uniq",
    "hr_applicant_ats_submission_uniq",
    "ats_candidate_email_uniq",
    "ats_stage_log_open_uniq",
    "ats_access_link_token_uniq",
    "ats_offer_one_sent_uniq",
    "ats_offer_version_uniq",
    "ats_hire_one_employee_uniq",
)


def check(env):
    """Fail the installation when the database does not keep one of our invariants."""
    env.cr.execute(
        "SELECT indexname FROM pg_indexes WHERE indexname = ANY(%s)", (list(UNIQUE_INDEXES),)
    )
    missing = sorted(set(UNIQUE_INDEXES) - {name for (name,) in env.cr.fetchall()})
    if missing:
        raise UserError(env._(
            "The database does not accept these rules: %(names)s. The server log tells which rows "
            "stand against them; nothing was installed.",
            names=", ".join(missing),
        ))
