from . import hr_recruitment_stage
from . import ats_stage_log
