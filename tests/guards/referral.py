"""Guards of share links, named people and shared profiles, and the test that goes red without each."""

CORE = "addons/ats_core/"
PORTAL = "addons/ats_portal/"
LINK = PORTAL + "tests/test_referral.py::TestShareLink::"
NAMED = PORTAL + "tests/test_referral.py::TestNamedPerson::"
PROFILE = PORTAL + "tests/test_shared_profile.py::TestSharedProfile::"

GUARDS = [
    {
        "name": "referral: nobody recommends themselves",
        "file": CORE + "lib/ats_referral/credit.py",
        "remove": '        ("self", touch.is_self),\n',
        "test": LINK + "test_nobody_recommends_themselves",
    },
    {
        "name": "referral: who was known is not recommended",
        "file": CORE + "lib/ats_referral/credit.py",
        "remove": '        ("known", applicant.known_since is not None and applicant.known_since <= touch.at),\n',
        "test": LINK + "test_who_had_an_open_application_was_known",
    },
    {
        "name": "referral: touches end",
        "file": CORE + "lib/ats_referral/credit.py",
        "remove": '        ("expired", touch.at < months_before(applicant.applied_at, months)),\n',
        "test": LINK + "test_an_expired_touch_gets_nothing",
    },
    {
        "name": "referral: the browser's touches are signed",
        "file": PORTAL + "models/ats_referral_link.py",
        "remove": 'return verify_hash_signed(self.env(su=True), SCOPE, cookie or "") or []',
        "put": 'import base64, json; return json.loads(base64.urlsafe_b64decode(f"{cookie or str()}===")[41:] or "[]")',
        "test": LINK + "test_a_touch_outlives_the_visit_in_a_signed_cookie",
    },
    {
        "name": "referral: only public jobs are shared",
        "file": PORTAL + "models/hr_job_search.py",
        "remove": '("ats_restricted", "=", False)]',
        "put": "]",
        "test": LINK + "test_only_public_jobs_are_shared",
    },
    {
        "name": "referral: the application is not the colleague's to read",
        "file": CORE + "models/referral/ats_referral.py",
        "remove": '        groups="hr_recruitment.group_hr_recruitment_interviewer",\n',
        "test": LINK + "test_the_colleague_sees_public_words_only",
    },
    {
        "name": "referral: a link that was switched off counts no more",
        "file": CORE + "lib/ats_referral/credit.py",
        "remove": '        ("revoked", not touch.is_live),\n',
        "test": LINK + "test_a_link_that_was_switched_off_gets_nothing_and_a_new_one_is_another",
    },
    {
        "name": "referral: who does not want it is not written to, and nobody is told",
        "file": CORE + "models/candidate/mail_gate.py",
        "remove": """        if (company.root_id.id, address) in stopped:
            blockers["unsubscribed"] =""",
        "put": """        if False:
            blockers["unsubscribed"] =""",
        "test": NAMED + "test_no_thanks_deletes_at_once_and_is_not_told_apart",
    },
    {
        "name": "referral: do not contact",
        "file": CORE + "models/referral/ats_referral_invite.py",
        "remove": 'self.env["ats.candidate"]._ats_address_blockers(address, "referral", company) or asked',
        "put": "asked",
        "test": NAMED + "test_do_not_contact_and_other_colleagues",
    },
    {
        "name": "referral: do not contact, also of the person whom another became part of",
        "file": CORE + "models/candidate/mail_gate.py",
        "remove": "            people_sudo |= found_sudo\n",
        "put": "            break\n",
        "test": NAMED + "test_the_gate_of_all_mails_decides",
    },
    {
        "name": "referral: recruiters do not see who has not applied",
        "file": CORE + "security/referral/referral_rules.xml",
        "remove": "[('state', '=', 'applied')]",
        "put": "[(1, '=', 1)]",
        "test": NAMED + "test_the_person_is_asked_and_nothing_else_is_made",
    },
    {
        "name": "referral: typed data is forgotten",
        "file": CORE + "models/referral/ats_referral.py",
        "remove": "            waiting._forget()\n",
        "put": "            waiting.state = 'ended'\n",
        "test": NAMED + "test_who_does_not_answer_is_forgotten",
    },
    {
        "name": "share: texts are cleaned, whoever typed them",
        "file": CORE + "models/share/profile_page.py",
        "remove": "return redact(text, [name for name in (*hidden, *employers) if name])",
        "put": "return text if hidden or employers or redact else text",
        "test": PROFILE + "test_the_reader_sees_what_was_chosen_and_never_the_rest",
    },
    {
        "name": "share: links end",
        "file": CORE + "models/share/ats_profile_share.py",
        "remove": "is_open = share_sudo and link._is_valid() and",
        "put": "is_open = share_sudo and",
        "test": PROFILE + "test_closed_and_expired_links_end_the_open_page_too",
    },
    {
        "name": "share: a merged person is another",
        "file": CORE + "models/share/ats_profile_share.py",
        "remove": " and link.candidate_id == share_sudo.candidate_id",
        "test": PROFILE + "test_a_merged_person_is_not_shown_by_the_links_of_the_other",
    },
    {
        "name": "share: each opening is written down",
        "file": CORE + "models/share/profile_page.py",
        "remove": '        self.env["ats.event"]._record("profile.opened", candidate=self.candidate_id, res=self)\n',
        "test": PROFILE + "test_each_opening_is_written_down",
    },
]
