import { registry } from "@web/core/registry";

const FRESH_MS = 5000;

/** Figures of all columns of a board with one call, however many columns ask. */
export const boardHeadsService = {
    dependencies: ["orm"],
    start(env, { orm }) {
        const asked = new Map();

        return {
            /**
             * @param {Array} domain of the board
             * @returns {Promise<Object>} `{stage id: {median, late}}`
             */
            load(domain) {
                const key = JSON.stringify(domain);
                const known = asked.get(key);
                if (known && Date.now() - known.at < FRESH_MS) {
                    return known.heads;
                }
                const heads = orm.silent.call("hr.applicant", "ats_board_heads", [domain]);
                asked.clear();
                asked.set(key, { at: Date.now(), heads });
                return heads;
            },
        };
    },
};

registry.category("services").add("ats_core.board_heads", boardHeadsService);
