import { registry } from "@web/core/registry";

/** A finger that goes over a card. */
function swipe(card, dx) {
    const { x, y, width, height } = card.getBoundingClientRect();
    const at = (shift) => [
        new window.Touch({
            identifier: 1,
            target: card,
            clientX: x + width / 2 + shift,
            clientY: y + height / 2,
        }),
    ];
    const send = (name, touches) =>
        card.dispatchEvent(
            new window.TouchEvent(name, {
                touches,
                changedTouches: touches,
                bubbles: true,
                cancelable: true,
            })
        );
    send("touchstart", at(0));
    send("touchmove", at(dx / 2));
    send("touchmove", at(dx));
    send("touchend", []);
}

const tab = (stage, count) =>
    `.o_ats_board_tabs [role=tab]:contains(${stage}):has(.badge:contains(/^${count}$/))`;
const UNDO =
    ".o_notification:contains(moved to Screening) .o_notification_buttons button:contains(Undo)";

registry.category("web_tour.tours").add("ats_board_phone", {
    steps: () => [
        { trigger: tab("Inbox", 1) },
        {
            content: "A swipe to the right moves to the next stage",
            trigger: ".o_ats_board_shown .o_kanban_record:contains(Ana García)",
            run() {
                swipe(this.anchor, 160);
            },
        },
        { trigger: tab("Screening", 1), run: "click" },
        { trigger: ".o_ats_board_shown .o_kanban_record:contains(Ana García)" },
        { content: "The toast takes it back", trigger: UNDO, run: "click" },
        { trigger: tab("Inbox", 1), run: "click" },
        {
            content: "A swipe to the left opens the menu",
            trigger: ".o_ats_board_shown .o_kanban_record:contains(Ana García)",
            run() {
                swipe(this.anchor, -160);
            },
        },
        { trigger: ".o-dropdown--menu [role=menuitem]:contains(Move…)", run: "click" },
        { trigger: ".o_ats_move_choices button:contains(Interviews)", run: "click" },
        { trigger: tab("Interviews", 1), run: "click" },
        { trigger: ".o_ats_board_shown .o_kanban_record:contains(Ana García)", run: "click" },
        { trigger: ".o_form_view .o_field_widget[name=partner_name]" },
    ],
});

registry.category("web_tour.tours").add("ats_board_keys", {
    steps: () => [
        {
            trigger: ".o_kanban_record:contains(Ana García)",
            run: (helpers) => helpers.anchor.focus(),
        },
        { trigger: ".o_kanban_record:focus:contains(Ana García)", run: "press m" },
        {
            content: "The next stage has the focus",
            trigger: ".o_ats_move_choices button:focus:contains(Screening)",
            run: "click",
        },
        {
            trigger:
                ".o_kanban_group:contains(Screening) .o_kanban_record:focus:contains(Ana García)",
            run: "press e",
        },
        { trigger: ".modal:contains(To the candidate) .btn-close", run: "click" },
        {
            trigger: "body:not(:has(.modal)) .o_kanban_record:contains(Ana García)",
            run: (helpers) => helpers.anchor.focus(),
        },
        { trigger: ".o_kanban_record:focus:contains(Ana García)", run: "press r" },
        { trigger: ".modal:contains(Refuse) .btn-close", run: "click" },
        { trigger: "body:not(:has(.modal)) .o_kanban_record:contains(Ana García)", run: "click" },
        {
            content: "The résumé beside the form",
            trigger: ".o_ats_viewer [role=tab].active:contains(Résumé)",
        },
        { trigger: ".o_ats_viewer iframe[title='ana.pdf']" },
        { trigger: ".o_ats_others:contains(Tester)" },
    ],
});

registry.category("web_tour.tours").add("ats_my_day_phone", {
    steps: () => [
        { trigger: ".o_ats_day_summary:contains(2 things, 2 late)" },
        {
            content: "In place: the next stage",
            trigger: ".o_ats_day_row:contains(Ana García) button:contains(To Screening)",
            run: "click",
        },
        { trigger: ".o_ats_day_row.o_ats_day_struck:contains(Ana García)" },
        {
            content: "The focus went to the next row",
            trigger: ".o_ats_day_row:contains(Bo Berg) .o_ats_day_primary:focus",
        },
        { trigger: ".o_ats_day_summary:contains(1 thing, 1 late)" },
        {
            trigger:
                ".o_notification:contains(Ana García moved) .o_notification_buttons button:contains(Undo)",
            run: "click",
        },
        { trigger: ".o_ats_day_row:not(.o_ats_day_struck):contains(Ana García)" },
        { trigger: ".o_ats_day_row:contains(Bo Berg) .o_ats_day_snooze", run: "click" },
        { trigger: ".o-dropdown--menu :contains(Until Monday)", run: "click" },
        { trigger: ".o_ats_day_row.o_ats_day_struck:contains(Bo Berg)" },
        { trigger: ".o_ats_day button[title='Load again']", run: "click" },
        { trigger: ".o_ats_day_summary:contains(1 thing, 1 late)" },
        { trigger: ".o_ats_day_row:contains(Ana García) a", run: "click" },
        { trigger: ".o_form_view .o_field_widget[name=partner_name]" },
    ],
});
