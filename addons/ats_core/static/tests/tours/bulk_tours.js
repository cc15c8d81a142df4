import { registry } from "@web/core/registry";

const DIALOG_GONE = "body:not(:has(.modal))";

/** Done may take longer than a step waits: it is looked for until it is there. */
function until(selector) {
    return () =>
        new Promise((resolve) => {
            const look = () =>
                document.querySelector(selector) ? resolve() : setTimeout(look, 300);
            look();
        });
}

/** Many people: select all, write, see who is left out, send, take it back. */
registry.category("web_tour.tours").add("ats_core_bulk_mail", {
    steps: () => [
        {
            content: "Select the page, then everybody who was found",
            trigger: ".o_list_view .o_data_row",
        },
        {
            trigger: ".o_list_view thead .o_list_record_selector input",
            run: "click",
        },
        {
            trigger: ".o_select_domain",
            run: "click",
        },
        {
            trigger:
                ".o_cp_action_menus .dropdown-toggle:contains(Actions), .o_cp_action_menus button",
            run: "click",
        },
        {
            trigger: ".o-dropdown-item:contains(Send Email)",
            run: "click",
        },
        {
            trigger: ".modal [name=subject] input, .modal [name=subject] textarea",
            run: "edit Open day",
        },
        {
            trigger: ".modal [name=body] .odoo-editor-editable",
            run: "editor Come and see us",
        },
        {
            trigger: ".modal button[name=action_preview]",
            run: "click",
        },
        {
            content: "Who is left out, and why",
            trigger: ".modal .o_ats_bulk_reasons:contains(2 · There is no e-mail address.)",
        },
        {
            trigger: ".modal .o_ats_bulk_reasons:contains(3 · Does not want to be contacted.)",
        },
        {
            trigger: ".modal button[name=action_start]",
            run: "click",
        },
        {
            content: "The list stays as it was, the selection too; the panel shows how far it is",
            trigger: `${DIALOG_GONE} .o_ats_bulk_panel .card`,
            run: until(".o_ats_bulk_panel [data-state=done]"),
        },
        {
            content: "Everything is done and can be taken back",
            trigger: ".o_ats_bulk_panel [data-state=done] .o_ats_bulk_summary:contains(5 left out)",
        },
        {
            trigger: ".o_list_view .o_data_row_selected",
        },
        {
            trigger: ".o_ats_bulk_panel .o_ats_bulk_undo",
            run: "click",
        },
        {
            trigger: ".o_ats_bulk_panel .card",
            run: until(".o_ats_bulk_panel [data-state=undone]"),
        },
        {
            trigger: ".o_ats_bulk_panel .o_ats_bulk_show",
            run: "click",
        },
        {
            content: "The result: who, what, why",
            trigger: ".o_form_view .o_data_row:contains(Taken back)",
        },
    ],
});

/** Cards selected on the board are moved together. */
registry.category("web_tour.tours").add("ats_core_bulk_move", {
    steps: () => [
        {
            trigger: ".o_list_view .o_data_row",
        },
        {
            trigger: ".o_list_view thead .o_list_record_selector input",
            run: "click",
        },
        {
            trigger:
                ".o_cp_action_menus .dropdown-toggle:contains(Actions), .o_cp_action_menus button",
            run: "click",
        },
        {
            trigger: ".o-dropdown-item:contains(Move...)",
            run: "click",
        },
        {
            trigger: ".modal [name=stage_id] input",
            run: "edit Screening",
        },
        {
            trigger: ".modal .o-autocomplete--dropdown-item:contains(Screening)",
            run: "click",
        },
        {
            trigger: ".modal button[name=action_preview]",
            run: "click",
        },
        {
            trigger: ".modal button[name=action_start]:contains(4)",
            run: "click",
        },
        {
            content: "The rows show the new stage and are selected still",
            trigger: `${DIALOG_GONE} .o_list_view .o_data_row_selected:contains(Screening)`,
        },
        {
            trigger: ".o_ats_bulk_panel [data-state=done] .o_ats_bulk_undo",
            run: "click",
        },
        {
            trigger: ".o_list_view .o_data_row_selected:contains(Inbox)",
        },
    ],
});
