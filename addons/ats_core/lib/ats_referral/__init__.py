"""Whom an application is credited to: the first valid touch. Plain values in and out, no Odoo."""

from .credit import Applicant, Touch, Verdict, credited, judge, months_before

__all__ = ["Applicant", "Touch", "Verdict", "credited", "judge", "months_before"]
