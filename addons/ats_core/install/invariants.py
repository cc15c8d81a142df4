from odoo.exceptions import UserError

# Odoo logs an index that cannot be built and goes on; an ATS without them is not one.
UNIQUE_INDEXES = (
    "hr_applicant__ats_open_uniq",
    "hr_applicant__ats_talent_uniq",
    "hr_applicant__ats_submission_uniq",
    "ats_candidate__email_uniq",
    "ats_stage_log__open_uniq",
    "ats_access_link__token_uniq",
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
