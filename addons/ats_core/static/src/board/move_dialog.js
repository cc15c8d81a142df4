import { Component, onMounted, onWillStart, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { Dialog } from "@web/core/dialog/dialog";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

/** Asks for the stage: one tap or one key. What happens then is the same as for a drag. */
export class MoveDialog extends Component {
    static template = "ats_core.MoveDialog";
    static components = { Dialog };
    static props = {
        applicantId: Number,
        close: Function,
        onMoved: { type: Function, optional: true },
    };

    setup() {
        this.orm = useService("orm");
        this.undoMove = useService("ats_core.undo_move");
        this.choices = useRef("choices");
        this.state = useState({ name: "", current: false, stages: [] });
        onMounted(() => {
            const { el } = this.choices;
            (
                el.querySelector(".btn-primary") || el.querySelector("button:not(:disabled)")
            )?.focus();
        });
        onWillStart(async () => {
            const choices = await this.orm.call("hr.applicant", "ats_move_choices", [
                [this.props.applicantId],
            ]);
            Object.assign(this.state, choices);
        });
    }

    get title() {
        return _t("Move %s to", this.state.name);
    }

    async choose(stage) {
        const toast = await this.orm.call("hr.applicant", "ats_move_to", [
            [this.props.applicantId],
            stage.id,
        ]);
        this.props.close();
        this.undoMove.tell(toast);
        this.props.onMoved?.();
    }

    /** The arrow keys go through the stages. */
    onKeydown(ev) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[ev.key];
        if (step) {
            const buttons = [...ev.currentTarget.querySelectorAll("button:not(:disabled)")];
            buttons[buttons.indexOf(document.activeElement) + step]?.focus();
            ev.preventDefault();
        }
    }
}

/** The same from a button of a form or a menu of a card. */
function openMoveDialog(env, action) {
    env.services.dialog.add(MoveDialog, {
        applicantId: action.params.applicant_id,
        onMoved: () => env.services.action.doAction("soft_reload"),
    });
}

registry.category("actions").add("ats_core.move_dialog", openMoveDialog);
