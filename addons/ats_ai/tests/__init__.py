from . import test_match, test_match_invariants, test_match_parts, test_match_phrases, test_match_rights
from . import test_rediscovery, test_skill_catalogue, test_skill_import
from . import test_review, test_review_tour
from . import test_resume_desk, test_resume_reading, test_resume_trust, test_screen_after_reading
