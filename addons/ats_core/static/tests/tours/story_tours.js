import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("ats_story_hr_hires", {
    steps: () => [
        {
            trigger:
                ".o_form_view .o_activity:contains(accepted), .o-mail-Activity:contains(accepted)",
        },
        { trigger: "button[name=create_employee_from_applicant]", run: "click" },
        { trigger: ".o_hr_employee_form_view, .o_form_view:contains(Ana Tour)" },
    ],
});
