"""Guards of what is done to many: the line, and the test that goes red without it."""

BULK = "addons/ats_core/models/bulk/"
MESSAGE = "addons/ats_core/models/message/"
MANY = "addons/ats_core/tests/test_bulk.py::TestBulk::"
MAILS = "addons/ats_core/tests/test_bulk_mail.py::TestBulkMail::"

GUARDS = [
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
        "remove": "            if set(vals) - CHOICES or any(",
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
        "remove": 'return None if before.get("dropped") else self.env._("the mail has left.")',
        "put": "return None",
        "test": MAILS + "test_what_has_left_is_not_called_back",
    },
]
