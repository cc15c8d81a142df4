from . import ats_question
from . import ats_job_question
from . import ats_answer
from . import hr_job_questions
from . import hr_applicant_answers
