"""State and order of the applications that were there before us."""


def fill(env):
    """Mark repetitions first, so that the unique index never sees two open rows."""
    _mark_repeated_applications(env)
    _mark_repeated_talents(env)
    _fill_states(env)


def _mark_repeated_applications(env):
    """Per person and job the newest open row goes on; the others point to it."""
    env.cr.execute("""
        WITH open AS (
            SELECT id,
                   first_value(id) OVER (PARTITION BY ats_candidate_id, job_id
                                         ORDER BY create_date DESC NULLS LAST, id DESC) AS newest
              FROM hr_applicant
             WHERE job_id IS NOT NULL AND active AND date_closed IS NULL
        )
        UPDATE hr_applicant applicant
           SET ats_duplicate_of_id = open.newest
          FROM open
         WHERE applicant.id = open.id AND open.id <> open.newest
    """)


def _mark_repeated_talents(env):
    env.cr.execute("""
        WITH talent AS (
            SELECT id,
                   first_value(id) OVER (PARTITION BY ats_candidate_id
                                         ORDER BY active DESC, id DESC) AS newest
              FROM hr_applicant
             WHERE pool_applicant_id = id
        )
        UPDATE hr_applicant applicant
           SET ats_duplicate_of_id = talent.newest
          FROM talent
         WHERE applicant.id = talent.id AND talent.id <> talent.newest
    """)


def _fill_states(env):
    """The truth table of ``_compute_ats_state`` as one statement."""
    env.cr.execute("""
        UPDATE hr_applicant applicant
           SET ats_state = CASE
                   WHEN applicant.job_id IS NULL AND EXISTS (
                        SELECT FROM hr_applicant_hr_talent_pool_rel pool
                         WHERE pool.hr_applicant_id = applicant.id) THEN NULL
                   WHEN refuse_reason_id IS NOT NULL AND active IS NOT TRUE THEN 'refused'
                   WHEN date_closed IS NOT NULL THEN 'hired'
                   WHEN active IS NOT TRUE THEN 'archived'
                   ELSE 'ongoing' END,
               ats_source = COALESCE(ats_source, 'manual'),
               ats_last_activity = COALESCE(
                   ats_last_activity, date_last_stage_update, create_date,
                   now() at time zone 'UTC')
    """)
