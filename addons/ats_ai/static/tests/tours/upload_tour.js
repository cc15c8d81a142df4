import { registry } from "@web/core/registry";

const RESUMES = {
    "ana.txt": [
        "Ana García",
        "ana@example.org",
        "EXPERIENCE",
        "Backend Engineer, Blue Harbour GmbH",
        "March 2021 - Present",
        "SKILLS",
        "Python, PostgreSQL",
    ],
    "shopping.txt": ["bread, milk and some more of both of them"],
};

function choose(input) {
    const files = new DataTransfer();
    for (const [name, lines] of Object.entries(RESUMES)) {
        files.items.add(new File([lines.join("\n")], name, { type: "text/plain" }));
    }
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
}

registry.category("web_tour.tours").add("ats_ai_upload", {
    steps: () => [
        { content: "a new upload", trigger: ".o_list_button_add", run: "click" },
        {
            content: "for the job",
            trigger: ".o_field_widget[name=job_id] input",
            run: "edit Backend Developer",
        },
        {
            content: "this one",
            trigger: ".o-autocomplete--dropdown-item:contains(Backend Developer)",
            run: "click",
        },
        {
            content: "two files",
            trigger: ".o_field_widget[name=attachment_ids] input[type=file]:not(:visible)",
            run: ({ anchor }) => choose(anchor),
        },
        { content: "they are there", trigger: ".o_attachment:contains(shopping)" },
        { content: "read them", trigger: "button[name=action_start]", run: "click" },
        {
            content: "each has a line",
            trigger: ".o_field_widget[name=line_ids] .o_data_row:contains(Waiting)",
        },
    ],
});

registry.category("web_tour.tours").add("ats_ai_upload_result", {
    steps: () => [
        {
            content: "what became of each file",
            trigger:
                ".o_field_widget[name=line_ids] .o_data_row:contains(ana.txt):contains(New candidate)",
        },
        {
            content: "and what to do about the other",
            trigger:
                ".o_field_widget[name=line_ids] .o_data_row:contains(shopping.txt):contains(by hand)",
        },
        {
            content: "the candidates",
            trigger: "button[name=action_open_applications]",
            run: "click",
        },
        {
            content: "Ana, with her match",
            trigger: ".o_list_view .o_data_row:contains(Ana Garc)",
        },
    ],
});
