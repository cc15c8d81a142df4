from . import ats_stage_rule
from . import stage_rule_actions
from . import stage_rule_copies
from . import ats_stage_rule_run
from . import stage_rule_runner
from . import stage_rule_plan
