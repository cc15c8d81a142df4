from . import ats_merge
from . import merging
from . import relations
from . import unmerging
from . import same_person
from . import ats_duplicate
from . import ats_merge_wizard
from . import erase
