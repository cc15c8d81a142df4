import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const ICONS = { met: "fa-check", missing: "fa-times", unknown: "fa-question" };
const ORDER = ["met", "missing", "unknown"];

/** Chips of what is met, missing and unknown; the words that show it come with the pointer. */
export class Reasons extends Component {
    static template = "ats_ai.Reasons";
    static props = { reasons: { type: Array }, quotes: { type: Boolean, optional: true } };

    get groups() {
        const titles = { met: _t("Met"), missing: _t("Missing"), unknown: _t("Unknown") };
        return ORDER.map((name) => ({
            name,
            title: titles[name],
            icon: ICONS[name],
            items: this.props.reasons.filter((reason) => reason.group === name),
        })).filter((group) => group.items.length);
    }

    /** The words that show what is met; each once, however many requirements they show. */
    get quotes() {
        const shown = this.props.reasons.filter((reason) => reason.group === "met" && reason.quote);
        return [...new Set(shown.map((reason) => reason.quote))];
    }

    hint(item) {
        const via = item.via ? _t("through %(skill)s", { skill: item.via }) : "";
        return [via, item.quote && `“${item.quote}”`].filter(Boolean).join(" · ");
    }
}

export class ReasonsField extends Component {
    static template = "ats_ai.ReasonsField";
    static components = { Reasons };
    static props = { ...standardFieldProps };

    get reasons() {
        return this.props.record.data[this.props.name] || [];
    }
}

registry
    .category("fields")
    .add("ats_reasons", { component: ReasonsField, supportedTypes: ["json"] });
