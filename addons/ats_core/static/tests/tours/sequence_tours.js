import { registry } from "@web/core/registry";

const DIALOG_GONE = "body:not(:has(.modal))";

registry.category("web_tour.tours").add("ats_core_pool_to_sequence", {
    url: "/odoo/sequences",
    steps: () => [
        {
            trigger: ".o_list_view .o_data_row .o_data_cell[name=name]:contains(Keep in touch)",
            run: "click",
        },
        {
            content: "The steps read as a timeline",
            trigger:
                ".o_form_view .o_field_widget[name=summary]:contains(after 3 working days: mail “News”)",
        },
        {
            trigger: ".o_form_view button[name=action_start]",
            run: "click",
        },
        {
            trigger: ".o_form_view:has(button[name=action_pause]) button[name=action_add_people]",
            run: "click",
        },
        {
            content: "It says who comes in, who does not and why",
            trigger: ".modal .o_field_widget[name=preview]:contains(1 of 2 people will be added)",
        },
        {
            trigger:
                ".modal .o_field_widget[name=left_out]:contains(Bo Quiet):contains(Has not agreed)",
        },
        {
            trigger: ".modal button[name=action_enrol]",
            run: "click",
        },
        {
            content: "The person is in it",
            trigger: `${DIALOG_GONE} .o_list_view .o_data_row:contains(Lea Silver):contains(In it)`,
        },
    ],
});

registry.category("web_tour.tours").add("ats_core_sequence_answered", {
    url: "/odoo/people-in-sequences",
    steps: () => [
        {
            content: "The answer stopped it, and the list says so",
            trigger:
                ".o_list_view .o_data_row:contains(Lea Silver):contains(Stopped):contains(Answered) .o_data_cell[name=candidate_id]",
            run: "click",
        },
        {
            trigger: ".o_form_view .o_field_widget[name=send_ids] .o_data_row:contains(Hello)",
        },
        {
            content: "Answer in place",
            trigger: ".o_form_view button[name=action_write]",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=last_message]:contains(Yes, call me)",
        },
        {
            trigger: ".modal .o_field_widget[name=body] .odoo-editor-editable",
            run: "editor I will call on Friday.",
        },
        {
            trigger: ".modal button[name=action_send]",
            run: "click",
        },
        {
            trigger: `${DIALOG_GONE} .o_form_view`,
        },
    ],
});
