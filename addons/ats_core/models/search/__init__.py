from . import ats_search_entry
from . import search_texts
from . import stale_entries
from . import matching
from . import people_search
from . import facets
from . import ats_search
from . import hr_applicant
