"""Which texts of the addons candidates read, which managers who ask for people and approve do, which every colleague.

Their translations are complete in LANGUAGES.
"""

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

# Who asks for people and who approves may open Odoo twice a year, from a mail, on a phone.
READ_BY_MANAGERS = {
    "ats_core": (
        r"model_terms:ir\.ui\.view,arch_db:ats_core\.(approval_page|ats_requisition_view|ats_approval_approver_view)",
        r"model_terms:ir\.actions\.act_window,help:ats_core\.(ats_requisition_action|ats_approval_approver_action)",
        r"model:ir\.actions\.act_window,name:ats_core\.(ats_requisition_action|ats_approval_approver_action)",
        r"model:ir\.ui\.menu,name:ats_core\.menu_ats_(requisition|approval|approval_mine)$",
        r"model:mail\.template,(subject|body_html):ats_core\.mail_template_approval",
        r"code:addons/ats_core/models/requisition/(requisition_approval|requisition_figures|requisition_flow|ats_requisition)\.py",
        r"code:addons/ats_core/models/approval/(approval_trail|approval_run|approval_ask|day_approval|ats_approval_approver)\.py",
        r"code:addons/ats_core/static/src/(approval|requisition_board)/",
        r"model:ir\.model\.fields\.selection,name:ats_core\.selection__ats_requisition(_stop)?__(state|reason|pay_period|close_reason)__",
        r"model:ir\.model\.fields\.selection,name:ats_core\.selection__ats_approval_approver__state__",
        r"model:ir\.model\.fields,field_description:ats_core\.field_ats_requisition(_stop)?__"
        r"(job_id|job_title|department_id|reason|replaced_employee_id|justification|headcount|pay_min|pay_max|pay_period"
        r"|currency_id|planned_cost|target_start|hiring_manager_id|recruiter_id|requested_by_id|approved_at|closed_at"
        r"|close_reason|frozen_reason|open_count|filled_count|progress_text|offered_cost|name|state)$",
    ),
}

# The app Referrals is every colleague's.
READ_BY_COLLEAGUES = {
    "ats_core": (
        r"model_terms:ir\.ui\.view,arch_db:ats_core\."
        r"(hr_job_view_\w+_share|ats_referral_(link|invite)_view_form|ats_referral_view_\w+_mine)$",
        r"model_terms:ir\.actions\.act_window,help:ats_core\.(hr_job_action_share|ats_referral_action_mine)",
        r"model:ir\.actions\.act_window,name:ats_core\.(hr_job_action_share|ats_referral_action_mine)",
        r"model:ir\.ui\.menu,name:ats_core\.menu_ats_(referrals_root|jobs_to_share|my_referrals)$",
        r"model:ir\.model\.fields\.selection,name:ats_core\.selection__ats_referral__(state|status|kind|reward_state)__",
        r"model:ir\.model\.fields,field_description:ats_core\.field_ats_referral__"
        r"(who|job_id|status|user_id|kind|reward_state|reward_on|reward_paid_on)$",
        r"model:ir\.model\.fields,field_description:ats_core\.field_ats_referral_(link__url|invite__(name|email|words))$",
        r"model:ir\.model\.fields,help:ats_core\.field_ats_referral(_invite__words|__status)$",
        r"code:addons/ats_core/models/referral/(ats_referral|ats_referral_invite|ats_referral_link|hr_job)\.py",
    ),
}


def is_read(addon, entry):
    """Tell whether an entry of an addon's .pot is read by candidates, by managers or by every colleague."""
    places = (
        *READ_BY_CANDIDATES[addon],
        *READ_BY_MANAGERS.get(addon, ()),
        *READ_BY_COLLEAGUES.get(addon, ()),
    )
    return any(re.match(place, occurrence) for occurrence, _line in entry.occurrences for place in places)
