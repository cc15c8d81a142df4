import { registry } from "@web/core/registry";

/** The to-do that a stage rule left opens the dialog, filled in; planning ends it. */
registry.category("web_tour.tours").add("ats_plan_interview", {
    steps: () => [
        {
            trigger: ".o-mail-Activity:contains('Plan an interview') .o_ats_plan_interview",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=panelist_ids] .o_tag",
            content: "the panel is proposed",
        },
        { trigger: ".modal footer button[name=action_confirm]", run: "click" },
        {
            trigger: "body:not(:has(.modal)):not(:has(.o_ats_plan_interview))",
            content: "planned, and the to-do is gone",
        },
    ],
});
