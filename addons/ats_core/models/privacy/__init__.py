from . import consent
from . import privacy_request
from . import request_work
from . import erase
from . import erase_targets
from . import export
from . import explanation
from . import res_company
