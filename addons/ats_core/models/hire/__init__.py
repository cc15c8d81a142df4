from . import ats_hire, carry_over, employee_terms, hire, hire_on_acceptance, res_company
