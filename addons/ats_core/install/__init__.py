# Steps of the installation on a database that already holds native Recruitment data.
from . import (
    applications,
    candidates,
    columns,
    extensions,
    indexes,
    invariants,
    jobs,
    stage_log,
    traces,
)
