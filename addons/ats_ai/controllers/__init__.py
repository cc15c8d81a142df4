from . import corrections
