import { rottingKanbanView } from "@mail/js/rotting_mixin/rotting_kanban_view";
import { registry } from "@web/core/registry";

import { BoardRenderer } from "./board_renderer";

export const boardView = { ...rottingKanbanView, Renderer: BoardRenderer };

registry.category("views").add("ats_board", boardView);
