from . import ats_skill_suggestion
