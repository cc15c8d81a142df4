"""Guards of what is done to many: the line, and the test that goes red without it."""

BULK = "addons/ats_core/models/bulk/"
MESSAGE = "addons/ats_core/models/message/"
MANY = "addons/ats_core/tests/test_bulk.py::TestBulk::"
ADDED = "addons/ats_core/tests/test_bulk_add_to_job.py::TestBulkAddToJob::"
EXPORT = "addons/ats_core/tests/test_bulk_export.py::TestBulkExport::"
MERGES = "addons/ats_core/tests/test_bulk_merge.py::TestBulkMerge::"
MAILS = "addons/ats_core/tests/test_bulk_mail.py::TestBulkMail::"

TOLD = "addons/ats_core/tests/test_track_many.py::TestTrackMany::"

CREATED = "addons/ats_core/tests/test_create_many.py::TestCreateMany::"

GUARDS = [
    {
        "name": "create: a place in a pool repeats one with an empty job",
        "file": "addons/ats_core/models/application/doors.py",
        "remove": 'vals.get("job_id") or False)',
        "put": 'vals.get("job_id"))',
        "test": CREATED + "test_a_second_place_in_a_pool_stands_beside_the_first",
    },
    {
        "name": "bulk: the new recruiter is not mailed about each",
        "file": BULK + "bulk_assign.py",
        "remove": "applicants.with_context(**QUIET).write",
        "put": "applicants.write",
        "test": MANY + "test_the_new_recruiter_hears_once",
    },
    {
        "name": "create: a row waits for the one that it repeats",
        "file": "addons/ats_core/models/application/doors.py",
        "remove": "            if key in seen:",
        "put": "            if False:",
        "test": CREATED + "test_a_row_that_repeats_another_stands_beside_it",
    },
    {
        "name": "bulk: a template keeps its own files",
        "file": MESSAGE + "of_each.py",
        "remove": '*vals.get("attachment_ids", ()), ',
        "put": "",
        "test": MAILS + "test_each_gets_the_files_of_the_template_and_those_of_the_colleague",
    },
    {
        "name": "bulk: who follows moves is told of each",
        "file": MESSAGE + "track_many.py",
        "remove": "            told.update(",
        "put": "            set().update(",
        "test": TOLD + "test_who_follows_moves_is_told",
    },
    {
        "name": "bulk: the chatter of many does not grow",
        "file": MESSAGE + "track_many.py",
        "remove": "if len(self) <= 1 or not fields_iter:",
        "put": "if True:",
        "test": TOLD + "test_many_cost_hardly_more",
    },
    {
        "name": "bulk: an application in which something happened is not taken back",
        "file": "addons/ats_core/models/application/add_to_job.py",
        "remove": "        staying |= (self - self.browse().concat(*staying))._ats_what_came_since()\n",
        "test": ADDED + "test_what_has_gone_on_stays",
    },
    {
        "name": "bulk: whom a rule has written to is not taken back",
        "file": "addons/ats_core/models/application/add_to_job.py",
        "remove": "\"row\".message_type = 'notification' AND %s",
        "put": "%s",
        "test": ADDED + "test_whom_a_rule_has_written_to_stays",
    },
    {
        "name": "bulk: of which a colleague was mailed is not taken back",
        "file": "addons/ats_core/models/application/add_to_job.py",
        "remove": "notification_type <> 'inbox'",
        "put": "false",
        "test": ADDED + "test_where_a_colleague_was_mailed_about_it_it_stays",
    },
    {
        "name": "bulk: an application that was moved is not taken back",
        "file": "addons/ats_core/models/application/add_to_job.py",
        "remove": " if one.id in moved or one.ats_state",
        "put": " if one.ats_state",
        "test": ADDED + "test_what_has_gone_on_stays",
    },
    {
        "name": "bulk: only who may export",
        "file": BULK + "ats_bulk_run.py",
        "remove": '        if action == "export" and not',
        "put": '        if action == "exports" and not',
        "test": EXPORT + "test_only_who_may_export_and_only_the_owner_fetches_it",
    },
    {
        "name": "bulk: a column is a field that the user may read",
        "file": BULK + "bulk_export_columns.py",
        "remove": "in self.env[model].fields_get(",
        "put": "in self.env[model].sudo().fields_get(",
        "test": EXPORT + "test_only_what_the_user_may_read_becomes_a_column",
    },
    {
        "name": "bulk: whatever the browser sends, only what is on offer becomes a column",
        "file": BULK + "bulk_export_columns.py",
        "remove": "[key for key in run._offered_columns() if boxes",
        "put": "[key for key in boxes if boxes",
        "test": EXPORT + "test_what_the_browser_sends_opens_nothing",
    },
    {
        "name": "bulk: the file of an export goes with a person",
        "file": BULK + "erase.py",
        "remove": "(lines.run_id.file_id, []), ",
        "test": EXPORT + "test_the_file_goes_after_a_day_and_with_a_person",
    },
    {
        "name": "bulk: whom the user may not merge is left out",
        "file": BULK + "bulk_merge.py",
        "remove": " or (people & hidden and people._hidden_words()):",
        "put": ":",
        "test": MERGES + "test_what_the_user_may_not_see_is_left_out",
    },
    {
        "name": "bulk: who had the first step stays in the sequence",
        "file": "addons/ats_core/models/sequence/bulk_sequence.py",
        "remove": "(enrolments_sudo - begun).unlink()",
        "put": "enrolments_sudo.unlink()",
        "test": "addons/ats_core/tests/test_sequence.py::TestSequenceInBulk::"
        "test_it_is_taken_back_while_nothing_was_sent",
    },
    {
        "name": "bulk: hiring managers decide about the own jobs only",
        "file": BULK + "bulk_plan.py",
        "remove": "            for applicant in records - self._decided_by_owner(records):\n",
        "put": "            for applicant in records.browse():\n",
        "test": MANY + "test_a_hiring_manager_acts_on_the_own_jobs_only",
    },
    {
        "name": "bulk: nothing is set past the verbs",
        "file": BULK + "ats_bulk_run.py",
        "remove": "            if set(vals) - self._choices() or any(",
        "put": "            if any(",
        "test": MANY + "test_a_run_is_its_owners",
    },
    {
        "name": "bulk: what has become invisible is left out",
        "file": BULK + "bulk_perform.py",
        "remove": '        records = lines._record()._filtered_access("read")\n',
        "put": "        records = lines._record().sudo()\n",
        "test": MANY + "test_a_job_that_became_confidential_is_left_out",
    },
    {
        "name": "bulk: nobody gets it twice",
        "file": BULK + "bulk_write.py",
        "remove": "            elif addresses[record] in seen:\n",
        "put": "            elif False:\n",
        "test": MAILS + "test_who_is_left_out",
    },
    {
        "name": "bulk: a hole in the text stops the mail",
        "file": BULK + "bulk_texts.py",
        "remove": "            if _is_empty(value):\n",
        "put": "            if False:\n",
        "test": MAILS + "test_a_placeholder_without_value_is_named",
    },
    {
        "name": "bulk: who may not edit templates runs no code in a mail",
        "file": BULK + "bulk_texts.py",
        "remove": "        self._check_expressions(self.subject, self.body)\n",
        "put": "        return\n",
        "test": MAILS + "test_who_may_not_edit_templates_uses_plain_placeholders_only",
    },
    {
        "name": "bulk: mails wait while the run goes on",
        "file": MESSAGE + "candidate_mail.py",
        "remove": "        send_at = hold.until if hold else send_at\n",
        "test": MAILS + "test_while_it_runs_nothing_leaves",
    },
    {
        "name": "bulk: what has left is not called back",
        "file": BULK + "bulk_write.py",
        "remove": ' for record in records if not before[record.id].get("dropped")}',
        "put": " for record in records[:0]}",
        "test": MAILS + "test_what_has_left_is_not_called_back",
    },
]
