from . import attachment
from . import approval
from . import export
from . import sequence
