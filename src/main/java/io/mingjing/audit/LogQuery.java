package io.mingjing.audit;

import io.mingjing.shared.LikePattern;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are looked for; null means any.
 *
 * @param kind whole kind, {@code letter.issued}, or the module's part with a dot at its end, {@code letter.}
 * @param from first day of recording, included
 * @param to last day of recording, included
 */
public record LogQuery(
        @Nullable String caseId,
        @Nullable String actorId,
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    @Nullable
    LocalDateTime start() {
        return from == null ? null : from.atStartOfDay();
    }

    @Nullable
    LocalDateTime end() {
        return to == null ? null : to.plusDays(1).atStartOfDay();
    }

    @Nullable
    String kindPattern() {
        if (kind == null || !kind.endsWith(".")) {
            return null;
        }
        return LikePattern.escape(kind) + "%";
    }
}
