package io.mingjing.casefile;

import io.mingjing.time.DayUnit;
import io.mingjing.time.Extension;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.Pause;
import io.mingjing.time.Thresholds;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit of a case.
 *
 * @param rule id in the catalogue
 * @param activityId sub-process that spans it; null for limits without a timer
 * @param scopeId execution of that sub-process; null for limits without a timer
 * @param startFact key date from which it runs
 * @param setLength length set by a document; null for the catalogue's
 * @param extensionDays in the limit's own unit, all extensions together
 * @param dueOn last day; null while a pause is open
 * @param provisional a year without notice of the State Council was touched
 * @param pausedOn since when it stands still; null while no pause is open
 * @param metOn day on which the act was done, for a lapsed limit too late; null when the lapse itself ended it
 * @param endOn last day that an order or a special statute fixes; null where the limit is counted
 * @param lights lights of the organ that has the case; null for the catalogue's
 * @param version counts the changes of the limit
 * @param pauses in order of their first days
 * @param extensions in the order in which they were granted
 */
public record CaseLimit(
        String id,
        String caseId,
        String rule,
        @Nullable String activityId,
        @Nullable String scopeId,
        LimitState state,
        String startFact,
        LocalDate startOn,
        @Nullable Integer setLength,
        @Nullable DayUnit setUnit,
        int extensionDays,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate yellowOn,
        @Nullable LocalDate redOn,
        DayUnit unit,
        boolean provisional,
        String calendarVersion,
        @Nullable LocalDate pausedOn,
        @Nullable LocalDate metOn,
        @Nullable LocalDate endOn,
        @Nullable Thresholds lights,
        int version,
        List<Pause> pauses,
        List<Extension> extensions) {

    public CaseLimit {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /** Whether it stands still without the case being suspended, as during an appraisal. */
    public boolean excluded() {
        return state == LimitState.PAUSED
                && !LimitRules.suspended(this)
                && pauses.stream().anyMatch(pause -> pause.to() == null && PauseGrounds.excludes(rule, pause.ground()));
    }

    /** The inputs of its computation, for explanations. */
    public LimitRequest request() {
        return new LimitRequest(rule, startOn, pauses, extensions, setLength, setUnit, lights, endOn);
    }

    /** The light on that day: yellow and red from their first days on, red also while the act is overdue. */
    public Light light(LocalDate today) {
        return switch (state) {
            case PAUSED -> Light.PAUSED;
            case MET, LAPSED, CANCELLED, SUPERSEDED -> Light.NONE;
            case RUNNING ->
                reached(redOn, today) || past(today)
                        ? Light.RED
                        : reached(yellowOn, today) ? Light.YELLOW : Light.GREEN;
        };
    }

    private boolean past(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn);
    }

    private static boolean reached(@Nullable LocalDate first, LocalDate today) {
        return first != null && !today.isBefore(first);
    }
}
