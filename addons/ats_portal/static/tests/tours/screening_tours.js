import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("ats_screening_visitor", {
    steps: () => [
        { trigger: ".o_ats_apply:visible", run: "click", expectUnloadPage: true },
        { trigger: "#ats_name", run: "edit Kira Knock" },
        { trigger: "#ats_email", run: "edit kira@example.org" },
        { trigger: "#ats_message", run: "edit I drive well." },
        { trigger: "#ats_consent", run: "check" },
        {
            content: "The browser would ask for the licence; see what the server says",
            trigger: ".o_ats_apply_form form",
            run: ({ anchor }) => anchor.setAttribute("novalidate", "novalidate"),
        },
        { trigger: ".o_ats_apply_form button[type=submit]", run: "click" },
        {
            trigger: "#ats_summary a:contains(driving licence)",
            run: "click",
        },
        { trigger: ".o_ats_questions .invalid-feedback:contains(Please answer)" },
        {
            trigger: ".o_ats_questions fieldset:contains(driving licence) input[value=no]",
            run: "click",
        },
        { trigger: "#ats_message:value(I drive well.)" },
        {
            trigger: ".o_ats_apply_form button[type=submit]",
            run: "click",
            expectUnloadPage: true,
        },
        { trigger: "h1:contains(Thank you)" },
    ],
});
