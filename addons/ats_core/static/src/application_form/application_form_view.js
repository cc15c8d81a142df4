import { InterviewerFormController } from "@hr_recruitment/views/form_view";
import { SIZES } from "@web/core/ui/ui_service";
import { registry } from "@web/core/registry";
import { FormRenderer } from "@web/views/form/form_renderer";
import { formView } from "@web/views/form/form_view";

import { DocumentViewer } from "./document_viewer";

const hasDocument = (record) => Boolean(record.resId && record.data.ats_document_count);

/** Odoo puts a document beside a form on very wide screens only; here a laptop is wide enough. */
export class ApplicationFormRenderer extends FormRenderer {
    setup() {
        super.setup();
        this.mailComponents = { ...this.mailComponents, AttachmentView: DocumentViewer };
        const ui = this.uiService;
        const size = () => (ui.size === SIZES.XL && this.hasFile() ? SIZES.XXL : ui.size);
        this.uiService = Object.create(ui, { size: { get: size } });
    }

    hasFile() {
        return hasDocument(this.props.record);
    }
}

export class ApplicationFormController extends InterviewerFormController {
    get className() {
        const result = super.className;
        result.o_ats_application = true;
        if (!this.env.inDialog && this.ui.size === SIZES.XL && hasDocument(this.model.root)) {
            result["o_xxl_form_view h-100"] = true;
        }
        return result;
    }
}

registry.category("views").add("ats_application_form", {
    ...formView,
    Controller: ApplicationFormController,
    Renderer: ApplicationFormRenderer,
});
