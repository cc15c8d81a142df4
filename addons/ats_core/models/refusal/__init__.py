from . import ats_refusal_proposal
from . import refusal_decide
from . import hr_applicant
from . import day_refusal
from . import told
