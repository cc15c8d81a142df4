import { reactive } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { registry } from "@web/core/registry";

import { BULK_DONE } from "./keep_selection";

const ASK_EVERY_MS = 1000;
const ACTIVE = ["running", "undoing"];

/** Follows bulk actions that this person started: how far they are, and until when they can be taken back. */
export const bulkService = {
    dependencies: ["orm"],
    start(env, { orm }) {
        const state = reactive({ runs: [] });
        let timer = null;

        function follow(id) {
            state.runs = [
                ...state.runs.filter((run) => run.id !== id),
                { id, title: "", summary: "", state: "running", progress: 0 },
            ];
            ask();
        }

        async function ask() {
            browser.clearTimeout(timer);
            const ids = state.runs.map((run) => run.id);
            if (!ids.length) {
                return;
            }
            const answers = await orm.silent.call("ats.bulk.run", "ats_progress", [ids]);
            let ended = false;
            for (const answer of answers) {
                const run = state.runs.find(({ id }) => id === answer.id);
                if (run) {
                    ended ||= ACTIVE.includes(run.state) && !ACTIVE.includes(answer.state);
                    Object.assign(run, answer);
                }
            }
            if (ended) {
                env.bus.trigger(BULK_DONE);
            }
            later();
        }

        function later() {
            browser.clearTimeout(timer);
            if (state.runs.length) {
                timer = browser.setTimeout(tick, ASK_EVERY_MS);
            }
        }

        /** Ask while something runs; count down by ourselves while it can be taken back. */
        function tick() {
            if (state.runs.some((run) => ACTIVE.includes(run.state))) {
                return ask();
            }
            for (const run of state.runs) {
                run.undo_seconds = Math.max(0, (run.undo_seconds || 0) - 1);
            }
            later();
        }

        async function undo(id) {
            const run = state.runs.find((one) => one.id === id);
            run.state = "undoing";
            run.undo_seconds = 0;
            try {
                await orm.call("ats.bulk.run", "action_undo", [[id]]);
            } finally {
                await ask();
            }
        }

        function forget(id) {
            state.runs = state.runs.filter((run) => run.id !== id);
        }

        return { state, follow, undo, forget };
    },
};

registry.category("services").add("ats_core.bulk", bulkService);

/** The dialog closes, the list stays unless something else is to be shown, the panel shows the rest. */
function bulkStarted(env, action) {
    action.params.run_ids.forEach((id) => env.services["ats_core.bulk"].follow(id));
    return action.params.next || { type: "ir.actions.act_window_close" };
}

registry.category("actions").add("ats_core.bulk_started", bulkStarted);
