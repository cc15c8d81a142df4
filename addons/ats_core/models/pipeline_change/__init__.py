from . import rehome
from . import stage_removal
from . import pipeline_of_job
from . import ats_stage_remove
from . import ats_pipeline_apply
