/* global luxon */
import { Component, onWillStart, onWillUnmount, useState } from "@odoo/owl";
import { Dropdown } from "@web/core/dropdown/dropdown";
import { DropdownItem } from "@web/core/dropdown/dropdown_item";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import { Reasons } from "../reasons/reasons_field";

const { DateTime } = luxon;
const DECISIONS = ["advance", "ask", "hold"];

const moment = (value) => value && DateTime.fromSQL(value, { zone: "utc" });

/** One task: why it is here, what is met and missing, the timer, and last the number. */
export class ReviewCard extends Component {
    static template = "ats_ai.ReviewCard";
    static components = { Reasons, Dropdown, DropdownItem };
    static props = ["card", "lane", "now", "reasons", "reviewers", "onDecide", "onTask", "onOpen"];

    get left() {
        const { card, now } = this.props;
        if (card.paused) {
            return card.seconds_left;
        }
        return card.deadline ? Math.max(0, Math.round((moment(card.deadline) - now) / 1000)) : null;
    }

    get clock() {
        const left = this.left;
        if (left === null) {
            return "";
        }
        const days = Math.floor(left / 86400);
        return days
            ? _t("%(days)s days", { days })
            : new Date(left * 1000).toISOString().slice(left < 3600 ? 14 : 11, 19);
    }

    get urgent() {
        const { card, now } = this.props;
        return !card.paused && card.warn_at && moment(card.warn_at) <= now;
    }

    get since() {
        const { card, lane } = this.props;
        const at = { done: card.decided_at, missed: card.at }[lane] || card.queued_at;
        return at ? moment(at).toRelative({ base: this.props.now }) : "";
    }

    get exactSince() {
        const { card, lane } = this.props;
        const at = { done: card.decided_at, missed: card.at }[lane] || card.queued_at;
        return at ? moment(at).toLocal().toLocaleString(DateTime.DATETIME_SHORT) : "";
    }

    get decisions() {
        const { proposal } = this.props.card;
        const labels = {
            advance: _t("Advance"),
            invite: _t("Invite"),
            tag: _t("Tag"),
            ask: _t("Ask"),
            hold: _t("Keep"),
        };
        const names =
            proposal && !DECISIONS.includes(proposal) ? [proposal, ...DECISIONS] : DECISIONS;
        return names.map((name) => ({
            name,
            label: labels[name],
            proposed: name === (proposal || "advance"),
        }));
    }
}

export class ReviewBoard extends Component {
    static template = "ats_ai.ReviewBoard";
    static components = { ReviewCard, Dropdown, DropdownItem };
    static props = ["*"];

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.ui = useService("ui");
        this.state = useState({ board: null, lane: "waiting", now: DateTime.utc() });
        this.ahead = 0;
        this.reload = useDebounced(() => this.load(), 300);
        const bus = useService("bus_service");
        const changed = () => this.reload();
        bus.subscribe("ats_ai/review", changed);
        bus.addEventListener("BUS:RECONNECT", changed);
        bus.start();
        onWillStart(async () => {
            await this.load();
            const mine = this.state.board.lanes.working.some((card) => card.mine);
            this.state.lane = mine ? "working" : "waiting";
        });
        const clock = setInterval(() => (this.state.now = DateTime.utc().plus(this.ahead)), 1000);
        onWillUnmount(() => {
            clearInterval(clock);
            bus.unsubscribe("ats_ai/review", changed);
            bus.removeEventListener("BUS:RECONNECT", changed);
        });
    }

    async load() {
        const board = await this.orm.call("ats.review.task", "board", []);
        this.ahead = moment(board.now) - DateTime.utc();
        this.state.now = moment(board.now);
        this.state.board = board;
    }

    get lanes() {
        const { lanes, metrics } = this.state.board;
        const titles = {
            waiting: _t("Waiting"),
            working: _t("In Work"),
            done: _t("Done"),
            missed: _t("Missed"),
        };
        const empty = {
            waiting: _t("Nothing waits for a decision."),
            working: _t("Nobody works on a task."),
            done: _t("No decision in the last twelve hours."),
            missed: _t("No task was missed."),
        };
        return Object.keys(titles).map((name) => ({
            name,
            title: titles[name],
            empty: empty[name],
            cards:
                name === "working"
                    ? [...lanes[name]].sort((one, other) => other.mine - one.mine)
                    : lanes[name],
            count: metrics[name] ?? lanes[name].length,
        }));
    }

    get metrics() {
        const { metrics } = this.state.board;
        return [
            { name: "minutes", label: _t("Minutes to decision"), value: metrics.minutes ?? "–" },
            {
                name: "automatic",
                label: _t("Decided automatically"),
                value: metrics.automatic === null ? "–" : `${metrics.automatic} %`,
            },
            {
                name: "agreement",
                label: _t("People agree with the score"),
                value: metrics.agreement === null ? "–" : `${metrics.agreement} %`,
            },
        ];
    }

    async call(method, args, kwargs) {
        try {
            await this.orm.call("ats.review.task", method, args, kwargs);
        } finally {
            await this.load();
        }
    }

    async decide(card, decision, reason) {
        await this.call(
            "action_decide",
            [[card.id], decision],
            reason ? { refuse_reason_id: reason } : {}
        );
        this.notification.add(_t("%(name)s: decided", { name: card.name }), { type: "success" });
    }

    async task(card, method, ...args) {
        await this.call(method, [[card.id], ...args]);
    }

    open(card) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "hr.applicant",
            res_id: card.applicant_id,
            views: [[false, "form"]],
        });
    }

    async mine(state) {
        await this.orm.call("ats.reviewer", "set_my_state", [state]);
        await this.load();
    }
}

registry.category("actions").add("ats_ai.review_board", ReviewBoard);
