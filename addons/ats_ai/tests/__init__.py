from . import test_match, test_match_rights, test_resume_reading, test_resume_trust, test_screen_after_reading
