from . import ats_requisition
from . import ats_opening
from . import requisition_approval
from . import requisition_flow
from . import requisition_figures
from . import hr_job
from . import hr_applicant
from . import res_company
