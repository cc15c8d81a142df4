import { Component } from "@odoo/owl";

let nextId = 0;

/**
 * Answers side by side, big enough for a thumb; radio buttons for keyboards and screen readers.
 */
export class RatingButtons extends Component {
    static template = "ats_interview.RatingButtons";
    static props = {
        label: { type: String },
        options: { type: Array },
        value: { type: [String, Boolean], optional: true },
        readonly: { type: Boolean, optional: true },
        onSelect: { type: Function },
    };

    setup() {
        this.name = `ats_rating_${nextId++}`;
    }

    get valueLabel() {
        const option = this.props.options.find(([value]) => value === this.props.value);
        return option ? option[1] : "";
    }
}
