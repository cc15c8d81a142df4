"""Guards of proposed refusals: the line, and the test that goes red without it."""

MODELS = "addons/ats_core/models/refusal/"
PROPOSAL = "addons/ats_core/tests/test_refusal_proposal.py::TestRefusalProposal::"

GUARDS = [
    {
        "name": "one proposal waits for an application",
        "file": MODELS + "hr_applicant.py",
        "remove": "in self - waiting.applicant_id",
        "put": "in self",
        "test": PROPOSAL + "test_the_first_proposal_stands",
    },
    {
        "name": "a refusal is taken back only while its mail waits",
        "file": MODELS + "refusal_decide.py",
        "remove": "if not proposal.can_undo:",
        "put": "if False:",
        "test": PROPOSAL + "test_once_the_mail_has_left_there_is_no_undo",
    },
    {
        "name": "a decided proposal is not decided again",
        "file": MODELS + "refusal_decide.py",
        "remove": "IN %s AND state = 'proposed' ORDER",
        "put": "IN %s ORDER",
        "test": PROPOSAL + "test_nobody_confirms_twice",
    },
    {
        "name": "an ended application overtakes its proposal",
        "file": MODELS + "hr_applicant.py",
        "remove": "        self._ats_void_refusals()\n        return super()._ats_end",
        "put": "        return super()._ats_end",
        "test": PROPOSAL + "test_what_happened_meanwhile_overtakes_a_proposal",
    },
    {
        "name": "people correct only what the candidate will read",
        "file": MODELS + "ats_refusal_proposal.py",
        "remove": "        if not self.env.su:\n            forbidden",
        "put": "        if self.env.uid == 0:\n            forbidden",
        "test": PROPOSAL + "test_only_reason_mail_and_time_are_corrected",
    },
]
