import { Component, onMounted, onWillStart, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { loadPDFJSAssets } from "@web/core/utils/pdfjs";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const MAX_PAGES = 12;
const WORKER = "/web/static/lib/pdfjs/build/pdf.worker.js";

/**
 * A résumé and the facts read in it, side by side. A fact shows where it stands: a frame on the page
 * of a PDF, a mark in the text of everything else. What was read wrong is typed over on the spot.
 */
export class ResumeCompare extends Component {
    static template = "ats_ai.ResumeCompare";
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.notification = useService("notification");
        this.paper = useRef("paper");
        this.state = useState({ data: null, shown: null, frame: [], pictures: false, editing: "" });
        onWillStart(() => this.load());
        onMounted(() => this.draw());
    }

    get applicantId() {
        return this.props.action.params?.applicant_id || this.props.action.context?.active_id;
    }

    async load() {
        this.state.data = await this.orm.call("hr.applicant", "ats_read_resume", [
            [this.applicantId],
        ]);
    }

    // ---------------------------------------------------------------- the document

    /** Draw the pages of a PDF; whatever cannot be drawn is shown as the text that was read. */
    async draw() {
        const { data } = this.state;
        if (!data.resume || !data.pages.length) {
            return;
        }
        try {
            await loadPDFJSAssets();
            const { pdfjsLib } = globalThis;
            pdfjsLib.GlobalWorkerOptions.workerSrc = WORKER;
            const answer = await fetch(data.url);
            const source = { data: await answer.arrayBuffer(), isEvalSupported: false };
            const pdf = await pdfjsLib.getDocument(source).promise;
            this.state.pictures = true;
            await this.canvasesThere();
            for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number++) {
                await this.drawPage(await pdf.getPage(number), number);
            }
        } catch {
            this.state.pictures = false;
        }
    }

    /** Wait until the screen has drawn the empty pages. */
    async canvasesThere() {
        for (let turn = 0; turn < 100 && !this.paper.el?.querySelector("canvas"); turn++) {
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
    }

    async drawPage(page, number) {
        const canvas = this.paper.el?.querySelector(`canvas[data-page="${number}"]`);
        if (!canvas) {
            return;
        }
        const ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
        const width = canvas.parentElement.clientWidth;
        const scale = (width * ratio) / page.getViewport({ scale: 1 }).width;
        const viewport = page.getViewport({ scale });
        canvas.width = viewport.width;
        canvas.height = viewport.height;
        await page.render({ canvasContext: canvas.getContext("2d"), viewport }).promise;
    }

    get pages() {
        return this.state.data.pages.slice(0, MAX_PAGES).map(([width, height], index) => ({
            number: index + 1,
            style: `aspect-ratio: ${width} / ${height}`,
            frames: this.state.frame
                .filter((line) => line.page === index + 1)
                .map((line) => this.place(line, width, height)),
        }));
    }

    place(line, width, height) {
        const [left, top, right, bottom] = line.box;
        const share = (part, whole) => `${((100 * part) / whole).toFixed(2)}%`;
        return [
            `left: ${share(left - 2, width)}`,
            `top: ${share(top - 1, height)}`,
            `width: ${share(right - left + 4, width)}`,
            `height: ${share(bottom - top + 2, height)}`,
        ].join(";");
    }

    /** The text in three parts: before, marked, after. */
    get parts() {
        const { text } = this.state.data;
        const { start, end } = this.state.shown || { start: 0, end: 0 };
        return [text.slice(0, start), text.slice(start, end), text.slice(end)];
    }

    // ---------------------------------------------------------------- the facts

    show(row) {
        if (row.end <= row.start) {
            return;
        }
        this.state.shown = row;
        this.state.frame = this.state.data.lines.filter(
            (line) => line.start < row.end && line.start + line.text.length > row.start
        );
        setTimeout(() =>
            this.paper.el?.querySelector(".o_ats_here")?.scrollIntoView({ block: "center" })
        );
    }

    edit(row) {
        this.state.editing = row.path;
        setTimeout(() => document.querySelector(".o_ats_correction")?.focus());
    }

    onKey(event, row) {
        if (event.key === "Enter") {
            this.correct(row, event.target.value);
        } else if (event.key === "Escape") {
            event.stopPropagation();
            this.state.editing = "";
        }
    }

    async correct(row, value) {
        this.state.editing = "";
        if (!value.trim() || value.trim() === row.value) {
            return;
        }
        await this.orm.call("ats.resume", "correct", [[this.state.data.resume], row.path, value]);
        await this.load();
        this.notification.add(_t("Corrected. The parser's next version is tested with it."), {
            type: "success",
        });
    }
}

registry.category("actions").add("ats_ai.resume_compare", ResumeCompare);
