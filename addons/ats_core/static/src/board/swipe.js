import { localization } from "@web/core/l10n/localization";

const DISTANCE = 80;
const SLOPE = 2;

/**
 * Follows a finger over the cards of a board.
 *
 * @param {Function} onSwipe called with the card and "next" (towards the end of the line, as one reads)
 *     or "menu" (back)
 */
export class CardSwipe {
    constructor(onSwipe) {
        this.onSwipe = onSwipe;
        this.reset();
    }

    reset() {
        if (this.card) {
            this.card.style.transform = "";
        }
        this.card = null;
        this.dx = 0;
    }

    start(ev) {
        this.reset();
        const card = ev.target.closest(".o_kanban_record");
        if (card && ev.touches.length === 1) {
            this.card = card;
            this.x = ev.touches[0].clientX;
            this.y = ev.touches[0].clientY;
        }
    }

    move(ev) {
        if (!this.card) {
            return;
        }
        const dx = ev.touches[0].clientX - this.x;
        const dy = ev.touches[0].clientY - this.y;
        if (Math.abs(dy) * SLOPE > Math.abs(dx)) {
            // A scroll, not a swipe.
            this.dx = 0;
            this.card.style.transform = "";
            return;
        }
        this.dx = dx;
        this.card.style.transform = `translateX(${dx}px)`;
    }

    end() {
        const { card, dx } = this;
        this.reset();
        if (card && Math.abs(dx) >= DISTANCE) {
            const forward = localization.direction === "rtl" ? dx < 0 : dx > 0;
            this.onSwipe(card, forward ? "next" : "menu");
        }
    }
}
