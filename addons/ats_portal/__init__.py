from . import controllers
from . import models
from . import wizards
from .access_log import keep_keys_out
from .hooks import post_init_hook, uninstall_hook

keep_keys_out()
