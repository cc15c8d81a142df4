"""The stay that each application of an existing database is in, or ended in."""


def fill(env):
    """Begin with the last change of stage that native Odoo remembers; earlier stays are only in
    its chatter."""
    env.cr.execute("""
        INSERT INTO ats_stage_log (
               applicant_id, job_id, department_id, company_id, stage_id, kind,
               entered_at, left_at, outcome, wall_hours, wall_days,
               create_uid, create_date, write_uid, write_date)
        SELECT id, job_id, department_id, company_id, stage_id, kind, entered_at, left_at,
               CASE WHEN left_at IS NULL THEN NULL ELSE ats_state END,
               COALESCE(extract(epoch FROM left_at - entered_at) / 3600, 0),
               COALESCE(extract(epoch FROM left_at - entered_at) / 86400, 0),
               1, now() at time zone 'UTC', 1, now() at time zone 'UTC'
          FROM (
            SELECT applicant.id, applicant.job_id, applicant.department_id, applicant.company_id,
                   applicant.stage_id, stage.ats_kind AS kind, applicant.ats_state,
                   COALESCE(applicant.date_last_stage_update, applicant.create_date,
                            now() at time zone 'UTC') AS entered_at,
                   CASE WHEN applicant.ats_state IN ('refused', 'archived')
                        THEN GREATEST(
                            COALESCE(applicant.refuse_date, applicant.write_date,
                                     now() at time zone 'UTC'),
                            applicant.date_last_stage_update, applicant.create_date)
                        END AS left_at
              FROM hr_applicant applicant
              JOIN hr_recruitment_stage stage ON stage.id = applicant.stage_id
             WHERE applicant.ats_state IS NOT NULL
               AND NOT EXISTS (SELECT FROM ats_stage_log log WHERE log.applicant_id = applicant.id)
          ) stay
    """)
