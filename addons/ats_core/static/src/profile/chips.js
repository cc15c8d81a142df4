import { Component, xml } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** Short words that must be seen first, from a Json field: `[{text, level}]`. */
export class Chips extends Component {
    static template = xml`
        <div class="d-flex flex-wrap gap-1">
            <span t-foreach="chips" t-as="chip" t-key="chip_index"
                t-attf-class="badge rounded-pill text-bg-{{chip.level}} {{chip.level === 'light' ? 'border fw-normal' : ''}}"
                t-esc="chip.text"/>
        </div>`;
    static props = { ...standardFieldProps };

    get chips() {
        return this.props.record.data[this.props.name] || [];
    }
}

registry.category("fields").add("ats_chips", { component: Chips, supportedTypes: ["json"] });
