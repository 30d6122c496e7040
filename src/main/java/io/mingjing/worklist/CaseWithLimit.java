package io.mingjing.worklist;

import io.mingjing.shared.Area;
import io.mingjing.time.DayUnit;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A case beside one of its limits, as one row of a join; without limits the case alone. */
record CaseWithLimit(
        Area area,
        String registerNo,
        @Nullable String caseNo,
        String title,
        String governmentId,
        String governmentPath,
        @Nullable String id,
        @Nullable String rule,
        @Nullable Integer version,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate yellowOn,
        @Nullable LocalDate redOn,
        @Nullable DayUnit unit,
        @Nullable Boolean provisional,
        @Nullable LocalDate pausedOn) {

    CaseRow file() {
        return new CaseRow(area, registerNo, caseNo, title, governmentId, governmentPath);
    }

    Optional<LimitRow> limit() {
        return id == null || rule == null || version == null || unit == null || provisional == null
                ? Optional.empty()
                : Optional.of(new LimitRow(id, rule, version, dueOn, yellowOn, redOn, unit, provisional, pausedOn));
    }
}
