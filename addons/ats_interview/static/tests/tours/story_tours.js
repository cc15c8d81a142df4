import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("ats_story_recruiter_plans", {
    steps: () => [
        {
            content: "The card tells the last position and how the candidate matches",
            trigger: ".o_kanban_record:contains(Ana Tour):contains(match)",
            run: "click",
        },
        {
            content: "The résumé stands beside the application",
            trigger: ".o-mail-Attachment iframe, .o_attachment_preview iframe",
        },
        { trigger: ".o_notebook .nav-link:contains(Match)", run: "click" },
        { trigger: ".o_ats_match:contains(Met):contains(Python)" },
        { trigger: ".o_ats_match:contains(Missing):contains(Kubernetes)" },
        { trigger: ".o_notebook .nav-link:contains(Messages)", run: "click" },
        { trigger: ".o_notebook .tab-pane.active:contains(Nothing has been written yet)" },
        {
            content: "Move to the interviews",
            trigger: ".o_statusbar_status button:contains(Interviews)",
            run: "click",
        },
        { trigger: ".o_statusbar_status .o_arrow_button_current:contains(Interviews)" },
        { trigger: "button[name=action_ats_schedule_interview]", run: "click" },
        { trigger: ".modal [name=panelist_ids] input", run: "edit Ats Interviewer" },
        { trigger: ".o-autocomplete--dropdown-item:contains(Ats Interviewer)", run: "click" },
        { trigger: ".modal button[name=action_confirm]:visible", run: "click" },
        { trigger: ".o_form_view:not(:has(.modal)) .o_stat_text:contains(Next)" },
    ],
});

registry.category("web_tour.tours").add("ats_story_recruiter_reads_and_offers", {
    steps: () => [
        { trigger: ".o_notebook .nav-link:contains(Scorecards)", run: "click" },
        { trigger: "[name=ats_readable_scorecard_ids] .o_data_row:contains(Yes)" },
        {
            trigger: ".o_statusbar_status button:contains(Proposal)",
            run: "click",
        },
        { trigger: ".o_statusbar_status .o_arrow_button_current:contains(Proposal)" },
        { trigger: "button[name=action_ats_make_offer]", run: "click" },
        { trigger: "[name=wage] input", run: "edit 4200" },
        { trigger: "[name=start_date] input", run: "edit 01/11/2027 && press Enter" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_saved, .o_form_view:not(:has(.o_form_dirty))" },
        { trigger: "button[name=action_send]", run: "click" },
        { trigger: ".modal footer .btn-primary:contains(Send)", run: "click" },
        { trigger: ".o_statusbar_status .o_arrow_button_current:contains(Sent)" },
        { trigger: ".o_notebook .nav-link:contains(Letter)" },
    ],
});
