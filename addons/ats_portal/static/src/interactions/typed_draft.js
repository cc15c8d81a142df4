import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";

const A_DAY = 24 * 3600 * 1000;
const KEPT =
    "input[type=text], input[type=email], input[type=tel], input[type=number], input[type=date], textarea, select";

const keyOf = (formEl) => `ats_apply:${new URL(formEl.action).pathname}`;

/** Forget what was typed, once it has been sent. */
export function forgetTyped(formEl) {
    window.localStorage.removeItem(keyOf(formEl));
}

/**
 * Keeps what a visitor typed in the browser, for a day: a reload, a lost connection or a closed tab
 * costs nothing. Agreements are never kept: each one is given on the form that is sent.
 */
export class AtsTypedDraft extends Interaction {
    static selector = ".o_ats_apply_form";
    dynamicContent = {
        _root: { "t-on-input": this.debounced(this.save, 300), "t-on-change": () => this.save() },
    };

    setup() {
        this.restore();
    }

    get formEl() {
        return this.el.querySelector("form");
    }

    get fieldEls() {
        const fieldEls = [...this.formEl.querySelectorAll(KEPT)];
        return fieldEls.filter((fieldEl) => fieldEl.name && !fieldEl.closest(".o_ats_trap"));
    }

    restore() {
        let kept;
        try {
            kept = JSON.parse(window.localStorage.getItem(keyOf(this.formEl)));
        } catch {
            kept = null; // another program's value under our name
        }
        if (!kept || Date.now() - kept.at > A_DAY) {
            forgetTyped(this.formEl);
            return;
        }
        for (const fieldEl of this.fieldEls) {
            const typed = kept.values[fieldEl.name];
            const markEl = this.readMark(fieldEl);
            // What was typed wins over what the server read from the résumé meanwhile.
            if (typed && typed !== fieldEl.value && (!fieldEl.value || markEl)) {
                fieldEl.value = typed;
                markEl?.classList.add("d-none");
            }
        }
    }

    /** The visible note that a field was filled from the résumé, if it was. */
    readMark(fieldEl) {
        const hintEl = fieldEl.id && document.getElementById(`${fieldEl.id}_hint`);
        return hintEl && hintEl.querySelector(".o_ats_from_resume:not(.d-none)");
    }

    save() {
        const values = Object.fromEntries(
            this.fieldEls
                .filter((fieldEl) => fieldEl.value)
                .map((fieldEl) => [fieldEl.name, fieldEl.value])
        );
        window.localStorage.setItem(keyOf(this.formEl), JSON.stringify({ at: Date.now(), values }));
    }
}

registry.category("public.interactions").add("ats_portal.typed_draft", AtsTypedDraft);
