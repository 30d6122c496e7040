package io.mingjing.shared.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A limit of a case has got new dates (opened, paused, resumed, extended, re-dated). {@code dueOn} is null while a pause is open; {@code version} counts the versions of the limit. */
public record LimitMoved(
        String caseId,
        String limitId,
        int version,
        String rule,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate yellowOn,
        @Nullable LocalDate redOn,
        boolean paused,
        boolean provisional,
        String cause) {}
