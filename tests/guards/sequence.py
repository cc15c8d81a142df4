"""Guards of sequences: what stands there, and the test that goes red without it."""

ROOM = "addons/ats_core/models/sequence/"
STOPS = "addons/ats_core/tests/test_sequence_stops.py::TestSequenceStops::"
CAP = "addons/ats_core/tests/test_sequence_stops.py::TestSequenceCap::"
MERGED = "addons/ats_core/tests/test_sequence_stops.py::TestSequenceMerge::"
ENROL = "addons/ats_core/tests/test_sequence.py::TestSequenceEnrolling::"
SEQUENCE = "addons/ats_core/tests/test_sequence.py::TestSequence::"
READING = "addons/ats_core/tests/test_sequence_reading.py::TestSequenceReading::"

GUARDS = [
    {
        "name": "sequence: it asks again before each step",
        "file": ROOM + "sequence_runner.py",
        "remove": "        if why:\n",
        "put": "        if why and not self:\n",
        "test": STOPS + "test_leaving_the_pool_natively",
    },
    {
        "name": "sequence: an answer stops it",
        "file": ROOM + "sequence_replies.py",
        "remove": '        active._stop("replied")\n',
        "test": STOPS + "test_an_answer_by_mail",
    },
    {
        "name": "sequence: what a machine answers stops nothing",
        "file": ROOM + "sequence_replies.py",
        "remove": 'if not self.env.context.get("ats_auto_reply"):',
        "put": "if True:",
        "test": STOPS + "test_an_out_of_office_note_stops_nothing",
    },
    {
        "name": "sequence: a colleague is nobody who answers",
        "file": ROOM + "sequence_replies.py",
        "remove": "(sends_sudo and not self._ats_is_colleague(msg_dict, sender))",
        "put": "sends_sudo",
        "test": STOPS + "test_a_colleague_who_writes_into_it_stops_nothing",
    },
    {
        "name": "sequence: an application stops it",
        "file": ROOM + "sequence_stops.py",
        "remove": '        ongoing.sudo().ats_candidate_id._in_sequences()._stop("applied")\n',
        "test": STOPS + "test_a_new_application",
    },
    {
        "name": "sequence: a mail that comes back stops it",
        "file": ROOM + "sequence_stops.py",
        "remove": '        enrolments._stop("bounced")\n',
        "test": STOPS + "test_a_mail_that_comes_back",
    },
    {
        "name": "sequence: unsubscribing stops it",
        "file": ROOM + "sequence_stops.py",
        "remove": '            people_sudo._in_sequences()._stop("unsubscribed")\n',
        "test": STOPS + "test_unsubscribing",
    },
    {
        "name": "sequence: taking the agreement back stops it, and says so",
        "file": ROOM + "sequence_stops.py",
        "remove": '            self._in_sequences()._stop("no_consent")\n',
        "put": "            pass\n",
        "test": STOPS + "test_taking_the_agreement_back",
    },
    {
        "name": "sequence: do not contact stops it",
        "file": ROOM + "sequence_stops.py",
        "remove": '        if vals.get("do_not_contact"):\n',
        "put": "        if False:\n",
        "test": STOPS + "test_do_not_contact",
    },
    {
        "name": "sequence: nobody gets more mails than allowed",
        "file": ROOM + "sequence_runner.py",
        "remove": "if allowed_from and allowed_from > now:",
        "put": "if allowed_from and not now:",
        "test": CAP + "test_over_all_sequences_what_is_over_the_limit_waits",
    },
    {
        "name": "sequence: merged records share the limit",
        "file": ROOM + "own_account.py",
        "remove": "self._ats_and_merged().ids",
        "put": "self.ids",
        "test": CAP + "test_two_records_of_one_person_have_one_limit",
    },
    {
        "name": "sequence: one person is in it once after a merge",
        "file": ROOM + "sequence_merge.py",
        "remove": "        return active - first\n",
        "put": "        return active.browse()\n",
        "test": MERGED + "test_of_two_who_are_in_it_the_one_goes_on_who_got_further",
    },
    {
        "name": "sequence: a night in the reader's zone is a night",
        "file": ROOM + "sequence_runner.py",
        "remove": "        if at and at > now:\n",
        "put": "        if at and not now:\n",
        "test": SEQUENCE + "test_a_late_runner_waits_for_the_morning",
    },
    {
        "name": "sequence: only recruiters add people",
        "file": ROOM + "sequence_enrol.py",
        "remove": "        if not self.env.su and not self.env.user.has_group(RECRUITER):\n",
        "put": "        if not people:\n",
        "test": ENROL + "test_only_recruiters",
    },
    {
        "name": "sequence: names in the dialog are no markup",
        "file": ROOM + "ats_sequence_enrol.py",
        "remove": '% (person.name, " ".join(why.values()))',
        "put": '% (Markup(person.name), " ".join(why.values()))',
        "test": ENROL + "test_names_in_the_dialog_are_no_markup",
    },
    {
        "name": "sequence: a counted link leads only where our mail pointed",
        "file": "addons/ats_core/controllers/sequence.py",
        "remove": " or not sends._is_signed(send_id, signature, to)",
        "test": READING + "test_it_is_no_open_redirect",
    },
    {
        "name": "sequence: without the switch nothing is counted",
        "file": ROOM + "sequence_reading.py",
        "remove": '.exists().filtered("company_id.ats_count_reading")',
        "put": ".exists()",
        "test": READING + "test_without_the_switch_nothing_is_added_or_counted",
    },
    {
        "name": "sequence: private links are not led through a counter",
        "file": ROOM + "sequence_reading.py",
        "remove": "            if url.startswith(base) and urlsplit(url).path.startswith(PRIVATE):\n",
        "put": "            if not url:\n",
        "test": READING + "test_private_links_are_not_led_through_a_counter",
    },
]
