"""Guards of the people search and of merging: the line, and the test that goes red without it."""

SEARCH = "addons/ats_core/models/search/"
MERGE = "addons/ats_core/models/merge/"
FOUND = "addons/ats_core/tests/test_people_search.py::TestPeopleSearch::"
SAVED = "addons/ats_core/tests/test_people_search.py::TestSavedSearch::"
MERGED = "addons/ats_core/tests/test_merge.py::TestMerge::"

GUARDS = [
    {
        "name": "people: notes are found by their readers only",
        "file": SEARCH + "matching.py",
        "remove": "if applicant in applicants or note in notes]",
        "put": "if applicant or note in notes]",
        "test": FOUND + "test_a_confidential_job_gives_nothing_away",
    },
    {
        "name": "people: a confidential job gives nothing away",
        "file": SEARCH + "search_texts.py",
        "remove": "            if not applicant.job_id.ats_restricted:\n                grouped",
        "put": "            if True:\n                grouped",
        "test": FOUND + "test_a_confidential_job_gives_nothing_away",
    },
    {
        "name": "people: whose time is over is found no more",
        "file": SEARCH + "matching.py",
        "remove": 'scope = SQL("%s AND %s", scope, self._kept())',
        "put": "pass",
        "test": FOUND + "test_whose_time_is_over_is_found_no_more",
    },
    {
        "name": "people: who is not found comes without who is",
        "file": SEARCH + "people_search.py",
        "remove": " and leaf.operator in FINDS",
        "test": FOUND + "test_pages_follow_one_another",
    },
    {
        "name": "people: a filter that leaves few of the best looks at all",
        "file": SEARCH + "people_search.py",
        "remove": "            if len(page) == limit:\n                return",
        "put": "            if True:\n                return",
        "test": FOUND + "test_pages_follow_one_another",
    },
    {
        "name": "people: the companies are kept apart in the search",
        "file": SEARCH + "matching.py",
        "remove": 'SQL("entry.company_id = ANY(%s)", list(companies))',
        "put": 'SQL("TRUE")',
        "test": FOUND + "test_the_entries_of_another_company_are_not_read",
    },
    {
        "name": "people: days are those of the user's zone",
        "file": SEARCH + "matching.py",
        "remove": 'pytz.timezone(self.env.user.tz or "UTC")',
        "put": "pytz.utc",
        "test": FOUND + "test_measures",
    },
    {
        "name": "people: a saved search is changed by its owner",
        "file": "addons/ats_core/security/search/search_rules.xml",
        "remove": "[('user_id', '=', user.id)]</field>\n        <field name=\"perm_read\"",
        "put": "[(1, '=', 1)]</field>\n        <field name=\"perm_read\"",
        "test": SAVED + "test_only_the_owner_changes_a_shared_search",
    },
    {
        "name": "people: who merges sees all applications of both",
        "file": MERGE + "merging.py",
        "remove": "if both._with_hidden_applications():",
        "put": "if False:",
        "test": MERGED + "test_who_may_merge",
    },
    {
        "name": "people: recruiters merge, nobody else",
        "file": MERGE + "merging.py",
        "remove": "if not self.env.su and not self.env.user.has_group(MERGERS):",
        "put": "if False:",
        "test": MERGED + "test_who_may_merge",
    },
    {
        "name": "people: a merged person is not merged again",
        "file": MERGE + "merging.py",
        "remove": 'if gone := self.filtered("merged_into_id"):',
        "put": "if gone := self.browse():",
        "test": MERGED + "test_nobody_is_merged_twice",
    },
    {
        "name": "people: the stricter consent holds",
        "file": MERGE + "merging.py",
        "remove": "        merge._settle_consents(winner, loser)\n",
        "test": MERGED + "test_what_one_took_back_holds_for_neither",
    },
    {
        "name": "people: one open application for a job after a merge",
        "file": MERGE + "relations.py",
        "remove": '                self._set(other, "ats_duplicate_of_id", first.id)\n',
        "put": "                continue\n",
        "test": MERGED + "test_one_open_application_for_a_job_stays",
    },
    {
        "name": "people: an undo leaves later changes alone",
        "file": MERGE + "unmerging.py",
        "remove": "(merge_sudo.change_ids - conflicts)",
        "put": "merge_sudo.change_ids",
        "test": MERGED + "test_a_later_change_is_told_and_left_alone",
    },
    {
        "name": "people: the old address leads to who stays",
        "file": MERGE + "same_person.py",
        "remove": "                    return person._survivor(), False\n",
        "put": "                    continue\n",
        "test": MERGED + "test_a_chosen_value_is_taken_and_no_address_is_lost",
    },
    {
        "name": "people: a number of many is nobody's",
        "file": MERGE + "ats_duplicate.py",
        "remove": "HAVING count(*) BETWEEN 2 AND %(most)s",
        "put": "HAVING count(*) BETWEEN 2 AND %(most)s * 1000",
        "test": "addons/ats_core/tests/test_merge.py::TestDuplicates::test_a_number_of_many_is_nobodys",
    },
]
