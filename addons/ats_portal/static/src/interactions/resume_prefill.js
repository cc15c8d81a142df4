import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";
import { _t } from "@web/core/l10n/translation";

const PATIENCE = 10; // seconds, then people fill in the form themselves
const FILLED = ["name", "email", "phone", "linkedin"];

/**
 * Sends the résumé as soon as it is chosen and fills the form from it. What the visitor typed or
 * emptied stays as it is; what was filled in is marked until they touch it. Sending never waits.
 */
export class AtsResumePrefill extends Interaction {
    static selector = ".o_ats_apply_form";
    dynamicContent = {
        _root: {
            "t-on-change": this.onChange,
            "t-on-input": this.onInput,
            "t-on-click": this.onClick,
        },
    };

    setup() {
        this.touched = new Set();
        this.turn = 0;
    }

    /** A file may have been chosen before the page was ready, or brought back by the browser. */
    start() {
        const resumeEl = this.formEl.elements.cv;
        if (resumeEl.files.length) {
            this.onChange({ target: resumeEl });
        }
    }

    get formEl() {
        return this.el.querySelector("form");
    }

    get resumeUrl() {
        return `${new URL(this.formEl.action).pathname}/resume`;
    }

    onInput(ev) {
        this.touched.add(ev.target.name);
        this.mark(ev.target, false);
    }

    async onChange(ev) {
        if (ev.target.name !== "cv") {
            return;
        }
        const [file] = ev.target.files;
        const turn = ++this.turn;
        delete this.el.dataset.kept;
        if (!file || !ev.target.checkValidity()) {
            this.say("");
            return;
        }
        this.say(_t("Reading your résumé…"), true);
        const answer = await this.waitFor(this.post("", { cv: file }));
        if (turn === this.turn) {
            await this.onKept(answer, turn);
        }
    }

    async onKept(answer, turn) {
        if (answer.state !== "reading") {
            this.say(answer.message || "");
            return;
        }
        this.el.dataset.kept = "1";
        for (let second = 0; second < PATIENCE; second++) {
            await this.waitFor(new Promise((resolve) => setTimeout(resolve, 1000)));
            const known = await this.waitFor(this.ask());
            if (turn !== this.turn) {
                return;
            }
            if (known.state !== "reading") {
                this.fill(known.values || {});
                return;
            }
        }
        this.say(
            _t(
                "This takes longer than usual. Please fill in the form by hand; your résumé is kept."
            )
        );
    }

    /** Put what was read into the fields that are empty and were not touched. */
    fill(values) {
        const filled = FILLED.filter((name) => {
            const fieldEl = this.formEl.elements[name];
            const isFree = fieldEl && !fieldEl.value && !this.touched.has(name) && values[name];
            if (isFree) {
                fieldEl.value = values[name];
                this.mark(fieldEl, true);
            }
            return isFree;
        });
        this.say(
            filled.length
                ? _t("We filled in what we found. Please check it.")
                : _t("Your résumé is kept. Please fill in the form by hand.")
        );
    }

    mark(fieldEl, isRead) {
        const markEl = this.el.querySelector(
            `#${window.CSS.escape(fieldEl.id)}_hint .o_ats_from_resume`
        );
        markEl?.classList.toggle("d-none", !isRead);
    }

    onClick(ev) {
        if (ev.target.closest(".o_ats_kept_remove")) {
            ev.preventDefault();
            this.turn++;
            this.formEl.elements.cv.value = "";
            delete this.el.dataset.kept;
            this.el.querySelector(".o_ats_kept").classList.add("d-none");
            this.post("/remove", {});
        }
    }

    say(text, isBusy = false) {
        const statusEl = this.el.querySelector(".o_ats_reading");
        statusEl.textContent = text;
        statusEl.classList.toggle("o_ats_busy", isBusy);
    }

    async post(path, values) {
        const data = new FormData();
        data.set("csrf_token", this.formEl.elements.csrf_token.value);
        Object.entries(values).forEach(([name, value]) => data.set(name, value));
        return this.read(() => window.fetch(this.resumeUrl + path, { method: "POST", body: data }));
    }

    async ask() {
        return this.read(() => window.fetch(`${this.resumeUrl}/state`));
    }

    /** The form works without all of this: a lost connection is no error that people must hear of. */
    async read(request) {
        try {
            return await (await request()).json();
        } catch {
            return { state: "none" };
        }
    }
}

registry.category("public.interactions").add("ats_portal.resume_prefill", AtsResumePrefill);
