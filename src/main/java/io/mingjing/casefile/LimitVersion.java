package io.mingjing.casefile;

import io.mingjing.time.Computed;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Extension;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.Pause;
import io.mingjing.time.Thresholds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next version of a limit: new inputs, and the dates that were computed from them. Pure. */
final class LimitVersion {

    private LimitVersion() {}

    /** A limit that opens now. */
    static CaseLimit opened(
            String id,
            String caseId,
            @Nullable String activityId,
            @Nullable String scopeId,
            String startFact,
            LimitRequest request,
            Computed dates) {
        return new CaseLimit(
                id,
                caseId,
                request.rule(),
                activityId,
                scopeId,
                LimitState.RUNNING,
                startFact,
                request.start(),
                request.length(),
                request.unit(),
                request.extensionDays(),
                dates.due(),
                dates.yellowOn(),
                dates.redOn(),
                dates.unit(),
                dates.provisional(),
                dates.calendarVersion(),
                null,
                null,
                request.endOn(),
                request.lights(),
                1,
                request.pauses(),
                request.extensions());
    }

    static LimitRequest paused(CaseLimit limit, LocalDate from, @Nullable LocalDate to, String ground, String order) {
        List<Pause> pauses = new ArrayList<>(limit.pauses());
        pauses.add(new Pause(from, to, ground, order));
        return inputs(limit, limit.startOn(), pauses, limit.extensions(), limit.setLength(), limit.setUnit());
    }

    static LimitRequest resumed(CaseLimit limit, ResumeOrder order) {
        List<Pause> pauses = limit.pauses().stream()
                .map(pause -> order.ends(pause) ? until(pause, order.on()) : pause)
                .toList();
        return inputs(limit, limit.startOn(), pauses, limit.extensions(), limit.setLength(), limit.setUnit());
    }

    /** As it would be had it not stood still since that day. */
    static LimitRequest runningOn(CaseLimit limit, LocalDate day) {
        List<Pause> pauses = limit.pauses().stream()
                .filter(pause -> pause.from().isBefore(day))
                .map(pause -> pause.to() == null || pause.to().isAfter(day) ? until(pause, day) : pause)
                .toList();
        return inputs(limit, limit.startOn(), pauses, limit.extensions(), limit.setLength(), limit.setUnit());
    }

    private static Pause until(Pause pause, LocalDate to) {
        return new Pause(pause.from(), to, pause.ground(), pause.order());
    }

    /** Since when it stands still: pauses that overlap or touch are one; null while it runs. */
    private static @Nullable LocalDate stillSince(List<Pause> pauses) {
        LocalDate since = pauses.stream()
                .filter(pause -> pause.to() == null)
                .map(Pause::from)
                .min(LocalDate::compareTo)
                .orElse(null);
        if (since == null) {
            return null;
        }
        for (Pause pause : pauses.stream()
                .sorted(Comparator.comparing(Pause::from).reversed())
                .toList()) {
            if (pause.from().isBefore(since)
                    && pause.to() != null
                    && !pause.to().isBefore(since)) {
                since = pause.from();
            }
        }
        return since;
    }

    static LimitRequest extended(CaseLimit limit, Extension extension) {
        List<Extension> extensions = new ArrayList<>(limit.extensions());
        extensions.add(extension);
        return inputs(limit, limit.startOn(), limit.pauses(), extensions, limit.setLength(), limit.setUnit());
    }

    static LimitRequest startingOn(CaseLimit limit, LocalDate start) {
        return inputs(limit, start, limit.pauses(), limit.extensions(), limit.setLength(), limit.setUnit());
    }

    static LimitRequest lasting(CaseLimit limit, int length, DayUnit unit) {
        return inputs(limit, limit.startOn(), limit.pauses(), limit.extensions(), length, unit);
    }

    /** Another length or another last day by order; null for the catalogue's. */
    static LimitRequest ordered(CaseLimit limit, @Nullable Integer length, @Nullable LocalDate endOn) {
        return new LimitRequest(
                limit.rule(),
                limit.startOn(),
                limit.pauses(),
                limit.extensions(),
                length,
                limit.setUnit(),
                limit.lights(),
                endOn);
    }

    /** The lights of another organ, or of the organ as they are now; null for the catalogue's. */
    static LimitRequest lit(CaseLimit limit, @Nullable Thresholds lights) {
        return new LimitRequest(
                limit.rule(),
                limit.startOn(),
                limit.pauses(),
                limit.extensions(),
                limit.setLength(),
                limit.setUnit(),
                lights,
                limit.endOn());
    }

    private static LimitRequest inputs(
            CaseLimit limit,
            LocalDate start,
            List<Pause> pauses,
            List<Extension> extensions,
            @Nullable Integer length,
            @Nullable DayUnit unit) {
        return new LimitRequest(limit.rule(), start, pauses, extensions, length, unit, limit.lights(), limit.endOn());
    }

    /** The limit with those inputs and dates; it stands paused while one of its pauses is open. */
    static CaseLimit dated(CaseLimit limit, LimitRequest request, Computed dates) {
        LocalDate pausedOn = stillSince(request.pauses());
        return new CaseLimit(
                limit.id(),
                limit.caseId(),
                limit.rule(),
                limit.activityId(),
                limit.scopeId(),
                pausedOn == null ? LimitState.RUNNING : LimitState.PAUSED,
                limit.startFact(),
                request.start(),
                request.length(),
                request.unit(),
                request.extensionDays(),
                dates.due(),
                dates.yellowOn(),
                dates.redOn(),
                dates.unit(),
                dates.provisional(),
                dates.calendarVersion(),
                pausedOn,
                limit.metOn(),
                request.endOn(),
                request.lights(),
                limit.version() + 1,
                request.pauses(),
                request.extensions());
    }

    /** The limit in a state in which it no longer runs; its last dates stay for the record. */
    static CaseLimit ended(CaseLimit limit, LimitState state, @Nullable LocalDate metOn) {
        return new CaseLimit(
                limit.id(),
                limit.caseId(),
                limit.rule(),
                limit.activityId(),
                limit.scopeId(),
                state,
                limit.startFact(),
                limit.startOn(),
                limit.setLength(),
                limit.setUnit(),
                limit.extensionDays(),
                limit.dueOn(),
                limit.yellowOn(),
                limit.redOn(),
                limit.unit(),
                limit.provisional(),
                limit.calendarVersion(),
                null,
                metOn,
                limit.endOn(),
                limit.lights(),
                limit.version() + 1,
                limit.pauses(),
                limit.extensions());
    }
}
