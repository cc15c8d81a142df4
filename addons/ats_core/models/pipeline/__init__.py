from . import ats_stage_policy
from . import hr_recruitment_stage
from . import stages_of_job
from . import ats_pipeline
from . import working_calendar
from . import ats_stage_log
