import { registry } from "@web/core/registry";

const DIALOG_GONE = "body:not(:has(.modal))";

registry.category("web_tour.tours").add("ats_refer", {
    url: "/odoo/jobs-to-share",
    steps: () => [
        {
            content: "Every employee sees the published jobs",
            trigger: ".o_kanban_record:contains(Backend Developer) button[name=action_ats_share]",
            run: "click",
        },
        {
            content: "with a link of their own",
            trigger: ".modal .o_field_widget[name=url]:contains(/jobs/r/)",
        },
        {
            trigger: ".modal-footer button:contains(Done)",
            run: "click",
        },
        {
            trigger: `${DIALOG_GONE} .o_kanban_record:contains(Backend Developer) button[name=action_ats_refer]`,
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=name] input",
            run: "edit Ana Tour",
        },
        {
            trigger: ".modal .o_field_widget[name=email] input",
            run: "edit ana.tour@example.org",
        },
        {
            trigger: ".modal button[name=action_send]",
            run: "click",
        },
        {
            content: "The menu leads to what was recommended",
            trigger: `${DIALOG_GONE} [data-menu-xmlid='ats_core.menu_ats_my_referrals']`,
            run: "click",
        },
        {
            trigger: ".o_data_row:contains(Ana Tour):contains(Asked, no answer yet)",
        },
    ],
});

registry.category("web_tour.tours").add("ats_share_profile", {
    steps: () => [
        {
            content: "One timeline with chips",
            trigger: ".o_ats_timeline label:contains(Documents)",
            run: "click",
        },
        {
            trigger: ".o_ats_entry_file:visible:contains(Document received)",
        },
        {
            trigger: ".o_ats_timeline:not(:has(.o_ats_entry_application:visible))",
        },
        {
            trigger: ".o_form_statusbar button[name=action_share_profile]",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=recipient] input",
            run: "edit Finance, Paul",
        },
        {
            trigger: ".modal button[name=action_make]",
            run: "click",
        },
        {
            content: "The link is shown once",
            trigger: ".modal .o_field_widget[name=url]:contains(/my/shared-profile/open)",
        },
        {
            trigger: ".modal-footer button:contains(Done)",
            run: "click",
        },
        {
            trigger: DIALOG_GONE,
        },
    ],
});
