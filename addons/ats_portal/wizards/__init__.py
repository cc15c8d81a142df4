from . import ats_job_channel_address
