"""Guards of questions, rules and limits: the line, and the test that goes red without it."""

LIB = "addons/ats_core/lib/ats_screening/"
MODELS = "addons/ats_core/models/screening/"
TESTS = "addons/ats_core/tests/"
RULES = TESTS + "test_rules.py::TestRules::"
DOORS = TESTS + "test_rules_at_doors.py::TestRulesAtDoors::"
ANSWERS = TESTS + "test_answers.py::TestAnswers::"

GUARDS = [
    {
        "name": "screening: the first refusal stops",
        "file": LIB + "rules.py",
        "remove": "        if rule.ends:\n            break\n",
        "test": RULES + "test_first_refusal_stops",
    },
    {
        "name": "screening: a refusal that waits stops later runs",
        "file": MODELS + "screen.py",
        "remove": "already[applicant.id] = set(versions.ids)",
        "put": "continue",
        "test": RULES + "test_first_refusal_stops",
    },
    {
        "name": "screening: what is not known counts against nobody",
        "file": LIB + "rules.py",
        "remove": 'if fact is None or fact == "" or fact == frozenset():\n        return None',
        "put": "if fact is None:\n        return condition.operator in ('none_of', 'less_than')",
        "test": RULES + "test_what_is_not_known_hits_nobody",
    },
    {
        "name": "screening: drafts and retired versions never act",
        "file": MODELS + "screen.py",
        "remove": ', ("state", "=", "active")])\n        return versions',
        "put": "])\n        return versions",
        "test": RULES + "test_drafts_and_retired_versions_never_act",
    },
    {
        "name": "screening: whether a rule may decide alone is asked when it acts",
        "file": MODELS + "screen.py",
        "remove": 'return "refused" if self._may_decide_alone() else "proposed"',
        "put": 'return "refused" if self.is_automatic else "proposed"',
        "test": RULES + "test_a_question_that_is_no_legal_one_any_more_only_proposes",
    },
    {
        "name": "screening: rules propose and never refuse",
        "file": MODELS + "carry_out.py",
        "remove": 'if all(step.outcome == "refused" for step in steps):',
        "put": "if self.action:",
        "test": RULES + "test_no_refusal_without_a_person_through_any_door",
    },
    {
        "name": "screening: only what the law asks may decide alone",
        "file": MODELS + "ats_rule_version.py",
        "remove": "if version.is_automatic and version.condition_ids and not version._may_decide_alone():",
        "put": "if not version.match:",
        "test": RULES + "test_only_what_the_law_asks_may_refuse_without_a_person",
    },
    {
        "name": "screening: an active version never changes",
        "file": MODELS + "ats_rule_version.py",
        "remove": 'if says and self.env.context.get("ats_rule_lifecycle") is not LIFECYCLE:',
        "put": "if not self:",
        "test": RULES + "test_an_active_version_never_changes",
    },
    {
        "name": "screening: a run leaves out what has changed since its preview",
        "file": MODELS + "screen.py",
        "remove": 'self if as_new else self.filtered(lambda row: row.ats_state == "ongoing")',
        "put": "self",
        "test": TESTS + "test_rule_runs.py::TestRuleRuns::test_what_changed_since_the_preview_is_left_out",
    },
    {
        "name": "screening: answers to questions of another job are refused",
        "file": LIB + "answers.py",
        "remove": 'dict.fromkeys((key for key in raw if key not in asked), "unknown")',
        "put": "{}",
        "test": ANSWERS + "test_a_wrong_answer_is_refused_and_nothing_is_written",
    },
    {
        "name": "screening: a stranger does not replace answers",
        "file": MODELS + "hr_applicant_answers.py",
        "remove": "        if proven:\n            replaced",
        "put": "        if checked:\n            replaced",
        "test": ANSWERS + "test_a_stranger_does_not_replace_what_stands",
    },
    {
        "name": "screening: at most so many applications in a department",
        "file": MODELS + "limits.py",
        "remove": "if len(earlier) >= limits.ats_limit_count:",
        "put": "if not limits:",
        "test": TESTS + "test_application_limits.py::TestApplicationLimits::test_at_most_so_many_in_a_department",
    },
    {
        "name": "doors: nobody is refused, moved or mailed for what somebody else typed",
        "file": MODELS + "screen_doors.py",
        "remove": '    if door != "board" and step.applicant.ats_source not in TYPED_BY_US:\n        return step\n',
        "put": "    if step:\n        return step\n",
        "test": DOORS + "test_an_import",
    },
    {
        "name": "doors: a legal rule only proposes on what we typed",
        "file": MODELS + "screen_doors.py",
        "remove": '        return step._replace(outcome="proposed")',
        "put": "        return step",
        "test": DOORS + "test_nobody_is_refused_without_a_person_for_what_we_typed",
    },
    {
        "name": "doors: rules hear of native creation",
        "file": "addons/ats_core/models/application/doors.py",
        "remove": "            applicants._ats_arrived()\n",
        "put": "            pass\n",
        "test": DOORS + "test_quick_create_on_the_board",
    },
    {
        "name": "screening: a re-run writes any number of rows with one statement",
        "file": "addons/ats_core/insert_rows.py",
        "remove": 'if len(vals_list) <= INSERT_BATCH_SIZE or hasattr(type(model).create, "origin"):',
        "put": "if vals_list:",
        "test": TESTS + "test_rule_runs.py::TestRuleRuns::test_as_many_statements_for_a_thousand_as_for_ten",
    },
    {
        "name": "screening: results of a re-run are written with one statement",
        "file": MODELS + "rule_run_perform.py",
        "remove": "            its_lines._keep_result(result)",
        "put": "            its_lines.result = result",
        "test": TESTS + "test_rule_runs.py::TestRuleRuns::test_as_many_statements_for_a_thousand_as_for_ten",
    },
    {
        "name": "screening: automation rules hear of rows that are inserted together",
        "file": "addons/ats_core/insert_rows.py",
        "remove": ' or hasattr(type(model).create, "origin")',
        "put": "",
        "test": TESTS + "test_insert_rows.py::TestInsertRows::test_an_automation_rule_that_listens_hears_of_them",
    },
    {
        "name": "screening: rows inserted together are known to the lists they belong to",
        "file": "addons/ats_core/insert_rows.py",
        "remove": "            field._update_inverses(records.browse(ids), value)",
        "put": "            pass",
        "test": TESTS + "test_insert_rows.py::TestInsertRows::test_the_rows_are_those_of_create",
    },
]
