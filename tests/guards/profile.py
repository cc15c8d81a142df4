"""Guards of the profile of a person and of what employees learn, and the test that goes red without each."""

CORE = "addons/ats_core/"
PROFILE = CORE + "tests/test_candidate_profile.py::TestCandidateProfile::"
EMPLOYEE = CORE + "tests/test_employee_sees_no_candidate.py::TestEmployeeSeesNoCandidate::"

NOTES = CORE + "tests/test_candidate_facts.py::TestCandidateNotes::"
LINKS = CORE + "tests/test_candidate_facts.py::TestCandidateLinks::"
SKILLS = CORE + "tests/test_candidate_facts.py::TestCandidateSkills::"
FOUND = CORE + "tests/test_candidate_facts.py::TestSearchOfFacts::"
RULES = CORE + "security/candidate/candidate_rules.xml"

GUARDS = [
    {
        "name": "notes: those for the author alone",
        "file": RULES,
        "remove": "['|', ('visibility', '!=', 'author'), ('create_uid', '=', user.id)]",
        "put": "[(1, '=', 1)]",
        "test": NOTES + "test_who_reads_what",
    },
    {
        "name": "notes: those for recruiters",
        "file": RULES,
        "remove": "            '|', ('visibility', '!=', 'recruiters'), ('create_uid', '=', user.id),\n",
        "test": NOTES + "test_who_reads_what",
    },
    {
        "name": "notes: only the author changes one",
        "file": RULES,
        "remove": """[('create_uid', '=', user.id)]</field>
        <field name="perm_read" eval="False" />""",
        "put": """[(1, '=', 1)]</field>
        <field name="perm_read" eval="False" />""",
        "test": NOTES + "test_only_the_author_changes_it",
    },
    {
        "name": "notes: they stay with their person",
        "file": CORE + "models/candidate/ats_candidate_note.py",
        "remove": """        if not self.env.su:
            vals =""",
        "put": """        if not self.env:
            vals =""",
        "test": NOTES + "test_only_the_author_changes_it",
    },
    {
        "name": "notes: the search finds them for their readers only",
        "file": CORE + "models/search/matching.py",
        "remove": "or note in notes]",
        "put": "or note]",
        "test": FOUND + "test_notes_are_found_by_their_readers",
    },
    {
        "name": "experience: groups of companies keep theirs apart",
        "file": RULES,
        "remove": """<field name="model_id" ref="model_ats_candidate_resume_line" />
        <field name="domain_force">[('candidate_id.company_id', 'parent_of', company_ids)]</field>""",
        "put": """<field name="model_id" ref="model_ats_candidate_resume_line" />
        <field name="domain_force">[(1, '=', 1)]</field>""",
        "test": NOTES + "test_groups_of_companies_keep_theirs_apart",
    },
    {
        "name": "links: pages of the web only",
        "file": CORE + "models/candidate/ats_candidate_link.py",
        "remove": 'parts.scheme in ("http", "https") and ',
        "test": LINKS + "test_only_pages_of_the_web",
    },
    {
        "name": "skills: a level is one of its kind",
        "file": CORE + "models/candidate/ats_candidate_skill.py",
        "remove": "if line.skill_level_id and line.skill_level_id.skill_type_id != line.skill_type_id:",
        "put": "if line.skill_level_id and not line.skill_type_id:",
        "test": SKILLS + "test_what_cannot_be",
    },
    {
        "name": "profile: offers are in the timeline for who may read them",
        "file": CORE + "models/profile/profile_timeline.py",
        "remove": '            if TOLD[event.type] != "offer" or event.res_id in seen_offers\n',
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
