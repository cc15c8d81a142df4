import { Component, onWillStart, onWillUpdateProps, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { hidePDFJSButtons } from "@web/core/utils/pdfjs";
import { useService } from "@web/core/utils/hooks";
import { url } from "@web/core/utils/urls";

/** The documents of an application beside its form: a tab for each version, as a picture or as text. */
export class DocumentViewer extends Component {
    static template = "ats_core.DocumentViewer";
    static props = ["threadId", "threadModel"];

    setup() {
        this.orm = useService("orm");
        this.state = useState({ documents: [], current: null, asText: false, text: "" });
        onWillStart(() => this.load(this.props.threadId));
        onWillUpdateProps(async (next) => {
            if (next.threadId !== this.props.threadId) {
                await this.load(next.threadId);
            }
        });
    }

    async load(applicantId) {
        this.state.documents = applicantId
            ? await this.orm.call("hr.applicant", "ats_documents_to_view", [[applicantId]])
            : [];
        await this.show(this.state.documents[0] || null);
    }

    async show(document) {
        this.state.current = document;
        await this.showAs(Boolean(document) && document.display === "text");
    }

    async showAs(asText) {
        const { current } = this.state;
        this.state.text = "";
        if (asText && current) {
            const [row] = await this.orm.read("ats.document", [current.id], ["text"]);
            this.state.text = row.text || "";
        }
        this.state.asText = asText;
    }

    get noText() {
        return _t("No text could be read in this file.");
    }

    get pictureUrl() {
        const { current } = this.state;
        const file = `/web/content/${current.attachment_id}`;
        return current.display === "pdf"
            ? url("/web/static/lib/pdfjs/web/viewer.html", { file }) + "#pagemode=none"
            : url(file);
    }

    onFrameLoad(ev) {
        hidePDFJSButtons(ev.target);
    }
}
