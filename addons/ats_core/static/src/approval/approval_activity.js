import { Activity } from "@mail/core/web/activity";
import { ActivityListPopoverItem } from "@mail/core/web/activity_list_popover_item";
import { user } from "@web/core/user";
import { patch } from "@web/core/utils/patch";

/**
 * A to-do that asks for an approval is answered where it is read: in the chatter, in the bell and
 * on the card. "Done" would say nothing about the decision.
 */
const approvalActivity = {
    get isApproval() {
        return this.props.activity.activity_category === "ats_approval";
    },

    get isMyApproval() {
        return this.isApproval && this.props.activity.user_id?.id === user.userId;
    },

    async approve() {
        await this.decide("action_ats_approve");
    },

    async reject() {
        await this.decide("action_ats_reject");
    },

    async decide(method) {
        const { action, orm } = this.env.services;
        const next = await orm.call("mail.activity", method, [[this.props.activity.id]]);
        if (next) {
            await action.doAction(next, { onClose: () => this.afterDeciding() });
        } else {
            await this.afterDeciding();
        }
    },

    async afterDeciding() {
        await this.props.reloadParentView?.();
        this.props.onActivityChanged?.(this.thread);
    },
};

patch(Activity.prototype, approvalActivity);
patch(ActivityListPopoverItem.prototype, {
    get hasMarkDoneButton() {
        return super.hasMarkDoneButton && !this.isApproval;
    },
});
patch(ActivityListPopoverItem.prototype, approvalActivity);
