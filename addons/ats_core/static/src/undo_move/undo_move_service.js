import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";

const UNDO_MS = 10000;

/**
 * Tells the person who moved a card where it went, and offers to take it back while the mail to
 * the candidate still waits. It listens to the bus, so every door has it: drag, status bar, list.
 */
export const undoMoveService = {
    dependencies: ["action", "bus_service", "notification", "orm"],
    start(env, { action, bus_service, notification, orm }) {
        async function undo(ids, close) {
            close();
            await orm.call("hr.applicant", "action_ats_undo_move", [ids]);
            action.doAction("soft_reload");
        }

        function tell({ ids, names, stage, mail }) {
            const message = mail
                ? _t("%(names)s moved to %(stage)s · mail in 60 s", { names, stage })
                : _t("%(names)s moved to %(stage)s", { names, stage });
            const close = notification.add(message, {
                type: "success",
                autocloseDelay: UNDO_MS,
                buttons: [{ name: _t("Undo"), onClick: () => undo(ids, close) }],
            });
        }

        bus_service.subscribe("ats_core/moved", tell);
        bus_service.start();
        // For screens that made the move themselves and need not wait for the bus.
        return { tell };
    },
};

registry.category("services").add("ats_core.undo_move", undoMoveService);
