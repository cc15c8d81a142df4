"""Who approves what, and when a flow has ended. Plain values in and out."""

from .absence import acting_for, stand_ins
from .flow import Standing, Step, Vote, counted, shortages, standing

__all__ = ["Standing", "Step", "Vote", "acting_for", "counted", "shortages", "standing", "stand_ins"]
