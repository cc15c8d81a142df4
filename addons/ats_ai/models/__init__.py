from . import ats_candidate, ats_document, ats_match, ats_resume, hr_skill
from . import match_scoring, match_triggers, match_view, resume_use
from . import skill_alias, skill_catalogue, job_skill, skill_evidence
