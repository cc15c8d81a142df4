from . import ats_candidate
from . import candidate_pools
from . import ats_candidate_resume_line
from . import ats_candidate_skill
from . import ats_candidate_link
from . import ats_candidate_note
from . import ats_consent
from . import mail_gate
