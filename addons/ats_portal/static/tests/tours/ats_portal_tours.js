import { registry } from "@web/core/registry";

/** A small but real PDF, put into a file input as a visitor would choose it. */
function chooseResume(inputEl) {
    const body =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" +
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n" +
        "trailer<</Root 1 0 R>>\n%%EOF\n";
    const transfer = new window.DataTransfer();
    transfer.items.add(new File([body], "resume.pdf", { type: "application/pdf" }));
    inputEl.files = transfer.files;
    inputEl.dispatchEvent(new Event("change", { bubbles: true }));
}

/** A résumé with something to read in it. */
function chooseReadable(inputEl) {
    const transfer = new window.DataTransfer();
    const text = "Tara Tour\nCook\ntour@example.org\n+32 2 555 12 12\n";
    transfer.items.add(new File([text], "resume.txt", { type: "text/plain" }));
    inputEl.files = transfer.files;
    inputEl.dispatchEvent(new Event("change", { bubbles: true }));
}

registry.category("web_tour.tours").add("ats_portal_apply", {
    steps: () => [
        {
            content: "Apply from the job's page, whichever of its buttons is in sight",
            trigger: ".o_ats_apply:visible",
            run: "click",
            expectUnloadPage: true,
        },
        {
            trigger: "#ats_cv",
            run: ({ anchor }) => chooseResume(anchor),
        },
        { trigger: "#ats_name", run: "edit Tara Tour" },
        { trigger: "#ats_email", run: "edit tour@example" },
        { trigger: "#ats_consent", run: "check" },
        {
            content: "The browser itself would stop this address; see what the server says",
            trigger: ".o_ats_apply_form form",
            run: ({ anchor }) => anchor.setAttribute("novalidate", "novalidate"),
        },
        { trigger: ".o_ats_send", run: "click" },
        {
            content: "The server's message is shown, what was typed and chosen is kept",
            trigger: "#ats_summary:contains(E-mail)",
            run: () => {
                const cvEl = document.querySelector("#ats_cv");
                if (cvEl.files.length !== 1) {
                    throw new Error("the chosen file is gone");
                }
                if (document.activeElement.id !== "ats_summary") {
                    throw new Error("the summary has no focus");
                }
            },
        },
        { trigger: "#ats_name:value(Tara Tour)" },
        { trigger: "#ats_email", run: "edit tour@example.org" },
        {
            trigger: ".o_ats_send",
            run: "click",
            expectUnloadPage: true,
        },
        { trigger: "h1:contains(Thank you)" },
        { trigger: "strong:contains(t…@example.org)" },
    ],
});

/** Find a job, choose a résumé, let the form be filled from it, and send it. */
registry.category("web_tour.tours").add("ats_portal_find_and_apply", {
    steps: () => [
        { trigger: "#ats_search", run: "edit backend" },
        {
            trigger: ".o_ats_careers_form button[type=submit]",
            run: "click",
            expectUnloadPage: true,
        },
        { trigger: ".o_ats_chosen a:contains(backend)" },
        {
            trigger: ".o_ats_card:contains(Backend Developer)",
            run: "click",
            expectUnloadPage: true,
        },
        { trigger: ".o_ats_apply:visible", run: "click", expectUnloadPage: true },
        {
            content: "What is typed first stays",
            trigger: "#ats_phone",
            run: "edit +32 470 12 34 56",
        },
        { trigger: "#ats_cv", run: ({ anchor }) => chooseReadable(anchor) },
        { trigger: ".o_ats_reading:contains(We filled in)", timeout: 20000 },
        { trigger: "#ats_email:value(tour@example.org)" },
        { trigger: "#ats_phone:value(+32 470 12 34 56)" },
        { trigger: "#ats_email_hint .o_ats_from_resume:visible" },
        { trigger: "#ats_name", run: "edit Tara Tour" },
        {
            content: "A reload keeps what was typed and the résumé",
            trigger: "#ats_consent:not(:checked)",
            run: async () => {
                // What was typed is kept a moment after the last key.
                await new Promise((resolve) => setTimeout(resolve, 500));
                window.location.reload();
            },
            expectUnloadPage: true,
        },
        { trigger: "#ats_name:value(Tara Tour)" },
        { trigger: ".o_ats_kept:visible:contains(resume.txt)" },
        { trigger: "#ats_consent:not(:checked)", run: "check" },
        {
            trigger: ".o_ats_send",
            run: "click",
            expectUnloadPage: true,
        },
        { trigger: "h1:contains(Thank you)" },
        { trigger: ".o_ats_equality_offer a", run: "click", expectUnloadPage: true },
        { trigger: "#ats_gender_declined", run: "check" },
        { trigger: "button:contains(Send answers)", run: "click", expectUnloadPage: true },
        { trigger: "h1:contains(Thank you)" },
    ],
});

registry.category("web_tour.tours").add("ats_portal_home", {
    steps: () => [
        { trigger: "h1:contains(Hello)" },
        { trigger: ".o_ats_step_current:contains(Received)" },
        {
            trigger: "#ats_upload",
            run: ({ anchor }) => chooseResume(anchor),
        },
        { trigger: ".o_ats_upload button[type=submit]", run: "click", expectUnloadPage: true },
        { trigger: ".alert-success:contains(documents)" },
        { trigger: ".o_ats_documents a:contains(resume.pdf)" },
        {
            content: "Read what the recruiter wrote, and answer",
            trigger: ".o_ats_last_message a:contains(Read and answer)",
            run: "click",
            expectUnloadPage: true,
        },
        { trigger: ".o_ats_message:contains(Can you come on Friday?)" },
        { trigger: "#ats_message", run: "edit Friday suits me" },
        { trigger: ".o_ats_write button[type=submit]", run: "click", expectUnloadPage: true },
        { trigger: ".o_ats_message_own:contains(Friday suits me)" },
        { trigger: ".o_ats_tabs a:contains(Status)", run: "click", expectUnloadPage: true },
        { trigger: "a:contains(Withdraw my application)", run: "click", expectUnloadPage: true },
        { trigger: "#ats_reason", run: "edit Found another job" },
        { trigger: "button:contains(Withdraw)", run: "click", expectUnloadPage: true },
        { trigger: ".o_ats_status_badge:contains(Withdrawn)" },
    ],
});

registry.category("web_tour.tours").add("ats_portal_my_data", {
    steps: () => [
        { trigger: ".o_ats_tabs a:contains(My data)", run: "click", expectUnloadPage: true },
        { trigger: "#ats_ats_city", run: "edit Lyon" },
        { trigger: ".o_ats_correct button[type=submit]", run: "click", expectUnloadPage: true },
        { trigger: ".alert-success:contains(corrections)" },
        {
            content: "Take a copy",
            trigger: "a:contains(JSON, for another program)",
            run: async ({ anchor }) => {
                const copy = await (await fetch(anchor.href)).json();
                if (copy.applications.length !== 1) {
                    throw new Error("the copy has no application");
                }
            },
        },
        { trigger: "a:contains(Erase my data)", run: "click", expectUnloadPage: true },
        { trigger: "button:contains(Mail me the code)", run: "click", expectUnloadPage: true },
        {
            content: "A code that is wrong changes nothing",
            trigger: "#ats_code",
            run: "edit 000000",
        },
        { trigger: ".o_ats_code button[type=submit]", run: "click", expectUnloadPage: true },
        { trigger: "#ats_summary:contains(wrong)" },
        {
            content: "The code that the mail has",
            trigger: "#ats_code",
            run: "edit 123456",
        },
        { trigger: ".o_ats_code button[type=submit]", run: "click", expectUnloadPage: true },
        { trigger: ".alert-success:contains(erase your data)" },
    ],
});
