from . import ats_match_compare, ats_skill_suggestion
