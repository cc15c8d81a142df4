import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";
import { _t } from "@web/core/l10n/translation";

/** Narrows the list as soon as a filter is chosen; without this the search button does it. */
export class AtsCareersFilters extends Interaction {
    static selector = ".o_ats_careers_form";
    dynamicContent = {
        select: { "t-on-change": () => this.submit() },
        _root: { "t-on-submit.prevent": () => this.submit() },
    };

    /** Leave out what is empty, so that addresses stay short and can be passed on. */
    submit() {
        const asked = [...new FormData(this.el)].filter(([, value]) => value);
        const query = new URLSearchParams(asked).toString();
        window.location.assign(this.el.action + (query ? `?${query}` : ""));
    }
}

/** Copies the address of a job. */
export class AtsCopyLink extends Interaction {
    static selector = ".o_ats_copy";
    dynamicContent = {
        _root: {
            "t-on-click": () => this.copy(),
            "t-att-class": () => ({ "d-none": !window.navigator.clipboard }),
        },
    };

    async copy() {
        await window.navigator.clipboard.writeText(this.el.dataset.url);
        this.el.querySelector("span").textContent = _t("Copied");
        this.el.parentElement.querySelector(".o_ats_copied").textContent = _t("Copied");
    }
}

registry.category("public.interactions").add("ats_portal.careers_filters", AtsCareersFilters);
registry.category("public.interactions").add("ats_portal.copy_link", AtsCopyLink);
