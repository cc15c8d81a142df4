import { RottingKanbanHeader } from "@mail/js/rotting_mixin/rotting_kanban_header";

import { BoardHead } from "./board_head";

/** The head of a column: besides its name and bar, median days and late answers. */
export class BoardHeader extends RottingKanbanHeader {
    static template = "ats_core.BoardHeader";
    static components = { ...RottingKanbanHeader.components, BoardHead };

    get showsHead() {
        const { group, list } = this.props;
        return (
            (this.env.isSmall || !group.isFolded) &&
            group.groupByField.name === "stage_id" &&
            Boolean(group.value) &&
            !list.model.useSampleModel
        );
    }

    filterLate() {
        const late = this.progressBar?.bars.find((bar) => bar.value === "red");
        if (late) {
            this.onBarClicked(late);
        }
    }
}
