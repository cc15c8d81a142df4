import { Component, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { standardErrorDialogProps } from "@web/core/errors/error_dialogs";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

/**
 * The one dialog of a drag: what is missing before the stage may be entered, and a reason to move
 * anyway.
 */
export class EntryBlockedDialog extends Component {
    static template = "ats_core.EntryBlockedDialog";
    static components = { Dialog };
    static props = { ...standardErrorDialogProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ reason: "" });
        this.blocked = this.props.data.context;
        this.title = _t("Not ready for %s", this.blocked.stage_name);
    }

    async moveAnyway() {
        const { applicant_ids, stage_id } = this.blocked;
        await this.orm.call("hr.applicant", "action_ats_move_despite", [
            applicant_ids,
            stage_id,
            this.state.reason,
        ]);
        this.props.close();
        this.action.doAction("soft_reload");
    }
}

registry
    .category("error_dialogs")
    .add("odoo.addons.ats_core.models.application.entry.EntryBlocked", EntryBlockedDialog);
