from . import gate
from . import careers
from . import apply
from . import native_form
from . import home
from . import documents
from . import offer
