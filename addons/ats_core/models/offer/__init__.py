from . import (
    ats_offer,
    day_offer,
    hr_applicant,
    ir_actions_report,
    offer_answer,
    offer_flow,
    offer_approval,
    offer_letter,
    offer_timed,
    offer_waiting,
    res_company,
)
