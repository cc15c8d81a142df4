from . import attachment
from . import approval
