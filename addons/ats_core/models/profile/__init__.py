from . import profile_timeline
from . import profile_overview
from . import profile_skills
from . import profile_links
from . import profile_seen
from . import profile_actions
