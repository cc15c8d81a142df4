import { registry } from "@web/core/registry";

/** The résumé that the story put on the server, chosen as a visitor would choose it. */
async function chooseStoryResume(inputEl) {
    const response = await fetch(sessionStorage.getItem("ats_story_resume"));
    const file = new File([await response.blob()], "cv_ana_tour.pdf", { type: "application/pdf" });
    const transfer = new window.DataTransfer();
    transfer.items.add(file);
    inputEl.files = transfer.files;
    inputEl.dispatchEvent(new Event("change", { bubbles: true }));
}

registry.category("web_tour.tours").add("ats_story_visitor", {
    steps: () => [
        {
            content: "The list of jobs",
            trigger: "#jobs_grid, #wrap",
            run: () => {
                const resume = new URL(location.href).searchParams.get("resume");
                sessionStorage.setItem("ats_story_resume", resume);
            },
        },
        { trigger: "a:contains(Backend Developer)", run: "click", expectUnloadPage: true },
        { trigger: ".o_ats_apply:visible", run: "click", expectUnloadPage: true },
        { trigger: "#ats_cv", run: ({ anchor }) => chooseStoryResume(anchor) },
        { trigger: "#ats_name", run: "edit Ana Tour" },
        { trigger: "#ats_email", run: "edit ana.tour@example.org" },
        { trigger: "#ats_consent", run: "check" },
        {
            trigger: ".o_ats_send",
            run: "click",
            expectUnloadPage: true,
        },
        { trigger: "h1:contains(Thank you)" },
    ],
});

registry.category("web_tour.tours").add("ats_story_candidate_looks", {
    steps: () => [
        { trigger: "h1:contains(Hello)" },
        { trigger: ".o_ats_step_current:contains(Received)" },
        { trigger: ".o_ats_documents a:contains(cv_ana_tour.pdf)" },
    ],
});

registry.category("web_tour.tours").add("ats_story_candidate_accepts", {
    steps: () => [
        { trigger: "h1:contains(Your offer for)" },
        { trigger: ".o_ats_terms:contains(4,200)" },
        { trigger: "a:contains(Read the letter)" },
        { trigger: "#ats_sign_name", run: "edit Ana Tour" },
        { trigger: "#ats_read", run: "check" },
        { trigger: "button:contains(Accept and sign)", run: "click", expectUnloadPage: true },
        { trigger: ".alert-success:contains(You accepted this offer)" },
    ],
});
