from . import hr_job
from . import job_from
from . import ats_job_start
