"""Guards of the profile of a person and of what employees learn, and the test that goes red without each."""

CORE = "addons/ats_core/"
PROFILE = CORE + "tests/test_candidate_profile.py::TestCandidateProfile::"
EMPLOYEE = CORE + "tests/test_employee_sees_no_candidate.py::TestEmployeeSeesNoCandidate::"

GUARDS = [
    {
        "name": "profile: offers are in the timeline for who may read them",
        "file": CORE + "models/profile/profile_timeline.py",
        "remove": 'if kind != "offer" or may_see_offers]',
        "put": "if kind]",
        "test": PROFILE + "test_readers_see_what_the_rules_let_them",
    },
    {
        "name": "profile: opening it is written down",
        "file": CORE + "models/profile/profile_seen.py",
        "remove": "            self._record_view()\n",
        "put": "            pass\n",
        "test": PROFILE + "test_opening_is_written_down_once_a_visit",
    },
    {
        "name": "contacts: followers do not tell an employee who a candidate is",
        "file": CORE + "security/candidate/candidate_rules.xml",
        "remove": "[('partner_id.ats_candidate_partner', '!=', True)]",
        "put": "[(1, '=', 1)]",
        "test": EMPLOYEE + "test_an_employee_learns_nothing",
    },
    {
        "name": "mail: a client is not the gateway",
        "file": CORE + "models/message/gateway.py",
        "remove": "        if not self._ats_is_recruiter():\n",
        "put": "        if not self.env:\n",
        "test": "tests/suite/test_public_methods.py::TestPublicMethods::test_own_methods_on_foreign_rows",
    },
]
