from . import ats_day_snooze
from . import ats_day
from . import ats_day_doing
from . import ats_day_scope
from . import res_users
from . import ats_day_mail
