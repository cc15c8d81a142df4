from . import ats_access_link
from . import mail_mail
from . import ats_access_code
