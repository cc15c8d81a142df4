import { Component, markup, onWillStart, onWillUpdateProps, useState, xml } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

/**
 * An Html field that is read when it comes into sight, not with the form: a page of the notebook
 * that nobody opens costs nothing.
 *
 *     <widget name="ats_panel" field="ats_messages" placeholder="Nothing has been written yet." />
 */
export class Panel extends Component {
    static template = xml`
        <div t-if="state.html" t-out="state.html" />
        <p t-elif="state.isRead and props.placeholder" class="text-muted" t-esc="props.placeholder" />`;
    static props = {
        ...standardWidgetProps,
        field: { type: String },
        placeholder: { type: String, optional: true },
    };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ html: "", isRead: false });
        onWillStart(() => this.read(this.props.record));
        // A form that is loaded anew, as after a button, has another record object.
        onWillUpdateProps(({ record }) => record === this.props.record || this.read(record));
    }

    async read({ resModel, resId, context }) {
        const [row] = resId
            ? await this.orm.read(resModel, [resId], [this.props.field], { context })
            : [{}];
        const html = row?.[this.props.field];
        Object.assign(this.state, { html: html ? markup(html) : "", isRead: true });
    }
}

export const panel = {
    component: Panel,
    extractProps: ({ attrs: { field, placeholder } }) => ({ field, placeholder }),
};

registry.category("view_widgets").add("ats_panel", panel);
