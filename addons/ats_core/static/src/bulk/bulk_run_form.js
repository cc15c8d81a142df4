import { onWillUnmount } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { registry } from "@web/core/registry";
import { FormController } from "@web/views/form/form_controller";
import { formView } from "@web/views/form/form_view";

const LOOK_EVERY_MS = 1500;

/** Shows how far a run is while it runs. */
export class BulkRunFormController extends FormController {
    setup() {
        super.setup(...arguments);
        const timer = browser.setInterval(() => this.look(), LOOK_EVERY_MS);
        onWillUnmount(() => browser.clearInterval(timer));
    }

    async look() {
        if (["running", "undoing"].includes(this.model.root?.data?.state)) {
            await this.model.root.load();
        }
    }
}

registry
    .category("views")
    .add("ats_bulk_run_form", { ...formView, Controller: BulkRunFormController });
