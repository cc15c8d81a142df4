import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

import { RatingButtons } from "./rating_buttons";

/** A selection of a few answers as big buttons. */
export class RatingField extends Component {
    static template = "ats_interview.RatingField";
    static components = { RatingButtons };
    static props = { ...standardFieldProps };

    get definition() {
        return this.props.record.fields[this.props.name];
    }

    get label() {
        return this.definition.string;
    }

    get options() {
        return this.definition.selection;
    }

    select(value) {
        return this.props.record.update({ [this.props.name]: value });
    }
}

registry.category("fields").add("ats_rating", {
    component: RatingField,
    displayName: _t("Rating buttons"),
    supportedTypes: ["selection"],
    isEmpty: (record, fieldName) => record.data[fieldName] === false,
});

/** The criteria of a scorecard, one under the other, to be rated with one touch each. */
export class ScorecardLinesField extends Component {
    static template = "ats_interview.ScorecardLinesField";
    static components = { RatingButtons };
    static props = { ...standardFieldProps };

    get list() {
        return this.props.record.data[this.props.name];
    }

    get lines() {
        return this.list.records;
    }

    get options() {
        return this.list.fields.rating.selection;
    }

    get notePlaceholder() {
        return _t("Note (optional)");
    }

    update(line, changes) {
        return line.update(changes);
    }
}

registry.category("fields").add("ats_scorecard_lines", {
    component: ScorecardLinesField,
    displayName: _t("Scorecard criteria"),
    supportedTypes: ["one2many"],
    // The list inside the field says what is loaded; it is never shown as a list.
    useSubView: true,
});
