"""Guards of pipelines, stage rules, answer times and templates: the line, and the test that goes red without it."""

MODELS = "addons/ats_core/models/"
TESTS = "addons/ats_core/tests/"
RULES = TESTS + "test_stage_rules.py::TestStageRules::"
PIPELINES = TESTS + "test_pipelines.py::TestPipelines::"
SLA = TESTS + "test_sla.py::TestSla::"
TEMPLATES = TESTS + "test_job_templates.py::TestJobTemplates::"
ENTRY = TESTS + "test_entry_requirements.py::TestEntryRequirements::"

GUARDS = [
    {
        "name": "a stage rule acts once for an application",
        "file": MODELS + "stage_rule/stage_rule_plan.py",
        "remove": "if acted_at and not rule.again:",
        "put": "if False:",
        "test": RULES + "test_on_return_only_if_chosen",
    },
    {
        "name": "a stage rule waits until the move can no longer be undone",
        "file": MODELS + "stage_rule/stage_rule_plan.py",
        "remove": "undo = stay.entered_at + timedelta(seconds=UNDO_SECONDS)",
        "put": "undo = stay.entered_at",
        "test": RULES + "test_a_mail_leaves_once_the_move_can_no_longer_be_undone",
    },
    {
        "name": "a run is done once",
        "file": MODELS + "stage_rule/stage_rule_runner.py",
        "remove": "        if not self._take():\n            return\n",
        "put": "",
        "test": RULES + "test_a_taken_run_is_not_taken_again",
    },
    {
        "name": "an import writes to nobody",
        "file": MODELS + "stage_rule/stage_rule_plan.py",
        "remove": "if not rules or self._is_silent():",
        "put": "if not rules:",
        "test": RULES + "test_an_import_writes_to_nobody",
    },
    {
        "name": "a rule hires nobody",
        "file": MODELS + "stage_rule/ats_stage_rule.py",
        "remove": 'if target.ats_kind == "hired":',
        "put": "if False:",
        "test": RULES + "test_incomplete_and_circular_rules_are_refused",
    },
    {
        "name": "a shared stage is no way of a job with own stages",
        "file": MODELS + "pipeline/stages_of_job.py",
        "remove": "if self.ats_job_id or job.sudo().ats_has_own_stages:",
        "put": "if self.ats_job_id:",
        "test": PIPELINES + "test_new_applications_start_in_it_and_shared_stages_are_no_way",
    },
    {
        "name": "nobody is hired because a stage goes",
        "file": MODELS + "pipeline_change/rehome.py",
        "remove": 'if (self.ats_kind == "hired") != (target.ats_kind == "hired") and',
        "put": "if False and",
        "test": PIPELINES + "test_a_stage_goes_and_its_applications_move",
    },
    {
        "name": "a stage that goes mails nobody",
        "file": MODELS + "pipeline_change/rehome.py",
        "remove": "active_test=False, ats_no_stage_mail=True",
        "put": "active_test=False",
        "test": PIPELINES + "test_present_applications_find_their_place",
    },
    {
        "name": "the clock stands while one waits for the candidate",
        "file": MODELS + "sla/sla_clock.py",
        "remove": "pauses = {} if start else self._ats_pauses()",
        "put": "pauses = {}",
        "test": SLA + "test_waiting_for_the_candidate_stops_the_clock",
    },
    {
        "name": "a new limit counts from now",
        "file": MODELS + "sla/sla_clock.py",
        "remove": "begin = start or self.ats_sla_from or now",
        "put": "begin = start or self.ats_sla_from or self.create_date",
        "test": SLA + "test_a_new_limit_makes_nobody_late",
    },
    {
        "name": "the digest comes once a day",
        "file": MODELS + "sla/sla_digest.py",
        "remove": " and user.ats_digest_on != today:",
        "put": ":",
        "test": SLA + "test_the_digest_comes_once_a_working_day",
    },
    {
        "name": "a template is no job",
        "file": MODELS + "template/hr_job.py",
        "remove": 'if job.ats_is_template and (job.active or job.ats_job_state != "draft"):',
        "put": "if False:",
        "test": TEMPLATES + "test_a_template_is_no_job",
    },
    {
        "name": "a reason is asked for",
        "file": MODELS + "application/entry.py",
        "remove": 'if not (reason or "").strip():',
        "put": "if False:",
        "test": ENTRY + "test_a_reason_sets_it_aside_and_is_kept",
    },
    {
        "name": "a withdrawn consent is none",
        "file": MODELS + "candidate/ats_consent.py",
        "remove": "consent.purpose == purpose and not consent.withdrawn_at for",
        "put": "consent.purpose == purpose for",
        "test": ENTRY + "test_the_consent_is_valid",
    },
    {
        "name": "recruiters choose what a stage requires",
        "file": "addons/ats_core/security/pipeline/ir.model.access.csv",
        "remove": "base.model_ir_model_fields,hr_recruitment.group_hr_recruitment_user,1,0,0,0",
        "put": "base.model_ir_model_fields,base.group_system,1,0,0,0",
        "test": ENTRY + "test_a_recruiter_chooses_them_on_the_stages_of_a_job",
    },
    {
        "name": "a manager opens a stage without the right to read which fields exist",
        "file": MODELS[: -len("models/")] + "views/stage_rule/hr_recruitment_stage_views.xml",
        "remove": '\n                            groups="hr_recruitment.group_hr_recruitment_user"',
        "put": "",
        "test": ENTRY + "test_a_recruiter_chooses_them_on_the_stages_of_a_job",
    },
]
