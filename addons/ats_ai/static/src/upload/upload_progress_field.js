import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import {
    ProgressBarField,
    progressBarField,
} from "@web/views/fields/progress_bar/progress_bar_field";
import { onWillUnmount } from "@odoo/owl";

/** The progress of an upload, which goes on by itself: the server tells when a file is done. */
export class UploadProgressField extends ProgressBarField {
    setup() {
        super.setup();
        const bus = useService("bus_service");
        const reload = useDebounced(() => this.props.record.load(), 500);
        const told = ({ id }) => {
            if (id === this.props.record.resId) {
                reload();
            }
        };
        const again = () => reload();
        bus.subscribe("ats_ai/upload", told);
        bus.addEventListener("BUS:RECONNECT", again);
        bus.start();
        onWillUnmount(() => {
            bus.unsubscribe("ats_ai/upload", told);
            bus.removeEventListener("BUS:RECONNECT", again);
        });
    }
}

registry.category("fields").add("ats_upload_progress", {
    ...progressBarField,
    component: UploadProgressField,
});
