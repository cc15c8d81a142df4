import { Activity } from "@mail/core/web/activity";
import { ActivityListPopoverItem } from "@mail/core/web/activity_list_popover_item";
import { patch } from "@web/core/utils/patch";

/**
 * A to-do that asks for an interview leads to the dialog that plans it, filled with kit and panel.
 * It goes by itself when the interview is planned.
 */
const planInterviewActivity = {
    get isInterviewToPlan() {
        return this.props.activity.activity_category === "ats_interview";
    },

    async planInterview() {
        const { action, orm } = this.env.services;
        const dialog = await orm.call("mail.activity", "action_ats_plan_interview", [
            [this.props.activity.id],
        ]);
        await action.doAction(dialog, {
            onClose: async () => {
                await this.props.reloadParentView?.();
                this.props.onActivityChanged?.(this.thread);
            },
        });
    },
};

patch(Activity.prototype, planInterviewActivity);
patch(ActivityListPopoverItem.prototype, planInterviewActivity);
