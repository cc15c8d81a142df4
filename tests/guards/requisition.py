"""Guards of requisitions, approvals, openings and of who may see what."""

SUITE = "tests/suite/"

GUARDS = [
    {
        "name": "the access matrix is watched",
        "file": "addons/ats_core/security/hire/ir.model.access.csv",
        "remove": "model_ats_hire,hr_recruitment.group_hr_recruitment_user,1,0,0,0",
        "put": "model_ats_hire,hr_recruitment.group_hr_recruitment_user,1,1,0,0",
        "test": SUITE + "test_access_matrix.py::TestAccessMatrix::test_the_table_is_what_the_addons_grant",
    },
    {
        "name": "hires of confidential jobs",
        "file": "addons/ats_core/security/hire/hire_rules.xml",
        "remove": "('applicant_id.job_id.ats_restricted', '=', False),",
        "put": "(1, '=', 1),",
        "test": SUITE + "test_own_jobs_only.py::TestOwnJobsOnly::test_confidential_rows_are_for_the_hiring_team",
    },
    {
        "name": "stays of the own jobs only",
        "file": "addons/ats_core/security/pipeline/stage_log_rules.xml",
        "remove": "[('job_id.ats_hiring_manager_id', '=', user.id)]",
        "put": "[(1, '=', 1)]",
        "test": SUITE + "test_own_jobs_only.py::TestOwnJobsOnly::test_a_hiring_manager_sees_rows_of_the_own_jobs_only",
    },
]
