# Rooms from the lowest to the highest: a room may know those above it in this list.
from . import event
from . import work
from . import access
from . import message
from . import job
from . import pipeline
from . import candidate
from . import document
from . import day
from . import application
from . import refusal
from . import screening
from . import offer
from . import hire
from . import privacy
from . import search
from . import ats_demo
