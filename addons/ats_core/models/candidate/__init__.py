from . import ats_candidate
from . import candidate_pools
from . import ats_candidate_resume_line
from . import ats_consent
from . import mail_gate
