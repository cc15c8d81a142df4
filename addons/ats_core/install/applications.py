"""Person, state and order of the applications that were there before us."""


def fill(env):
    """Write each row of ``hr_applicant`` once: it has some thirty indexes.

    Repetitions are marked in the same statement, so that the unique index never sees two open
    applications of a person for a job, nor two talents of a person.
    """
    _find_repetitions(env)
    env.cr.execute("""
        UPDATE hr_applicant applicant
           SET ats_candidate_id = row.candidate_id,
               ats_duplicate_of_id = row.duplicate_of_id,
               ats_state = row.state,
               ats_source = COALESCE(applicant.ats_source, 'manual'),
               ats_last_activity = COALESCE(
                   applicant.ats_last_activity, applicant.date_last_stage_update,
                   applicant.create_date, now() at time zone 'UTC')
          FROM ats_install_application row
         WHERE applicant.id = row.id;
        DROP TABLE ats_install_application, ats_install_row
    """)


def _find_repetitions(env):
    """The truth table of ``_compute_ats_state``, and per person and job the newest open row;
    the others point to it. Talents likewise, per person."""
    env.cr.execute("""
        CREATE TEMP TABLE ats_install_application ON COMMIT DROP AS
        WITH stated AS (
            SELECT applicant.id, applicant.job_id, applicant.create_date, applicant.active,
                   row.candidate_id,
                   applicant.pool_applicant_id = applicant.id AS is_talent,
                   CASE WHEN applicant.job_id IS NULL AND EXISTS (
                             SELECT FROM hr_applicant_hr_talent_pool_rel pool
                              WHERE pool.hr_applicant_id = applicant.id) THEN NULL
                        WHEN refuse_reason_id IS NOT NULL AND active IS NOT TRUE THEN 'refused'
                        WHEN date_closed IS NOT NULL THEN 'hired'
                        WHEN active IS NOT TRUE THEN 'archived'
                        ELSE 'ongoing' END AS state
              FROM hr_applicant applicant
              JOIN ats_install_row row ON row.id = applicant.id
        ), open AS (
            SELECT id, first_value(id) OVER (
                       PARTITION BY candidate_id, job_id
                       ORDER BY create_date DESC NULLS LAST, id DESC) AS newest_id
              FROM stated
             WHERE state = 'ongoing' AND job_id IS NOT NULL
        ), talent AS (
            SELECT id, first_value(id) OVER (
                       PARTITION BY candidate_id ORDER BY active DESC NULLS LAST, id DESC
                   ) AS newest_id
              FROM stated
             WHERE is_talent
        )
        SELECT stated.id, stated.candidate_id, stated.state,
               COALESCE(NULLIF(open.newest_id, stated.id),
                        NULLIF(talent.newest_id, stated.id)) AS duplicate_of_id
          FROM stated
     LEFT JOIN open ON open.id = stated.id
     LEFT JOIN talent ON talent.id = stated.id;
        ANALYZE ats_install_application
    """)
