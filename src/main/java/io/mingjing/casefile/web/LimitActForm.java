package io.mingjing.casefile.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An act on a limit as a page or a machine asks for it; which values count depends on the act.
 *
 * @param act pause, resume, extend or convert
 * @param from first day of a pause
 * @param on day of resumption
 * @param ground code of the ground of a pause
 * @param order number of the document that orders the act
 * @param days days of an extension, in the unit of the limit; for a pause how long it is expected to last, in natural days
 */
record LimitActForm(
        @Nullable String act,
        @Nullable LocalDate from,
        @Nullable LocalDate on,
        @Nullable String ground,
        @Nullable String order,
        @Nullable Integer days,
        @Nullable String reason) {

    LimitActForm as(String name) {
        return new LimitActForm(name, from, on, ground, order, days, reason);
    }
}
