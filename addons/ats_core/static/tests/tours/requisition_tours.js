import { registry } from "@web/core/registry";

/** The hiring manager asks for two people; who approves is known without choosing. */
registry.category("web_tour.tours").add("ats_requisition_request", {
    url: "/odoo/ats-requisitions/new",
    steps: () => [
        { trigger: ".o_field_widget[name=job_title] input", run: "edit Night Baker" },
        { trigger: ".o_field_widget[name=headcount] input", run: "edit 2" },
        { trigger: ".o_field_widget[name=pay_min] input", run: "edit 30000" },
        { trigger: ".o_field_widget[name=pay_max] input", run: "edit 40000" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_saved", content: "it is saved" },
        { trigger: ".o_field_widget[name=ats_approval_step_ids]:contains('Management')" },
        { trigger: "button[name=action_submit]", run: "click" },
        { trigger: ".o_field_widget[name=ats_approval_waiting]:contains('Ats Line')" },
    ],
});

/** An approver with an employee login, on a phone, from the list that the bell opens. */
registry.category("web_tour.tours").add("ats_requisition_approve_phone", {
    url: "/odoo/ats-approvals",
    steps: () => [
        { trigger: ".o_kanban_record:contains('Night Baker')", run: "click" },
        { trigger: ".o_ats_summary:contains('Night Baker')", content: "what it is about" },
        { trigger: ".o_statusbar_buttons button[name=action_approve]", run: "click" },
        { trigger: ".o_nocontent_help:contains('Nothing waits for your approval')" },
    ],
});

/** HR approves from the to-do in the chatter of the requisition. */
registry.category("web_tour.tours").add("ats_requisition_approve_activity", {
    url: "/odoo/ats-requisitions",
    steps: () => [
        {
            trigger: ".o_kanban_record:contains('Night Baker'):contains('waits for you')",
            run: "click",
        },
        { trigger: ".o-mail-Activity .o_ats_approve", run: "click" },
        { trigger: ".o_field_widget[name=ats_approval_trail]:contains('approved for HR')" },
        { trigger: "button[name=action_open_job]:contains('Create an Empty Job')", run: "click" },
        { trigger: ".o_form_view .o_field_widget[name=ats_openings_text]:contains('0/2')" },
    ],
});
