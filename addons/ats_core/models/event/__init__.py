from . import ats_event
