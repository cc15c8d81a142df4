from . import hr_job
from . import hr_job_counters
from . import job_text
from . import hr_job_open
