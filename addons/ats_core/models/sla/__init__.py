from . import ats_sla_pause
from . import sla_clock
from . import sla_waiting
from . import sla_change
from . import sla_watch
from . import sla_digest
from . import day_sla
from . import board_heads
