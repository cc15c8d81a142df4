"""Hiring state of the jobs that were there before us."""


def fill(env):
    """Archived jobs are closed. Whoever was looking for people goes on looking."""
    env.cr.execute("""
        UPDATE hr_job
           SET ats_job_state = CASE WHEN active IS NOT TRUE THEN 'closed' ELSE 'open' END
         WHERE ats_job_state = 'draft' AND ats_is_template IS NOT TRUE
    """)
