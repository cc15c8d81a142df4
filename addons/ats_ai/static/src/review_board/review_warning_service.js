import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";

/** Warns a reviewer, wherever in Odoo, that a task is about to be taken back. */
export const reviewWarningService = {
    dependencies: ["action", "bus_service", "notification"],
    start(env, { action, bus_service, notification }) {
        bus_service.subscribe("ats_ai/review_warning", ({ message }) => {
            notification.add(message, {
                type: "warning",
                sticky: true,
                buttons: [
                    {
                        name: _t("Review"),
                        primary: true,
                        onClick: () => action.doAction("ats_ai.review_board"),
                    },
                ],
            });
        });
        bus_service.start();
    },
};

registry.category("services").add("ats_ai.review_warning", reviewWarningService);
