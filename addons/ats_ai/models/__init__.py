from . import automated_steps
from . import ats_candidate, ats_document, ats_match, ats_resume, hr_skill

# What others extend comes first: of two extensions in one addon the later one is asked first.
from . import resume_use, resume_prefill, resume_reread, resume_correction, resume_view
from . import (
    match_phrases,
    match_questions,
    match_job,
    match_weights,
    match_person,
    match_scoring,
    match_triggers,
    match_view,
    match_list,
)
from . import screen_after_reading
from . import ats_upload, upload_take
from . import skill_alias, skill_catalogue, job_skill, skill_evidence, skill_import
from . import ats_reviewer, ats_review_task, review_assign, review_timer, review_decide, review_board, auto_path
from . import match_profile, match_index, rediscovery, jobs_for_you
