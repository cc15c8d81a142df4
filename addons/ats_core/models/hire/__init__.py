from . import (
    ats_hire,
    carry_over,
    contact_release,
    employee_terms,
    hire,
    hire_opening,
    hire_on_acceptance,
    hire_dialog,
    unhire,
    res_company,
)
