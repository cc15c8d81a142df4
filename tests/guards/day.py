"""Guards of the list My Day: what stands there, and the test that goes red without it."""

DAY = "addons/ats_core/models/day/"
TESTS = "addons/ats_core/tests/test_my_day.py::TestMyDay::"

GUARDS = [
    {
        "name": "day: only people of recruitment",
        "file": DAY + "ats_day.py",
        "remove": "        self._ats_day_check()\n        return {",
        "put": "        return {",
        "test": TESTS + "test_record_rules_decide",
    },
    {
        "name": "day: what is no longer due is not done",
        "file": DAY + "ats_day_doing.py",
        "remove": '        if not record:\n            return {"done": True',
        "put": '        if not group:\n            return {"done": True',
        "test": TESTS + "test_what_is_done_already_is_not_done_again",
    },
    {
        "name": "day: verbs are a closed list",
        "file": DAY + "ats_day_doing.py",
        "remove": "        if not verb:\n            raise UserError",
        "put": "        if not group:\n            raise UserError",
        "test": TESTS + "test_only_what_is_on_the_own_list_is_done",
    },
    {
        "name": "day: one mail on a day",
        "file": DAY + "ats_day_mail.py",
        "remove": "            user.ats_day_mailed_on = self._ats_day_today(user)\n",
        "put": "",
        "test": TESTS + "test_the_morning_mail_tells_the_same_once",
    },
    {
        "name": "day: the list is opted out of",
        "file": DAY + "ats_day_mail.py",
        "remove": '                ("ats_day_mail", "=", True),\n',
        "put": "",
        "test": TESTS + "test_no_mail_without_work_on_sundays_or_when_switched_off",
    },
    {
        "name": "day: nobody is hired by the next stage",
        "file": "addons/ats_core/models/application/day_application.py",
        "remove": '[("ats_kind", "!=", "hired")], [',
        "put": "[], [",
        "test": TESTS + "test_nobody_is_hired_by_the_next_stage",
    },
]
