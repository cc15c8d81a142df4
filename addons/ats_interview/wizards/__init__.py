from . import ats_interview_schedule
from . import ats_interview_cancel
from . import ats_interview_repanel
