"""Guards of résumé reading and matching: what stands there, and the test that goes red without it."""

MODELS = "addons/ats_ai/models/"
SECURITY = "addons/ats_ai/security/"
LIB = "addons/ats_ai/lib/"
TESTS = "addons/ats_ai/tests/"
READING = TESTS + "test_resume_reading.py::TestResumeReading::"
TRUST = TESTS + "test_resume_trust.py::TestResumeTrust::"
MATCH = TESTS + "test_match.py::TestMatch::"
PARTS = TESTS + "test_match_parts.py::TestMatchParts::"
TIMER = TESTS + "test_review.py::TestReviewTimer::"
DECIDE = TESTS + "test_review.py::TestReviewDecision::"
FOUND = TESTS + "test_rediscovery.py::TestRediscovery::"
UNIT = "tests/unit/ats_match/"
RIGHTS = TESTS + "test_match_rights.py::TestMatchRights::"

GUARDS = [
    {
        "name": "typed values of an application stay",
        "file": MODELS + "resume_use.py",
        "remove": "if value and not self[name]}",
        "put": "if value}",
        "test": READING + "test_typed_values_stay",
    },
    {
        "name": "typed skills keep their level",
        "file": MODELS + "resume_use.py",
        "remove": "if vals and key not in known:",
        "put": "if vals:",
        "test": READING + "test_typed_values_stay",
    },
    {
        "name": "typed experience stays",
        "file": MODELS + "resume_use.py",
        "remove": 'if lines.filtered(lambda line: line.origin == "typed"):',
        "put": "if not resume:",
        "test": READING + "test_typed_values_stay",
    },
    {
        "name": "a later file of an unproven sender is held",
        "file": MODELS + "ats_resume.py",
        "remove": 'return document.origin == "internal" or document.proven or self._is_own_submission()',
        "put": "return bool(document)",
        "test": TRUST + "test_later_file_of_an_unproven_sender_is_held",
    },
    {
        "name": "an unproven sender changes no person",
        "file": MODELS + "ats_resume.py",
        "remove": "return self._is_own_submission() and (applicant.ats_address_proven or alone)",
        "put": "return bool(alone or applicant)",
        "test": TRUST + "test_stranger_with_a_known_address_changes_no_person",
    },
    {
        "name": "the score is for recruiters and the job's manager",
        "file": MODELS + "match_view.py",
        "remove": "lambda applicant: applicant.sudo().job_id.ats_hiring_manager_id == self.env.user",
        "put": "lambda applicant: applicant.sudo().job_id",
        "test": RIGHTS + "test_interviewer_and_other_manager_see_nothing",
    },
    {
        "name": "the stored score is a recruiter's field",
        "file": MODELS + "match_scoring.py",
        "remove": '        groups="hr_recruitment.group_hr_recruitment_user",\n',
        "update": True,
        "test": RIGHTS + "test_stored_score_is_for_recruiters",
    },
    {
        "name": "managers see matches of the own jobs only",
        "file": SECURITY + "ats_ai_rules.xml",
        "remove": "[('applicant_id.job_id.ats_hiring_manager_id', '=', user.id)]</field>\n"
        '        <field name="groups" eval="[Command.link(ref(\'ats_core.group_ats_hiring_manager\'))]" />\n'
        "    </record>\n\n"
        '    <record id="ats_match_rule_recruiter"',
        "put": "[(1, '=', 1)]</field>\n"
        '        <field name="groups" eval="[Command.link(ref(\'ats_core.group_ats_hiring_manager\'))]" />\n'
        "    </record>\n\n"
        '    <record id="ats_match_rule_recruiter"',
        "test": RIGHTS + "test_rows_of_other_jobs_stay_hidden",
    },
    {
        "name": "unknown skills give no number",
        "file": LIB + "ats_match/formula.py",
        "remove": '        if answers.kind == "skill":\n            said &= answers.known\n',
        "test": MATCH + "test_unknown_skills_give_no_score",
    },
    {
        "name": "too little known gives no number",
        "file": LIB + "ats_match/formula.py",
        "remove": "    said &= weight >= LEAST_KNOWN * whole\n",
        "test": UNIT + "test_match.py::test_too_little_known_gives_no_number",
    },
    {
        "name": "the words of a match are those about the work",
        "file": MODELS + "match_person.py",
        "remove": 'pieces += [entry["title"], entry["area"]]',
        "put": 'pieces += [entry["title"], entry["area"], entry["organisation"]]',
        "test": PARTS + "test_who_somebody_is_changes_nothing",
    },
    {
        "name": "a database has no automatic refusal",
        "file": MODELS + "ats_review_task.py",
        "remove": "CHECK (NOT automatic OR decision IN ('advance', 'tag', 'invite', 'ask'))",
        "put": "CHECK (NOT automatic OR decision IS NOT NULL)",
        "update": True,
        "test": TIMER + "test_database_keeps_the_rules",
    },
    {
        "name": "only the listed actions happen without a person",
        "file": MODELS + "auto_path.py",
        "remove": "        if action not in AUTOMATIC:\n            return False\n",
        "put": '        if action == "refuse":\n            self.active = False\n            return True\n',
        "test": DECIDE + "test_it_never_refuses",
    },
    {
        "name": "a task that ran out is nobody's to decide",
        "file": MODELS + "review_timer.py",
        "remove": "if not mine or (task.deadline and task.deadline <= now):",
        "put": "if not mine:",
        "test": TIMER + "test_decision_at_the_last_moment_and_after_it",
    },
    {
        "name": "only the holder decides",
        "file": MODELS + "review_timer.py",
        "remove": 'mine = task.state == "working" and task.reviewer_id.user_id == self.env.user',
        "put": 'mine = task.state == "working"',
        "test": DECIDE + "test_only_the_holder_decides",
    },
    {
        "name": "misses are counted before somebody is locked",
        "file": MODELS + "review_timer.py",
        "remove": "        expired._requeue()\n",
        "put": "        for reviewer in reviewers:\n            reviewer._struck()\n"
        "        expired.strike_ids[:1].unlink()\n"
        "        expired._requeue()\n",
        "test": TIMER + "test_several_tasks_run_out_at_once",
    },
    {
        "name": "reviewers see the application",
        "file": MODELS + "ats_reviewer.py",
        "remove": 'return applicant.has_access("read") and applicant.has_access("write") and applicant._ats_decides()',
        "put": "return bool(applicant)",
        "test": TIMER + "test_turns_loads_skills_and_rights",
    },
    {
        "name": "people without agreement are not shown",
        "file": MODELS + "rediscovery.py",
        "remove": "                one in agreed\n                and one.active",
        "put": "                one.active",
        "test": FOUND + "test_agreement_and_contact_are_obeyed",
    },
    {
        "name": "do not contact is obeyed",
        "file": MODELS + "rediscovery.py",
        "remove": "                and not one.do_not_contact\n",
        "test": FOUND + "test_agreement_and_contact_are_obeyed",
    },
    {
        "name": "what the index has not seen is read from the table",
        "file": MODELS + "match_index.py",
        "remove": "        if changed:\n",
        "put": "        if changed < 0:\n",
        "test": FOUND + "test_index_on_disk_and_what_it_has_not_seen",
    },
    {
        "name": "everyday words are no skills",
        "file": LIB + "ats_resume/skills.py",
        "remove": "return len(form) <= 2 or fold(form) in _AMBIGUOUS",
        "put": "return not form",
        "test": "tests/unit/ats_resume/test_skills.py::test_everyday_words_are_no_skills",
    },
    {
        "name": "hidden words of a PDF stay out of the text",
        "file": "addons/ats_core/lib/ats_extract/cells.py",
        "remove": "(piece for piece in pieces if not piece.hidden)",
        "put": "(piece for piece in pieces)",
        "test": "tests/unit/ats_resume/test_flags.py::test_traps_are_flagged_and_kept_out",
    },
    {
        "name": "orders to machines stay out of the skills",
        "file": LIB + "ats_resume/parse.py",
        "remove": "flags.without(text.lines, told), told",
        "put": "text.lines, ()",
        "test": "tests/unit/ats_resume/test_flags.py::test_orders_to_a_machine_are_told_and_left_out",
    },
    {
        "name": "columns are read one after the other",
        "file": "addons/ats_core/lib/ats_extract/reading.py",
        "remove": "if weight > best_weight and not _is_table(cut):",
        "put": "if weight > 1e9:",
        "test": "tests/unit/ats_resume/test_pages.py::test_reads_every_layout_in_every_language",
    },
    {
        "name": "columns on one grid of lines are no table",
        "file": "addons/ats_core/lib/ats_extract/reading.py",
        "remove": "if _both_headed(cut):",
        "put": "if not cut.x:",
        "test": "tests/unit/ats_resume/test_pages.py::test_columns_on_one_grid_of_lines_are_no_table",
    },
    {
        "name": "running heads are in no section",
        "file": LIB + "ats_resume/parse.py",
        "remove": "text.lines = running.without(text.lines)",
        "put": "text.lines = tuple(text.lines)",
        "test": "tests/unit/ats_resume/test_certificates.py::test_edges_of_pages_are_in_no_section",
    },
    {
        "name": "a file of an upload is read in its one job",
        "file": MODELS + "upload_take.py",
        "remove": "        self._parse_resume()\n        return True",
        "put": "        return super()._enqueue_parse()",
        "test": TESTS
        + "test_resume_desk.py::TestUpload::test_each_file_is_read_once_and_lets_everything_else_go_first",
    },
    {
        "name": "a document that comes as the workshop closes is read",
        "file": "addons/ats_core/lib/ats_extract/workshop.py",
        "remove": "if not self._had_gone_home():",
        "put": "if True:",
        "test": "tests/unit/ats_extract/test_workshop.py::test_a_document_that_comes_as_it_leaves_is_read",
    },
    {
        "name": "a workshop that was killed is replaced",
        "file": "addons/ats_core/lib/ats_extract/workshop.py",
        "remove": "if self._process is not None and self._process.poll() is not None:",
        "put": "if False:",
        "test": "tests/unit/ats_extract/test_workshop.py::test_one_that_was_killed_is_replaced",
    },
    {
        "name": "a file taken twice makes one application",
        "file": MODELS + "upload_take.py",
        "remove": 'if not line_sudo or line_sudo.outcome != "waiting":',
        "put": "if not line_sudo:",
        "test": TESTS + "test_resume_desk.py::TestUpload::test_a_line_taken_twice_makes_nothing_new",
    },
    {
        "name": "an upload mails nobody",
        "file": MODELS + "upload_take.py",
        "remove": 'if self.env.context.get("ats_silent_import"):',
        "put": "if not self:",
        "test": TESTS + "test_resume_desk.py::TestUpload::test_each_file_becomes_one_application",
    },
    {
        "name": "a correction outlives the next parser",
        "file": MODELS + "ats_resume.py",
        "remove": 'values["facts"] = resume_sudo._keep_corrections(values["facts"])',
        "put": "pass",
        "test": TESTS + "test_resume_desk.py::TestResumeDesk::test_a_correction_outlives_the_next_parser",
    },
    {
        "name": "only those who decide correct facts",
        "file": MODELS + "resume_correction.py",
        "remove": "self.applicant_id._ats_check_decides()",
        "put": "pass",
        "test": TESTS
        + "test_resume_desk.py::TestResumeDesk::test_only_those_who_decide_correct_and_only_what_is_there",
    },
    {
        "name": "where somebody lives is no input",
        "file": MODELS + "match_person.py",
        "remove": "places=newest._ats_wished_places(said),",
        "put": 'places={place_key(newest.ats_candidate_id.city or "x"): Held()},',
        "test": TESTS + "test_match_invariants.py::TestMatchInvariants::test_who_somebody_is_changes_nothing",
    },
    {
        "name": "rare words weigh by their rarity in both texts",
        "file": LIB + "ats_match/text.py",
        "remove": "rare(word) ** 2",
        "put": "rare(word) ** 0",
        "test": UNIT + "test_ranking_floor.py::test_wording_is_not_below_tfidf",
    },
    {
        "name": "no to moving is no wish to move",
        "file": LIB + "ats_match/wishes.py",
        "remove": "if not found or _NOT.search(plain[: found.start()]) else found",
        "put": "if not found else found",
        "test": UNIT + "test_wishes.py::test_places",
    },
    {
        "name": "a ZIP of skills is no bomb",
        "file": LIB + "ats_skills/esco.py",
        "remove": "left -= entry.file_size",
        "put": "left -= 0",
        "test": "tests/unit/ats_skills/test_esco.py::test_a_bomb_is_not_unpacked",
    },
    {
        "name": "a skill of ESCO comes in once",
        "file": MODELS + "skill_import.py",
        "remove": "skill = by_uri.get(concept.uri) or by_name.get(fold(concept.name))",
        "put": "skill = self.env['hr.skill']",
        "test": TESTS + "test_skill_import.py::TestSkillImport::test_a_second_time_nothing_is_twice",
    },
    {
        "name": "a file of an upload is read once",
        "file": MODELS + "upload_take.py",
        "remove": "applicant.sudo()._ats_take_text(content, read)",
        "put": "pass",
        "test": TESTS
        + "test_resume_desk.py::TestUpload::test_each_file_is_read_once_and_lets_everything_else_go_first",
    },
    {
        "name": "rows of a grid of skills are not joined",
        "file": LIB + "ats_resume/broken_cells.py",
        "remove": "4 * sum(pair.has_room for _rows, pair in near) > len(near)",
        "put": "not lines",
        "test": "tests/unit/ats_resume/test_skill_cells.py::test_rows_of_a_grid_are_not_joined",
    },
    {
        "name": "the town of the job above is no employer",
        "file": LIB + "ats_resume/network_jobs.py",
        "remove": "place > last + 1 or not _is_town(line)",
        "put": "place > last",
        "test": "tests/unit/ats_resume/test_promotions.py::test_towns_between_titles_are_no_employers",
    },
    {
        "name": "headings of the whole width end columns",
        "file": "addons/ats_core/lib/ats_extract/headings.py",
        "remove": "if inner and few and _head_both(",
        "put": "if not rank and _head_both(",
        "test": "tests/unit/ats_resume/test_skill_cells.py::"
        "test_sections_in_two_columns_below_headings_of_the_whole_width",
    },
    {
        "name": "sentences in several runs are no labels",
        "file": "addons/ats_core/lib/ats_extract/flow.py",
        "remove": "if not labels or 2 * capitals < len(names) or",
        "put": "if",
        "test": "tests/unit/ats_extract/test_labels.py::test_sentences_in_several_runs_stay_whole",
    },
    {
        "name": "icons before contacts are no list",
        "file": LIB + "ats_resume/marks.py",
        "remove": "if not any(_REACH.search(item.said) for item in run)]",
        "put": "if run]",
        "test": "tests/unit/ats_resume/test_marks.py::test_icons_are_no_bullets",
    },
    {
        "name": "a word among contacts is not always a town",
        "file": LIB + "ats_resume/among_contacts.py",
        "remove": "_OTHERS.intersection(words) or ",
        "put": "",
        "test": "tests/unit/ats_resume/test_towns.py::test_no_town_among_contacts",
    },
    {
        "name": "a town beside the dates is no employer",
        "file": LIB + "ats_resume/job_towns.py",
        "remove": "found | _beside_pairs(blocks)",
        "put": "found",
        "test": "tests/unit/ats_resume/test_towns.py::test_town_beside_the_dates_below_title_and_employer",
    },
    {
        "name": "a language in another column needs its level",
        "file": LIB + "ats_resume/languages.py",
        "remove": "return bool(below) and below[0].row == line.row + 1 and _is_level(below[0].text)",
        "put": "return bool(below)",
        "test": "tests/unit/ats_resume/test_languages.py::test_language_above_something_else_is_none",
    },
    {
        "name": "the mark of an item goes with its text, however far",
        "file": "addons/ats_core/lib/ats_extract/cells.py",
        "remove": "_with_marks(_joined(row, boxes))",
        "put": "_joined(row, boxes)",
        "test": "tests/unit/ats_resume/test_marks.py::test_bullet_of_a_standard_font_without_a_letter",
    },
    {
        "name": "a further title in one house is no employer",
        "file": LIB + "ats_resume/entries.py",
        "remove": "lone = _without_spare(block.parts, spare) or (_more_of_one_house(block.parts) if rare else None)",
        "put": "lone = None",
        "test": "tests/unit/ats_resume/test_promotions.py"
        "::test_a_title_with_a_comma_is_no_employer_where_employers_have_lines_of_their_own",
    },
    {
        "name": "labels of forms name employer and title",
        "file": LIB + "ats_resume/entries.py",
        "remove": "if sure := labelled_jobs.jobs(text, lines) or network_jobs.jobs(text, lines):",
        "put": "if sure := network_jobs.jobs(text, lines):",
        "test": "tests/unit/ats_resume/test_labelled_jobs.py::test_labels_of_the_european_form",
    },
    {
        "name": "the end of a period may stand in the line below",
        "file": LIB + "ats_resume/entries.py",
        "remove": "with_dates_beside(with_ends_beside(unlisted(section.lines)))",
        "put": "with_dates_beside(unlisted(section.lines))",
        "test": "tests/unit/ats_resume/test_promotions.py::test_period_over_two_lines",
    },
    {
        "name": "a form to fill in is read row by row",
        "file": "addons/ats_core/lib/ats_extract/reading.py",
        "remove": "if _is_form(cut):",
        "put": "if cut is None:",
        "test": "tests/unit/ats_resume/test_forms.py::test_form[authority]",
    },
]
