import { Component, onWillStart, onWillUpdateProps, useState } from "@odoo/owl";
import { useService } from "@web/core/utils/hooks";

/** Above the board: what waits for me, what is mine, and plan against fact of what is shown. */
export class RequisitionHead extends Component {
    static template = "ats_core.RequisitionHead";
    static props = { list: Object };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ figures: null });
        onWillStart(() => this.load());
        onWillUpdateProps(() => this.load());
    }

    async load() {
        const { domain } = this.env.searchModel;
        this.state.figures = await this.orm.call("ats.requisition", "ats_board_figures", [domain]);
    }

    get shown() {
        const names = ["waits_for_me", "mine"];
        return this.activeFilters.find((item) => names.includes(item.name))?.name || "all";
    }

    get activeFilters() {
        const query = new Set(this.env.searchModel.query.map(({ searchItemId }) => searchItemId));
        return this.filters(["waits_for_me", "mine"]).filter((item) => query.has(item.id));
    }

    filters(names) {
        return this.env.searchModel.getSearchItems((item) => names.includes(item.name));
    }

    /** Leave the other of the two and turn this one on; "all" leaves both. */
    show(name) {
        for (const item of this.activeFilters.filter((active) => active.name !== name)) {
            this.env.searchModel.toggleSearchItem(item.id);
        }
        if (name !== "all" && this.shown !== name) {
            this.env.searchModel.toggleSearchItem(this.filters([name])[0].id);
        }
    }
}
