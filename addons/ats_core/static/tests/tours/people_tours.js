import { registry } from "@web/core/registry";

const DIALOG_GONE = "body:not(:has(.modal))";

registry.category("web_tour.tours").add("ats_core_merge_and_undo", {
    url: "/odoo/candidate-duplicates",
    steps: () => [
        {
            content: "Two records with one phone",
            trigger: ".o_data_row:contains(Ana Tour) button[name=action_compare]",
            run: "click",
        },
        {
            content: "They stand side by side",
            trigger: ".modal .o_data_row:contains(ana.other@example.org)",
        },
        {
            trigger: ".modal button[name=action_merge]",
            run: "click",
        },
        {
            content: "The one who stays is shown, with what was merged",
            trigger: `${DIALOG_GONE} .o_form_view button[name=action_open_merges]`,
            run: "click",
        },
        {
            trigger: ".o_list_view .o_data_row:contains(Ana Tour) .o_data_cell",
            run: "click",
        },
        {
            trigger: ".o_form_view button[name=action_undo]",
            run: "click",
        },
        {
            content: "Two people again",
            trigger: ".o_list_view .o_data_row:contains(ana.other@example.org)",
        },
    ],
});

registry.category("web_tour.tours").add("ats_core_search_and_save", {
    url: "/odoo/candidates",
    steps: () => [
        {
            trigger: ".o_searchview_input",
            run: "edit sourdough NOT junior",
        },
        {
            trigger: ".o_searchview_autocomplete .o-dropdown-item:first:contains(People)",
            run: "click",
        },
        {
            content: "Only who matches is left",
            trigger:
                ".o_list_view:not(:has(.o_data_row:contains(Bob Tour))) .o_data_row:contains(Ana Tour)",
        },
        {
            trigger: ".o_cp_action_menus .dropdown-toggle, .o_cp_action_menus button",
            run: "click",
        },
        {
            trigger: ".o_ats_save_search",
            run: "click",
        },
        {
            content: "The query came along",
            trigger: ".o_form_view [name=query] input:value(sourdough NOT junior)",
        },
        {
            trigger: ".o_form_view [name=name] input",
            run: "edit Bakers",
        },
        {
            content: "The switch saves by itself",
            trigger: ".o_form_view [name=is_alert] input",
            run: "click",
        },
        {
            trigger: ".o_form_saved [name=is_alert] input:checked",
        },
    ],
});
