import { useEffect, useExternalListener, useState } from "@odoo/owl";
import { RottingKanbanRenderer } from "@mail/js/rotting_mixin/rotting_kanban_renderer";
import { AlertDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";

import { BoardHeader } from "./board_header";
import { MoveDialog } from "./move_dialog";
import { CardSwipe } from "./swipe";

const DIALOG = ".modal, .o-overlay-container .popover";
const TYPING = "input, textarea, select, [contenteditable=true]";
// The verb behind each key; buttons of the record, so every addon's door stays the same one.
const BUTTON_OF_KEY = {
    r: "archive_applicant",
    e: "action_ats_write_to_candidate",
    i: "action_create_meeting",
};

/** The pipeline board: keys on a card, and on a phone one column at a time with tabs and swipes. */
export class BoardRenderer extends RottingKanbanRenderer {
    static template = "ats_core.BoardRenderer";
    static components = { ...RottingKanbanRenderer.components, KanbanHeader: BoardHeader };

    setup() {
        super.setup();
        this.action = useService("action");
        this.orm = useService("orm");
        this.undoMove = useService("ats_core.undo_move");
        this.board = useState({ tab: undefined });
        useExternalListener(window, "keydown", (ev) => this.onBoardKey(ev));
        this.swipe = new CardSwipe((card, way) => this.onSwipe(card, way));
        useEffect(
            (el) => {
                const handlers = {
                    touchstart: (ev) => this.showsTabs && this.swipe.start(ev),
                    touchmove: (ev) => this.swipe.move(ev),
                    touchend: () => this.swipe.end(),
                    touchcancel: () => this.swipe.reset(),
                };
                for (const [name, handler] of Object.entries(handlers)) {
                    el?.addEventListener(name, handler, { passive: true });
                }
                return () => {
                    for (const [name, handler] of Object.entries(handlers)) {
                        el?.removeEventListener(name, handler);
                    }
                };
            },
            () => [this.rootRef.el]
        );
    }

    // ------------------------------------------------------------ tabs of a phone

    get showsTabs() {
        return this.env.isSmall && this.props.list.isGrouped && this.props.list.groups.length > 0;
    }

    get tabs() {
        return this.getGroupsOrRecords().map(({ group }) => group);
    }

    /** The chosen column, else the first one with somebody in it. */
    get currentTab() {
        const { tabs } = this;
        return (
            tabs.find((group) => group.value === this.board.tab) ||
            tabs.find((group) => group.count && !group.isFolded) ||
            tabs[0]
        );
    }

    getGroupClasses(group, isGroupProcessing) {
        const classes = super.getGroupClasses(group, isGroupProcessing);
        if (!this.showsTabs) {
            return classes;
        }
        return `${classes} ${group === this.currentTab ? "o_ats_board_shown" : "d-none"}`;
    }

    async showTab(group) {
        this.board.tab = group.value;
        if (group.isFolded) {
            await group.toggle();
        }
        this.rootRef.el.parentElement
            .querySelector(".o_ats_board_tabs [aria-selected=true]")
            ?.scrollIntoView({ inline: "center", block: "nearest" });
    }

    onTabKeydown(ev) {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[ev.key];
        const tab = step && this.tabs[this.tabs.indexOf(this.currentTab) + step];
        if (tab) {
            ev.preventDefault();
            ev.currentTarget.querySelectorAll("[role=tab]")[this.tabs.indexOf(tab)].focus();
            this.showTab(tab);
        }
    }

    async onSwipe(card, way) {
        if (way === "menu") {
            card.querySelector(".o_dropdown_kanban button")?.click();
            return;
        }
        const record = this.recordOf(card);
        if (record) {
            const toast = await this.orm.call(record.resModel, "ats_advance", [[record.resId]]);
            this.undoMove.tell(toast);
            await this.reload();
        }
    }

    // ------------------------------------------------------------ keys

    /** Letters work on the card that has the focus, else on the one under the pointer. */
    onBoardKey(ev) {
        if (!this.listensTo(ev)) {
            return;
        }
        if (ev.key === "?") {
            this.showKeys();
            return;
        }
        const record = this.recordOf(this.cardAtHand);
        if (record && this.pressed(ev.key.toLowerCase(), record)) {
            ev.preventDefault();
        }
    }

    listensTo(ev) {
        const plain = !["ctrlKey", "altKey", "metaKey", "repeat", "isComposing"].some(
            (name) => ev[name]
        );
        return plain && !ev.target.closest?.(TYPING) && !document.querySelector(DIALOG);
    }

    get cardAtHand() {
        const { el } = this.rootRef;
        return (
            el.querySelector(".o_kanban_record:focus, .o_kanban_record:focus-within") ||
            el.querySelector(".o_kanban_record:hover")
        );
    }

    pressed(key, record) {
        if (key === "m") {
            this.dialog.add(MoveDialog, {
                applicantId: record.resId,
                onMoved: () => this.reload(record.resId),
            });
            return true;
        }
        const name = BUTTON_OF_KEY[key];
        if (name) {
            const { resModel, resId, resIds, context } = record;
            const onClose = () => this.reload(resId);
            this.action.doActionButton({
                type: "object",
                name,
                resModel,
                resId,
                resIds,
                context,
                onClose,
            });
        }
        return Boolean(name);
    }

    showKeys() {
        this.dialog.add(AlertDialog, {
            title: _t("Keys on a card"),
            body: [
                _t("m   move to a stage"),
                _t("r   refuse"),
                _t("e   write to the candidate"),
                _t("i   plan an interview"),
                _t("Arrows   go from card to card"),
                _t("Enter   open"),
                _t("Space   select"),
            ].join("\n"),
        });
    }

    recordOf(card) {
        return card && this.props.list.records.find((record) => record.id === card.dataset.id);
    }

    /** Read the board again and put the focus back on the card. */
    async reload(resId) {
        await this.props.list.model.load();
        const record = this.props.list.records.find((one) => one.resId === resId);
        if (record) {
            await new Promise((resolve) => requestAnimationFrame(resolve));
            this.rootRef.el?.querySelector(`.o_kanban_record[data-id="${record.id}"]`)?.focus();
        }
    }
}
