import { registry } from "@web/core/registry";
import { FloatField, floatField } from "@web/views/fields/float/float_field";
import { IntegerField, integerField } from "@web/views/fields/integer/integer_field";

/** Numbers of which nothing is known stay empty instead of 0. */
class QuietFloat extends FloatField {
    get formattedValue() {
        return this.value ? super.formattedValue : "";
    }
}

class QuietInteger extends IntegerField {
    get formattedValue() {
        return this.value ? super.formattedValue : "";
    }
}

registry.category("fields").add("ats_quiet_float", { ...floatField, component: QuietFloat });
registry.category("fields").add("ats_quiet_integer", { ...integerField, component: QuietInteger });
