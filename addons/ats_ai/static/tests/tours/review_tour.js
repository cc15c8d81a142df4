import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("ats_ai_review", {
    steps: () => [
        {
            content: "the job's page about matching",
            trigger: ".o_form_view .nav-link[name=ats_matching]",
            run: "click",
        },
        {
            content: "who matches",
            trigger: ".tab-pane.active button[name=action_ats_matches]",
            run: "click",
        },
        {
            content: "reasons stand on the card, met ones first",
            trigger: ".o_kanban_record:contains(Ana) .o_ats_reason_met:contains(Python)",
        },
        {
            content: "and what is missing",
            trigger: ".o_kanban_record:contains(Ana) .o_ats_reason_missing:contains(Docker)",
        },
        {
            content: "to the board",
            trigger: ".o_kanban_record:contains(Ana)",
            run: () => {
                window.location.href = "/odoo/review-board";
            },
            expectUnloadPage: true,
        },
        {
            content: "the task is in the user's hands, with a timer",
            trigger: ".o_ats_lane_working .o_ats_review_card:contains(Ana) .o_ats_clock",
        },
        {
            content: "pause",
            trigger: ".o_ats_lane_working .o_ats_review_card button[name=more]",
            run: "click",
        },
        {
            content: "the timer",
            trigger: ".o-dropdown-item:contains(Pause the timer)",
            run: "click",
        },
        { content: "it stands still", trigger: ".o_ats_clock .fa-pause" },
        {
            content: "decide",
            trigger: ".o_ats_lane_working .o_ats_review_card:contains(Ana) button[name=advance]",
            run: "click",
        },
        {
            content: "done",
            trigger: ".o_ats_lane_done .o_ats_review_card:contains(Ana):contains(Advance)",
        },
    ],
});
