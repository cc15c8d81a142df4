import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";
import { _t } from "@web/core/l10n/translation";
import { forgetTyped } from "./typed_draft";

const MEGABYTE = 1024 * 1024;
const MAX_FILE = 10 * MEGABYTE;
const MAX_TOTAL = 25 * MEGABYTE;

/**
 * Makes sending visible: progress, one click only, files kept when the server answers with
 * messages. The form works the same without this.
 */
export class AtsApplyForm extends Interaction {
    static selector = ".o_ats_apply_form";
    dynamicContent = {
        _root: { "t-on-submit": this.onSubmit, "t-on-change": this.onChange },
        _window: { "t-on-pageshow": () => this.setSending(false) },
    };

    setup() {
        this.isSending = false;
        const summary = this.el.querySelector(".o_ats_summary");
        summary?.focus();
    }

    get formEl() {
        return this.el.querySelector("form");
    }

    onChange(ev) {
        if (ev.target.type === "file") {
            ev.target.setCustomValidity(this.fileMessage());
            ev.target.reportValidity();
        }
    }

    /** What stands against the chosen files, told before they are uploaded. */
    fileMessage() {
        const inputs = [...this.formEl.querySelectorAll("input[type=file]")];
        const files = inputs.flatMap((input) => [...input.files]);
        inputs.forEach((input) => input.setCustomValidity(""));
        const large = files.find((file) => file.size > MAX_FILE);
        if (large) {
            return _t("%s is larger than 10 MB.", large.name);
        }
        if (files.reduce((sum, file) => sum + file.size, 0) > MAX_TOTAL) {
            return _t("All files together may have 25 MB.");
        }
        return files.length > 5 ? _t("At most 5 files.") : "";
    }

    /** What is sent: without the résumé that the server has kept already. */
    formData() {
        const data = new FormData(this.formEl);
        if (this.el.dataset.kept) {
            data.delete("cv");
        }
        return data;
    }

    /** With a captcha the website's own script sends the form, as it does for forms without ours. */
    onSubmit(ev) {
        if (this.formEl.dataset.captcha) {
            return;
        }
        ev.preventDefault();
        if (this.isSending) {
            return;
        }
        this.setSending(true);
        const request = new window.XMLHttpRequest();
        request.upload.addEventListener("progress", (ev) => this.onProgress(ev));
        request.addEventListener("load", () => this.onAnswer(request));
        request.addEventListener("error", () => this.onFailure());
        request.open("POST", this.formEl.action);
        request.send(this.formData());
    }

    onProgress(ev) {
        if (ev.lengthComputable) {
            const percent = Math.round((100 * ev.loaded) / ev.total);
            const progressEl = this.el.querySelector(".o_ats_progress");
            progressEl.setAttribute("aria-valuenow", percent);
            progressEl.firstElementChild.style.width = `${percent}%`;
        }
    }

    onAnswer(request) {
        if (request.status === 200 && request.responseURL.endsWith("/sent")) {
            forgetTyped(this.formEl);
            window.location.assign(request.responseURL);
            return;
        }
        const page = new DOMParser().parseFromString(request.responseText, "text/html");
        const answeredEl = page.querySelector(".o_ats_apply_form form");
        if (answeredEl) {
            this.showAnswer(answeredEl);
        } else {
            const reason = page.querySelector("main h1, #wrap h1")?.textContent;
            this.onFailure(reason);
        }
    }

    /** Show the form as the server answered it, with the files that were chosen before. */
    showAnswer(answeredEl) {
        for (const fileEl of answeredEl.querySelectorAll("input[type=file]")) {
            const chosenEl = this.formEl.querySelector(`input[name=${fileEl.name}]`);
            chosenEl.className = fileEl.className;
            fileEl.replaceWith(chosenEl);
        }
        this.formEl.replaceWith(answeredEl);
        this.setSending(false);
        this.el.querySelector(".o_ats_summary")?.focus();
    }

    onFailure(reason) {
        this.setSending(false);
        this.services.notification.add(
            reason || _t("The connection was lost. Nothing you typed is gone: send it again."),
            { type: "danger", sticky: true }
        );
    }

    setSending(isSending) {
        this.isSending = isSending;
        const buttonEl = this.formEl.querySelector(".o_ats_send");
        buttonEl.disabled = isSending;
        this.el.querySelector(".o_ats_progress").classList.toggle("d-none", !isSending);
        this.el.querySelector(".o_ats_status").textContent = isSending ? _t("Sending…") : "";
    }
}

registry.category("public.interactions").add("ats_portal.apply_form", AtsApplyForm);
