import { Component, onWillStart, onWillUpdateProps, useState } from "@odoo/owl";
import { useService } from "@web/core/utils/hooks";

/** Median days in the column and the number of late answers, under its name. */
export class BoardHead extends Component {
    static template = "ats_core.BoardHead";
    static props = { domain: Array, stageId: Number, onLate: Function };

    setup() {
        this.heads = useService("ats_core.board_heads");
        this.state = useState({ head: null });
        onWillStart(() => {
            this.load(this.props);
        });
        onWillUpdateProps((props) => {
            this.load(props);
        });
    }

    // Not awaited: the cards never wait for figures.
    load({ domain, stageId }) {
        this.heads.load(domain).then((heads) => {
            this.state.head = heads[stageId] || null;
        });
    }
}
