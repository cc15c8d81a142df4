import { Component, onWillStart, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { deserializeDateTime, formatDateTime } from "@web/core/l10n/dates";
import { Dropdown } from "@web/core/dropdown/dropdown";
import { DropdownItem } from "@web/core/dropdown/dropdown_item";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { sprintf } from "@web/core/utils/strings";

const UNDO_MS = 10000;
const { DateTime } = globalThis.luxon;

/**
 * What waits for the user today. The server says what there is and does it; the screen strikes what
 * is done, moves the focus to the next row and offers to take it back.
 */
export class MyDay extends Component {
    static template = "ats_core.MyDay";
    static components = { Dropdown, DropdownItem };
    static props = { ...standardActionServiceProps };

    setup() {
        this.action = useService("action");
        this.notification = useService("notification");
        this.orm = useService("orm");
        this.root = useRef("root");
        this.state = useState({ scope: "mine", groups: [], total: 0, late: 0, loaded: false });
        onWillStart(() => this.load());
    }

    async load() {
        const day = await this.orm.call("ats.day", "read_day", [this.state.scope]);
        Object.assign(this.state, day, { loaded: true });
    }

    async setScope(scope) {
        this.state.scope = scope;
        await this.load();
    }

    // ------------------------------------------------------------ words

    get greeting() {
        const hour = DateTime.local().hour;
        const name = (this.state.name || "").split(" ")[0];
        if (hour < 11) {
            return sprintf(_t("Good morning, %s"), name);
        }
        return hour < 18 ? sprintf(_t("Hello, %s"), name) : sprintf(_t("Good evening, %s"), name);
    }

    get today() {
        return DateTime.local().toLocaleString({ weekday: "long", day: "numeric", month: "long" });
    }

    get summary() {
        const { total, late } = this.state;
        const things = total === 1 ? _t("1 thing") : sprintf(_t("%s things"), total);
        return late ? sprintf(_t("%(things)s, %(late)s late"), { things, late }) : things;
    }

    age(row) {
        return row.since ? deserializeDateTime(row.since).toRelative() : "";
    }

    exactTime(row) {
        return row.since ? formatDateTime(deserializeDateTime(row.since)) : "";
    }

    get mailOn() {
        return _t("You get this list by mail in the morning. Click to switch that off.");
    }

    get mailOff() {
        return _t("Get this list by mail in the morning");
    }

    get snoozes() {
        return [
            { choice: "tomorrow", label: _t("Until tomorrow morning") },
            { choice: "monday", label: _t("Until Monday") },
            { choice: "week", label: _t("For a week") },
        ];
    }

    // ------------------------------------------------------------ doing

    async perform(group, row, verb) {
        if (row.busy || row.struck) {
            return;
        }
        row.busy = true;
        try {
            const result = await this.orm.call("ats.day", "do_row", [group.key, row.id, verb.name]);
            if (result.action) {
                this.openAction(group, row, result.action);
                return;
            }
            this.strike(group, row);
            this.tell(result.message, result.undo && (() => this.undo(group, [row], verb)));
        } finally {
            row.busy = false;
        }
    }

    async performAll(group, verb) {
        const args = [group.key, verb.name, this.state.scope];
        const { ids, skipped, undo } = await this.orm.call("ats.day", "do_group", args);
        const rows = group.rows.filter((row) => ids.includes(row.id));
        rows.forEach((row) => this.strike(group, row));
        const hidden = ids.length - rows.length;
        group.count -= hidden;
        this.state.total -= hidden;
        this.tell(
            sprintf(_t("%s done"), ids.length),
            undo && ids.length && (() => this.undo(group, rows, verb, ids))
        );
        if (skipped.length) {
            this.notification.add(skipped.join("\n"), { type: "warning", sticky: true });
        }
    }

    openAction(group, row, action) {
        this.action.doAction(action, {
            onClose: async () => {
                if (!(await this.orm.call("ats.day", "is_due", [group.key, row.id]))) {
                    this.strike(group, row);
                }
            },
        });
    }

    /** Open a row; the pager of the form goes through the others of its group. */
    open(group, row) {
        const [resModel, resId] = row.open;
        const resIds = group.rows
            .filter(({ open }) => open[0] === resModel)
            .map(({ open }) => open[1]);
        this.action.doAction(
            {
                type: "ir.actions.act_window",
                res_model: resModel,
                res_id: resId,
                views: [[false, "form"]],
            },
            { props: { resIds } }
        );
    }

    async snooze(group, row, choice) {
        await this.orm.call("ats.day", "snooze_row", [group.key, row.id, choice]);
        this.strike(group, row);
        this.tell(sprintf(_t("%s is put off"), row.name), async () => {
            await this.orm.call("ats.day", "wake_row", [group.key, row.id]);
            this.restore(group, row);
        });
    }

    async undo(group, rows, verb, ids = rows.map((row) => row.id)) {
        await this.orm.call("ats.day", "undo_rows", [group.key, ids, verb.name]);
        if (ids.length === rows.length) {
            rows.forEach((row) => this.restore(group, row));
        } else {
            await this.load();
        }
    }

    async toggleMail() {
        await this.orm.call("ats.day", "set_morning_mail", [!this.state.mail]);
        this.state.mail = !this.state.mail;
    }

    // ------------------------------------------------------------ the list on the screen

    strike(group, row) {
        this.count(group, row, -1);
        row.struck = true;
        this.focusAfter(`${group.key}-${row.id}`);
    }

    restore(group, row) {
        this.count(group, row, 1);
        row.struck = false;
    }

    count(group, row, step) {
        group.count += step;
        this.state.total += step;
        this.state.late += row.late ? step : 0;
    }

    /** Move the focus to the button of the next row that waits. */
    focusAfter(key) {
        const rows = [...this.root.el.querySelectorAll(".o_ats_day_row")];
        const index = rows.findIndex((row) => row.dataset.key === key);
        const waits = (row) =>
            !row.classList.contains("o_ats_day_struck") && row.dataset.key !== key;
        const next = [...rows.slice(index + 1), ...rows.slice(0, index)].find(waits);
        next?.querySelector(".o_ats_day_primary")?.focus();
    }

    tell(message, undo) {
        const onClick = async () => {
            close();
            await undo();
        };
        const buttons = undo ? [{ name: _t("Undo"), onClick }] : [];
        const close = this.notification.add(message, {
            type: "success",
            autocloseDelay: UNDO_MS,
            buttons,
        });
    }

    /** Arrow keys go from row to row, so that the list can be worked through without the mouse. */
    onKeydown(ev) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[ev.key];
        const buttons = [
            ...this.root.el.querySelectorAll(
                ".o_ats_day_row:not(.o_ats_day_struck) .o_ats_day_primary"
            ),
        ];
        const index = buttons.indexOf(document.activeElement);
        if (step && index >= 0 && buttons[index + step]) {
            ev.preventDefault();
            buttons[index + step].focus();
        }
    }
}

registry.category("actions").add("ats_core.my_day", MyDay);
