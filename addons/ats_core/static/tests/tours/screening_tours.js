import { registry } from "@web/core/registry";

/** Something in the row of a list, or on the card of it on a phone. */
const inRow = (words, selector = "") =>
    [".o_data_row", ".o_kanban_record"]
        .map((row) => `${row}:contains(${words})${selector}`)
        .join(", ");

registry.category("web_tour.tours").add("ats_story_manager_requests", {
    steps: () => [
        { trigger: ".o_form_view .o_field_widget[name=job_title] input", run: "edit Van Driver" },
        { trigger: ".o_field_widget[name=headcount] input", run: "edit 1" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: "button[name=action_submit]", run: "click" },
        { trigger: ".o_statusbar_status button.o_arrow_button_current:contains(To Approve)" },
    ],
});

registry.category("web_tour.tours").add("ats_story_approves", {
    steps: () => [
        {
            trigger: inRow("Van Driver", " button[name=action_approve]"),
            run: "click",
        },
        { trigger: ".o_action_manager:not(:has(button[name=action_approve]))" },
    ],
});

/** The approved request becomes a job as the template has it, and candidates see it. */
registry.category("web_tour.tours").add("ats_story_job_of_the_request", {
    steps: () => [
        { trigger: "button[name=action_start_job]", run: "click" },
        { trigger: ".modal .o_field_widget[name=source_id] input", run: "edit Driver" },
        { trigger: ".o-autocomplete--dropdown-item:contains(Driver template)", run: "click" },
        { trigger: ".modal .o_field_widget[name=name] input:value(Van Driver)" },
        { trigger: ".modal button[name=action_start]", run: "click" },
        {
            trigger:
                "body:not(:has(.modal)) .breadcrumb:contains(Van Driver), .o_last_breadcrumb_item:contains(Van Driver)",
        },
        { trigger: ".nav-link[name=ats_questions]", run: "click" },
        {
            trigger:
                ".o_field_widget[name=ats_job_question_ids] .o_data_row:contains(driving licence)",
        },
        { trigger: ".o_field_widget[name=ats_rule_ids] .o_data_row:contains(Missing licence)" },
        { trigger: "button[name=action_ats_open]", run: "click" },
        { trigger: ".o_statusbar_status button.o_arrow_button_current:contains(Open)" },
        {
            trigger: "div[name=ats_publication] .o_field_widget[name=is_published] input",
            run: "click",
        },
        { trigger: ".o_form_button_save:visible", run: "click" },
        { trigger: ".o_form_saved" },
    ],
});

registry.category("web_tour.tours").add("ats_screening_rule_editor", {
    steps: () => [
        { trigger: ".nav-link[name=ats_questions]", run: "click" },
        { trigger: "button[name=action_ats_add_rule]", run: "click" },
        { trigger: ".o_field_widget[name=name] input", run: "edit Early birds" },
        {
            trigger: ".o_field_widget[name=condition_ids] .o_field_x2many_list_row_add a",
            run: "click",
        },
        { trigger: ".modal .o_field_widget[name=question_id] input", run: "edit driving" },
        { trigger: ".o-autocomplete--dropdown-item:contains(driving licence)", run: "click" },
        { trigger: ".modal .o_form_button_save", run: "click" },
        { trigger: ".o_field_widget[name=sentence]:contains(driving licence)" },
        { trigger: ".o_field_widget[name=reason_id] input", run: "edit Missing" },
        { trigger: ".o-autocomplete--dropdown-item:contains(Missing licence)", run: "click" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: "button[name=action_try]", run: "click" },
        { trigger: ".o_form_view:contains(Only tried) .o_data_row:contains(Paula Past)" },
        {
            trigger: ".o_back_button, .breadcrumb-item:not(.o_menu_brand) a:contains(Early birds)",
            run: "click",
        },
        { trigger: "button[name=action_activate]", run: "click" },
        { trigger: ".o_statusbar_status button.o_arrow_button_current:contains(Active)" },
    ],
});

registry.category("web_tour.tours").add("ats_screening_confirm", {
    steps: () => [
        { trigger: inRow("Kira Knock", ":contains(driving licence)") },
        { trigger: inRow("Kira Knock", " button[name=action_confirm]"), run: "click" },
        { trigger: ".o_notification:contains(1 candidates refused)" },
        { trigger: ".o_action_manager:not(:contains(Kira Knock))" },
    ],
});
