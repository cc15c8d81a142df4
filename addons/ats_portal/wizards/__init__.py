from . import ats_eeo_report
from . import ats_job_channel_address
