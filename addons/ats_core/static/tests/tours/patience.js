import { registry } from "@web/core/registry";

// A busy machine is no failure: a step of our tours waits longer than Odoo's ten seconds.
const MILLISECONDS = 50000;
const tours = registry.category("web_tour.tours");

function giveTime(name, tour) {
    if (name.startsWith("ats_")) {
        const steps = tour.steps;
        tour.steps = () => steps().map((step) => ({ timeout: MILLISECONDS, ...step }));
    }
}

tours.getEntries().forEach(([name, tour]) => giveTime(name, tour));
tours.addEventListener("UPDATE", ({ detail: { operation, key, value } }) => {
    if (operation === "add") {
        giveTime(key, value);
    }
});
