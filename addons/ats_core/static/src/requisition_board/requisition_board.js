import { registry } from "@web/core/registry";
import { KanbanRenderer } from "@web/views/kanban/kanban_renderer";
import { kanbanView } from "@web/views/kanban/kanban_view";

import { RequisitionHead } from "./requisition_head";

export class RequisitionBoardRenderer extends KanbanRenderer {
    static template = "ats_core.RequisitionBoardRenderer";
    static components = { ...KanbanRenderer.components, RequisitionHead };
}

export const requisitionBoardView = { ...kanbanView, Renderer: RequisitionBoardRenderer };

registry.category("views").add("ats_requisition_board", requisitionBoardView);
