from . import ats_access_link
from . import ats_profile_share
from . import profile_page
from . import profile_answer
from . import ats_profile_share_make
from . import ats_candidate
