import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

/** What runs in the background, in the corner of every screen. */
export class BulkPanel extends Component {
    static template = "ats_core.BulkPanel";
    static props = {};

    setup() {
        this.bulk = useService("ats_core.bulk");
        this.action = useService("action");
        this.state = useState(this.bulk.state);
    }

    isActive(run) {
        return ["running", "undoing"].includes(run.state);
    }

    undoLabel(run) {
        const seconds = run.undo_seconds;
        if (seconds > 24 * 3600) {
            return _t("Undo (%s days)", Math.floor(seconds / 86400));
        }
        if (seconds > 3600) {
            return _t("Undo");
        }
        return _t("Undo (%s s)", seconds);
    }

    download(run) {
        this.action.doActionButton({
            type: "object",
            name: "action_download",
            resModel: "ats.bulk.run",
            resId: run.id,
            resIds: [run.id],
        });
    }

    show(run) {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "ats.bulk.run",
            res_id: run.id,
            views: [[false, "form"]],
        });
    }
}

registry.category("main_components").add("ats_core.BulkPanel", { Component: BulkPanel });
