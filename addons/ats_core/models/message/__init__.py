from . import candidate_mail
from . import contact_guard
from . import gateway
from . import stage_mail
from . import res_partner
