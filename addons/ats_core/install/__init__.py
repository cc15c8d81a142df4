# Steps of the installation on a database that already holds native Recruitment data.
from . import applications
from . import candidates
from . import columns
from . import extensions
from . import invariants
from . import jobs
from . import stage_log
