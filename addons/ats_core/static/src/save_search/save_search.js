import { Component } from "@odoo/owl";
import { DropdownItem } from "@web/core/dropdown/dropdown_item";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

/** "Save this search" in the cog menu of candidates: opens a saved search with the query of the box. */
export class SaveSearch extends Component {
    static template = "ats_core.SaveSearch";
    static components = { DropdownItem };
    static props = {};

    setup() {
        this.action = useService("action");
    }

    get query() {
        const queries = this.env.searchModel.query
            .filter(({ searchItemId }) => this.isPeopleSearch(searchItemId))
            .map(({ autocompleteValue }) => autocompleteValue.value);
        return queries.length > 1 ? queries.map((query) => `(${query})`).join(" AND ") : queries[0];
    }

    isPeopleSearch(searchItemId) {
        return this.env.searchModel.searchItems[searchItemId].fieldName === "search_query";
    }

    save() {
        this.action.doAction(
            {
                type: "ir.actions.act_window",
                res_model: "ats.search",
                views: [[false, "form"]],
                context: { default_query: this.query || "" },
            },
            { newWindow: false }
        );
    }
}

registry.category("cogMenu").add("ats-save-search", {
    Component: SaveSearch,
    groupNumber: 20,
    isDisplayed: ({ config, searchModel }) =>
        searchModel.resModel === "ats.candidate" && ["list", "kanban"].includes(config.viewType),
});
