import { patch } from "@web/core/utils/patch";
import { useBus } from "@web/core/utils/hooks";
import { KanbanController } from "@web/views/kanban/kanban_controller";
import { ListController } from "@web/views/list/list_controller";

export const BULK_DONE = "ATS_BULK_DONE";
const MODELS = ["hr.applicant", "ats.candidate"];

/** Read the page again and select who was selected: the next thing is often done to the same people. */
async function reloadKeepingSelection(model) {
    const { selection, isDomainSelected } = model.root;
    const selected = new Set(selection.map((record) => record.resId));
    await model.load();
    for (const record of model.root.records) {
        if (selected.has(record.resId)) {
            await record.toggleSelection(true);
        }
    }
    if (isDomainSelected) {
        model.root.selectDomain(true);
    }
}

/** Odoo forgets the selection after every action of the menu. */
function keepSelection(Controller) {
    patch(Controller.prototype, {
        setup() {
            super.setup(...arguments);
            useBus(this.env.bus, BULK_DONE, () => {
                if (MODELS.includes(this.props.resModel)) {
                    reloadKeepingSelection(this.model);
                }
            });
        },

        get actionMenuProps() {
            const props = super.actionMenuProps;
            if (!MODELS.includes(this.props.resModel)) {
                return props;
            }
            return {
                ...props,
                // Not awaited: the dialog closes at once, the list follows.
                onActionExecuted: ({ noReload } = {}) => {
                    if (!noReload) {
                        reloadKeepingSelection(this.model);
                    }
                },
            };
        },
    });
}

keepSelection(ListController);
keepSelection(KanbanController);
