import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("ats_interview_scorecard", {
    url: "/odoo/my-interviews",
    steps: () => [
        {
            content: "Open the scorecard from the interviewer's own list",
            trigger:
                ".o_kanban_record:contains(Ana Tour) [name=action_my_scorecard]:contains(Fill In)",
            run: "click",
        },
        {
            content: "Rate the first criterion",
            trigger: "[data-criterion='Knows the trade'] label[data-value=strong_yes]",
            run: "click",
        },
        {
            content: "The choice is shown",
            trigger: "[data-criterion='Knows the trade'] input[id$=strong_yes]:checked",
        },
        {
            trigger: "[data-criterion='Knows the trade'] .o_ats_line_note",
            run: "edit Built it herself && press Tab",
        },
        {
            content: "Rate the second one",
            trigger: "[data-criterion='Works with others'] label[data-value=mixed]",
            run: "click",
        },
        {
            content: "Say what you think overall",
            trigger: "[name=recommendation] label[data-value=yes]",
            run: "click",
        },
        {
            trigger: "[name=notes] textarea",
            run: "edit Explained the outage clearly.",
        },
        {
            trigger: "button[name=action_submit]",
            run: "click",
        },
        {
            content: "Confirm that it will be locked",
            trigger: ".modal footer .btn-primary",
            run: "click",
        },
        {
            content: "It is locked: answers are shown and cannot be touched",
            trigger: ".o_form_view:not(:has(.o_ats_rating)) .badge:contains(Strong yes)",
        },
        {
            trigger: ".o_ats_scorecard_form p:contains(Submitted)",
        },
    ],
});
