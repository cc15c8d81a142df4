"""Guards of interviews and scorecards: what stands there, and the test that goes red without it."""

MODELS = "addons/ats_interview/models/"
RULES = "addons/ats_interview/security/ats_scorecard_rules.xml"
TESTS = "addons/ats_interview/tests/"
BOOKING = TESTS + "test_booking.py::TestBooking::"
VERBS = TESTS + "test_interview_verbs.py::TestInterviewVerbs::"
CALENDAR = TESTS + "test_calendar_door.py::TestCalendarDoor::"
CANDIDATE = TESTS + "test_candidate_side.py::TestCandidateSide::"
LOCK = TESTS + "test_scorecard_lock.py::TestScorecardLock::"
BLIND = TESTS + "test_scorecard_blind.py::TestScorecardBlind::"
REMINDER = TESTS + "test_scorecard_reminder.py::TestScorecardReminder::"
INVITE = "tests/unit/ats_invite/test_ats_invite.py::"

SUBMITTED_ONE = "'any', [('user_id', '=', user.id), ('state', '=', 'submitted')]"

GUARDS = [
    {
        "name": "interview: the database refuses overlapping bookings",
        "file": MODELS + "ats_booking.py",
        "remove": "WHERE (state IN ('held', 'booked'))",
        "put": "WHERE (state IN ('held'))",
        "update": True,
        "test": BOOKING + "test_the_database_itself_refuses_an_overlap",
    },
    {
        "name": "interview: only planners change a panel",
        "file": MODELS + "ats_interview_panel.py",
        "remove": "        self._check_may_plan(self.applicant_id)\n        if self.state not in",
        "put": "        if self.state not in",
        "test": TESTS + "test_panel.py::TestPanel::test_planners_alone_change_a_panel_that_is_not_empty",
    },
    {
        "name": "interview: a submitted scorecard keeps its author on the panel",
        "file": MODELS + "ats_interview_panel.py",
        "remove": "after = panel | submitted",
        "put": "after = panel",
        "test": TESTS + "test_panel.py::TestPanel::test_who_submitted_stays",
    },
    {
        "name": "interview: a lost race is a sentence",
        "file": MODELS + "ats_booking.py",
        "remove": "except ExclusionViolation as error:",
        "put": "except ZeroDivisionError as error:",
        "test": BOOKING + "test_a_lost_race_becomes_a_sentence",
    },
    {
        "name": "interview: only planners plan",
        "file": MODELS + "ats_interview.py",
        "remove": "        self._check_may_plan(applicant)\n        if applicant.ats_state",
        "put": "        if applicant.ats_state",
        "test": VERBS + "test_interviewers_do_not_plan_move_or_cancel",
    },
    {
        "name": "interview: hiring managers plan for their jobs",
        "file": MODELS + "ats_interview.py",
        "remove": "or applicant.sudo().job_id.ats_hiring_manager_id == user",
        "put": "or applicant.sudo().job_id.ats_hiring_manager_id",
        "test": VERBS + "test_the_hiring_manager_plans_for_the_own_job_only",
    },
    {
        "name": "interview: states are written by verbs",
        "file": MODELS + "ats_interview.py",
        "remove": "if forbidden := VERB_FIELDS & vals.keys():",
        "put": "if forbidden := ():",
        "test": VERBS + "test_verb_fields_are_not_written_by_hand",
    },
    {
        "name": "interview: a written time is a move",
        "file": MODELS + "ats_interview.py",
        "remove": "for name in PLAN_FIELDS & vals.keys()}",
        "put": "for name in ()}",
        "test": VERBS + "test_writing_the_time_directly_is_a_move",
    },
    {
        "name": "interview: the end of an application cancels",
        "file": MODELS + "hr_applicant_end.py",
        "remove": "        self._ats_cancel_interviews()\n",
        "test": VERBS + "test_the_end_of_the_application_cancels_what_is_ahead",
    },
    {
        "name": "interview: the event is private",
        "file": MODELS + "ats_interview_calendar.py",
        "remove": '"privacy": "private"',
        "put": '"privacy": "public"',
        "test": CALENDAR + "test_other_employees_see_busy",
    },
    {
        "name": "interview: the screen behind stays out of the event",
        "file": MODELS + "ats_interview_calendar.py",
        "remove": 'CARRIED_PREFIXES = ("default_", "active_")',
        "put": 'CARRIED_PREFIXES = ("none",)',
        "test": CALENDAR + "test_the_screen_behind_does_not_slip_in",
    },
    {
        "name": "interview: confidential jobs are not named",
        "file": MODELS + "ats_interview_calendar.py",
        "remove": " and not self.job_id.ats_restricted",
        "test": CALENDAR + "test_a_confidential_job_is_not_named",
    },
    {
        "name": "interview: a moved event moves the interview",
        "file": MODELS + "calendar_event.py",
        "remove": "        interviews_sudo._follow_event()\n",
        "test": CALENDAR + "test_the_event_moved_in_the_calendar_moves_the_interview",
    },
    {
        "name": "interview: a deleted event cancels the interview",
        "file": MODELS + "calendar_event.py",
        "remove": '        interviews_sudo._cancel(self.env._("The calendar event was deleted."))\n',
        "test": CALENDAR + "test_the_event_deleted_in_the_calendar_cancels",
    },
    {
        "name": "interview: no context of a client stops the following",
        "file": MODELS + "verb.py",
        "remove": "is VERB",
        "put": "is not None",
        "test": CALENDAR + "test_no_context_of_a_client_switches_following_off",
    },
    {
        "name": "interview: the candidate is no attendee",
        "file": MODELS + "calendar_event.py",
        "remove": "if known & invited or applicant.email_normalized in addresses:",
        "put": "if not known and not invited:",
        "test": CALENDAR + "test_the_candidate_cannot_be_invited_to_the_event",
    },
    {
        "name": "interview: the past is told to nobody",
        "file": MODELS + "ats_interview_invitation.py",
        "remove": "self.filtered(lambda interview: interview.stop > fields.Datetime.now())",
        "put": "self",
        "test": CANDIDATE + "test_a_past_interview_is_told_to_nobody",
    },
    {
        "name": "interview: the sequence of invitations grows",
        "file": MODELS + "ats_interview.py",
        "remove": '                "ics_sequence": self.ics_sequence + 1,\n',
        "test": CANDIDATE + "test_the_story_of_one_uid",
    },
    {
        "name": "invitation: typed line breaks are escaped",
        "file": "addons/ats_interview/lib/ats_invite/content_line.py",
        "remove": 'return _LINE_BREAKS.sub(r"\\\\n", value)',
        "put": "return value",
        "test": INVITE + "test_a054_typed_line_breaks_begin_no_property",
    },
    {
        "name": "invitation: names stay in their quotes",
        "file": "addons/ats_interview/lib/ats_invite/content_line.py",
        "remove": """value.replace('"', "'")""",
        "put": "value",
        "test": INVITE + "test_a054_a_name_cannot_leave_its_quotes",
    },
    {
        "name": "invitation: lines are cut between characters",
        "file": "addons/ats_interview/lib/ats_invite/content_line.py",
        "remove": "        if len(piece) + len(octets) > MAX_OCTETS:",
        "put": "        if len(piece) > MAX_OCTETS:",
        "test": INVITE + "test_folded_lines_are_short_whole_and_come_back",
    },
    {
        "name": "scorecard: others only after the own",
        "file": RULES,
        "remove": "('applicant_id.ats_scorecard_ids', " + SUBMITTED_ONE + "),",
        "put": "(1, '=', 1),",
        "test": BLIND + "test_interviewers_of_the_job_without_a_scorecard_are_blind",
    },
    {
        "name": "scorecard: ratings of others only after the own",
        "file": RULES,
        "remove": "('scorecard_id.applicant_id.ats_scorecard_ids', " + SUBMITTED_ONE + "),",
        "put": "(1, '=', 1),",
        "test": BLIND + "test_interviewers_of_the_job_without_a_scorecard_are_blind",
    },
    {
        "name": "scorecard: an open one blinds again",
        "file": RULES,
        "remove": "('applicant_id.ats_scorecard_ids', 'not any', [",
        "put": "('applicant_id.ats_scorecard_ids', 'any', [] if True else [",
        "test": BLIND + "test_an_open_scorecard_of_the_next_round_blinds_again",
    },
    {
        "name": "scorecard: confidential jobs",
        "file": "addons/ats_interview/security/confidential.xml",
        "remove": "                    ('job_id.ats_team_user_ids', 'in', user.ids),\n"
        "                    ('applicant_id.interviewer_ids', 'in', user.ids),\n"
        "            ]\n        </field>\n    </record>\n\n"
        '    <record id="ats_scorecard_line_rule_confidential"',
        "put": "                    (1, '=', 1),\n"
        "                    ('applicant_id.interviewer_ids', 'in', user.ids),\n"
        "            ]\n        </field>\n    </record>\n\n"
        '    <record id="ats_scorecard_line_rule_confidential"',
        "test": BLIND + "test_confidential_jobs_hide_scorecards",
    },
    {
        "name": "scorecard: locked after submitting",
        "file": MODELS + "ats_scorecard.py",
        "remove": "            self._check_unlocked()\n            if forbidden",
        "put": "            if forbidden",
        "test": LOCK + "test_the_lock_holds_for_elevated_code_and_for_contexts_of_clients",
    },
    {
        "name": "scorecard: ratings locked after submitting",
        "file": MODELS + "ats_scorecard_line.py",
        "remove": "            self.sudo().scorecard_id._check_unlocked()\n",
        "test": LOCK + "test_the_lock_holds_for_elevated_code_and_for_contexts_of_clients",
    },
    {
        "name": "scorecard: state and author are not typed",
        "file": MODELS + "ats_scorecard.py",
        "remove": "if forbidden := VERB_FIELDS & vals.keys():",
        "put": "if forbidden := ():",
        "test": LOCK + "test_state_and_author_are_not_written_by_hand",
    },
    {
        "name": "scorecard: only the author submits",
        "file": MODELS + "ats_scorecard.py",
        "remove": "if self.user_id != self.env.user:",
        "put": "if not self.user_id:",
        "test": LOCK + "test_only_the_author_submits",
    },
    {
        "name": "scorecard: only administrators reopen",
        "file": MODELS + "ats_scorecard.py",
        "remove": "if not self.env.user.has_group(ADMINISTRATOR):",
        "put": "if not self.env.user:",
        "test": LOCK + "test_only_an_administrator_reopens",
    },
    {
        "name": "scorecard: reminded once",
        "file": MODELS + "ats_scorecard_reminder.py",
        "remove": '            & Domain("reminded_at", "=", False)\n',
        "test": REMINDER + "test_reminded_once_after_one_working_day",
    },
    {
        "name": "scorecard: the weekend does not count",
        "file": MODELS + "ats_scorecard_reminder.py",
        "remove": "return next((day for day in days if day in worked), days[0])",
        "put": "return days[0]",
        "test": REMINDER + "test_the_weekend_does_not_count",
    },
    {
        "name": "interview: what is planned is not asked for again",
        "file": MODELS + "interview_to_plan.py",
        "remove": 'raise RuleSkipped(self.env._("An interview is planned already."))',
        "put": "pass",
        "test": TESTS + "test_interview_to_plan.py::TestInterviewToPlan::test_what_is_planned_is_not_asked_for_again",
    },
    {
        "name": "interview: the to-do ends with the plan",
        "file": MODELS + "ats_interview.py",
        "remove": "        applicant._ats_interview_arranged()\n",
        "test": TESTS + "test_interview_to_plan.py::TestInterviewToPlan::test_one_click_opens_the_dialog_filled_in",
    },
]
