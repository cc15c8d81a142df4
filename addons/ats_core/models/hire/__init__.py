from . import ats_hire, carry_over, contact_release, employee_terms, hire, hire_on_acceptance, res_company
