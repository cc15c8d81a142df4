"""Which texts of the addons candidates read. Their translations are complete in LANGUAGES."""

import re

LANGUAGES = ("fr", "de", "es")

# Places in a .pot file, as regular expressions from the beginning.
READ_BY_CANDIDATES = {
    "ats_portal": (
        r"code:addons/ats_portal/controllers/",
        r"code:addons/ats_portal/static/src/interactions/",
        r"code:addons/ats_portal/models/(ats_apply_|ats_careers|ats_eeo_form|ats_offer|hr_applicant_|job_text)",
        r"model_terms:ir\.ui\.view,arch_db:ats_portal\.(?!ats_job_channel|ats_eeo_report|eeo_totals|hr_job_view|job_board_check|view_)",
        r"model:mail\.template,(subject|body_html):",
    ),
    "ats_core": (
        r"code:addons/ats_core/models/application/candidate_home",
        r"code:addons/ats_core/models/message/conversation",
        r"code:addons/ats_core/models/share/profile_page",
        r"code:addons/ats_core/models/offer/(hr_applicant|offer_answer|offer_letter|public_terms)",
        r"model:ir\.model\.fields\.selection,name:ats_core\.selection__ats_privacy_request__(kind|state)__",
        r"model:ir\.model\.fields\.selection,name:ats_core\.selection__ats_message_preference__kind__",
        r"model:ir\.model\.fields\.selection,name:ats_core\.selection__ats_document__kind__",
        r"model:ir\.model\.fields\.selection,name:ats_core\.selection__hr_job__ats_(workplace|employment_type)__",
        r"model:mail\.template,(subject|body_html):ats_core\.mail_template_(candidate|confirm|document|privacy|offer|sequence)",
        r"model_terms:ir\.ui\.view,arch_db:ats_core\.mail_layout_candidate",
    ),
    "ats_ai": (
        r"code:addons/ats_ai/models/automated_steps",
        r"model_terms:ir\.ui\.view,arch_db:ats_ai\.home_jobs_for_you",
    ),
    "ats_interview": (
        r"model:mail\.template,(subject|body_html):ats_interview\.mail_template_interview_",
        r"code:addons/ats_interview/models/ats_interview_invitation",
    ),
}


def is_read(addon, entry):
    """Tell whether an entry of an addon's .pot is read by candidates."""
    places = READ_BY_CANDIDATES[addon]
    return any(re.match(place, occurrence) for occurrence, _line in entry.occurrences for place in places)
