from . import test_apply
from . import test_doors
