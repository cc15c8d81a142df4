import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("ats_job_from_template", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(Tour Template) button[name=action_ats_new_from_this]",
            run: "click",
        },
        { trigger: ".modal div[name=name] input", run: "edit Tour Job" },
        { trigger: ".modal button[name=action_start]", run: "click" },
        { trigger: ".o_form_view .o_field_widget[name=name] textarea:value(Tour Job)" },
        { trigger: ".o_notebook .nav-link:contains(Pipeline)", run: "click" },
        { trigger: ".o_data_row:contains(Received)" },
        { trigger: "button[name=action_ats_apply_pipeline]", run: "click" },
        { trigger: ".modal div[name=pipeline_id] input", run: "edit Tour Pipeline" },
        { trigger: ".ui-menu-item:contains(Tour Pipeline)", run: "click" },
        { trigger: ".modal .o_field_widget:contains(Post box → Talk → Employed)" },
        { trigger: ".modal button[name=action_apply]", run: "click" },
        { trigger: "body:not(:has(.modal)) .o_data_row:contains(Post box)" },
        { trigger: ".o_data_row:contains(Talk) td:contains(After 1 working day in Talk: mail)" },
    ],
});

registry.category("web_tour.tours").add("ats_remove_stage", {
    steps: () => [
        { trigger: ".o_notebook .nav-link:contains(Pipeline)", run: "click" },
        {
            trigger: ".o_data_row:contains(Post box) button[name=action_ats_remove]",
            run: "click",
        },
        {
            trigger: ".modal:contains(One open application is in) div[name=target_id] input",
            run: "edit Talk",
        },
        { trigger: ".ui-menu-item:contains(Talk)", run: "click" },
        { trigger: ".modal button[name=action_remove]", run: "click" },
        { trigger: "body:not(:has(.modal)):not(:has(.o_data_row:contains(Post box)))" },
        { trigger: ".o_data_row:contains(Talk)" },
    ],
});

registry.category("web_tour.tours").add("ats_move_despite", {
    steps: () => [
        { trigger: ".o_kanban_group:contains(Talk) .o_ats_board_head:contains(0 d)" },
        { trigger: ".o_kanban_record:contains(Ana Tour)", run: "click" },
        {
            trigger: ".o_form_view .o_statusbar_status button:contains(Employed)",
            run: "click",
        },
        {
            trigger: ".modal:contains(The assessment is not passed.) textarea",
            run: "edit Passed by phone",
        },
        { trigger: ".modal button:contains(Move Anyway)", run: "click" },
        {
            trigger:
                "body:not(:has(.modal)) .o_statusbar_status .o_arrow_button_current:contains(Employed)",
        },
        { trigger: ".o_breadcrumb .o_back_button", run: "click" },
        { trigger: ".o_kanban_group:contains(Employed) .o_kanban_record:contains(Ana Tour)" },
    ],
});
