package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a limit changes and by whom, as its version keeps it.
 *
 * @param code an act, a fact, a ground, the calendar, the step of a process
 * @param order number of the document that orders the change
 * @param on legal date of the change; null when it is none of its own
 */
record LimitCause(
        LimitChange.Kind kind,
        String code,
        @Nullable String reason,
        @Nullable String order,
        @Nullable LocalDate on,
        Actor actor) {

    static LimitCause of(LimitChange.Kind kind, String code, Actor actor) {
        return new LimitCause(kind, code, null, null, null, actor);
    }

    LimitCause because(@Nullable String why) {
        return new LimitCause(kind, code, why, order, on, actor);
    }

    LimitCause by(@Nullable String document) {
        return new LimitCause(kind, code, reason, document, on, actor);
    }

    LimitCause on(@Nullable LocalDate day) {
        return new LimitCause(kind, code, reason, order, day, actor);
    }
}
