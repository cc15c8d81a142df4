import { Component, xml } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** Pages on the web from a Json field: `[{url, text, title}]`. The server lets http and https through only. */
export class Links extends Component {
    static template = xml`
        <div class="d-flex flex-wrap gap-2">
            <a t-foreach="links" t-as="link" t-key="link.url" t-att-href="link.url" t-att-title="link.title"
                target="_blank" rel="noopener noreferrer" class="text-break" t-esc="link.text"/>
        </div>`;
    static props = { ...standardFieldProps };

    get links() {
        return this.props.record.data[this.props.name] || [];
    }
}

registry.category("fields").add("ats_links", { component: Links, supportedTypes: ["json"] });
