package io.mingjing.review;

import io.mingjing.shared.Refusal;
import io.mingjing.time.Computed;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.TimeLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says whether an application came in time (行政复议法 art. 20, 21; 实施条例 art. 23, 24, 38.2). Every date comes from the one clock. */
@Component
public class ApplicationWindows {

    private static final String WINDOW = "AR-APPLY";
    private static final String YEAR = "AR-APPLY-MAX1Y";
    private static final String NO_ACTION = "AR-NONPERF-APPLY";
    private static final String NO_ACTION_OPENS = "AR-NONPERF-OPEN";
    private static final int CUT_OFF_YEARS = 5;
    private static final int CUT_OFF_YEARS_REAL_ESTATE = 20;

    /** No roll of a last day reaches farther: the longest run of rest days is shorter. */
    private static final int LONGEST_ROLL = 15;

    /** A number of years less a day, without roll. */
    private static final String YEARS_UNROLLED = "ND-VALID5Y";

    private final TimeLimits limits;

    ApplicationWindows(TimeLimits limits) {
        this.limits = limits;
    }

    /**
     * The time to apply.
     *
     * @param actKind {@code NON_PERFORMANCE} runs from the request, everything else from the act
     * @param actMadeOn day of the act
     * @param knownOn day of the event by which the applicant came to know of it
     */
    public ApplicationWindow of(
            IntakeFacts facts,
            LocalDate receivedOn,
            String actKind,
            @Nullable LocalDate actMadeOn,
            @Nullable LocalDate knownOn) {
        LocalDate filedOn = facts.filedOn(receivedOn);
        return actKind.equals("NON_PERFORMANCE") && facts.requestedOn() != null
                ? noAction(facts, facts.requestedOn(), filedOn)
                : act(facts, filedOn, actMadeOn, knownOn);
    }

    /** Last day for the penalising agency to relay the application, or to correct its penalty (行政复议法 art. 32.2; 实施条例 art. 38.1). */
    public @Nullable LocalDate relayDue(IntakeFacts facts) {
        LocalDate received = facts.agencyReceivedOn();
        if (received == null) {
            return null;
        }
        String rule = "CORRECTED".equals(facts.agencyHandling()) ? "AR-SELFFIX" : "AR-RELAY";
        return limits.dates(LimitRequest.of(rule, received)).due();
    }

    private ApplicationWindow act(
            IntakeFacts facts, LocalDate filedOn, @Nullable LocalDate actMadeOn, @Nullable LocalDate knownOn) {
        // 实施条例 art. 23, item 1: an act made on the spot is known on the day it is made
        LocalDate known = facts.knownHow() == KnownHow.ON_THE_SPOT && actMadeOn != null ? actMadeOn : knownOn;
        List<Computed> computed = new ArrayList<>();
        String lateBy = null;
        if (known != null && facts.rightsTold()) {
            lateBy = take(window(facts, known), filedOn, "WINDOW", computed, lateBy);
        } else if (known != null) {
            // art. 20.3: from being told of the remedy, but a year from knowing the content at most
            LocalDate told = facts.rightsToldOn();
            if (told != null) {
                lateBy = take(window(facts, told), filedOn, "WINDOW", computed, lateBy);
            }
            lateBy = take(LimitRequest.of(YEAR, known), filedOn, "YEAR", computed, lateBy);
        }
        LocalDate cutOff = null;
        if (actMadeOn != null) {
            // art. 21, absolute: nothing stops it
            int years = facts.realEstate() ? CUT_OFF_YEARS_REAL_ESTATE : CUT_OFF_YEARS;
            LimitRequest request = new LimitRequest(YEAR, actMadeOn, List.of(), 0, years, null);
            cutOff = dates(request).map(Computed::due).orElse(null);
            if (passed(request, cutOff, filedOn)) {
                lateBy = "CUT_OFF";
            }
        }
        computed.sort(Comparator.comparing(one -> Objects.requireNonNullElse(one.due(), LocalDate.MAX)));
        return new ApplicationWindow(known, first(computed), filedOn, computed, cutOff, lateBy, false);
    }

    /** 实施条例 art. 24: from the end of the organ's own time; without one from sixty days after the request; at once where urgent. */
    private ApplicationWindow noAction(IntakeFacts facts, LocalDate requestedOn, LocalDate filedOn) {
        LocalDate dutyDue = facts.dutyDueOn();
        List<Computed> computed = new ArrayList<>();
        String lateBy;
        LocalDate opens;
        if (dutyDue != null) {
            opens = dutyDue;
            lateBy = take(window(facts, dutyDue), filedOn, "WINDOW", computed, null);
        } else {
            opens = Objects.requireNonNull(
                    limits.dates(LimitRequest.of(NO_ACTION_OPENS, requestedOn)).due());
            lateBy = take(
                    new LimitRequest(NO_ACTION, requestedOn, List.of(), 0, facts.windowDays(), null),
                    filedOn,
                    "WINDOW",
                    computed,
                    null);
        }
        boolean early = !facts.urgent() && !filedOn.isAfter(opens);
        return new ApplicationWindow(
                dutyDue == null ? requestedOn : dutyDue, first(computed), filedOn, computed, null, lateBy, early);
    }

    private LimitRequest window(IntakeFacts facts, LocalDate start) {
        return new LimitRequest(WINDOW, start, facts.pauses(), 0, facts.windowDays(), null);
    }

    private @Nullable String take(
            LimitRequest request, LocalDate filedOn, String code, List<Computed> computed, @Nullable String lateBy) {
        Optional<Computed> dates = dates(request);
        dates.ifPresent(computed::add);
        boolean open = dates.isPresent() && dates.get().due() == null;
        boolean passed = !open && passed(request, dates.map(Computed::due).orElse(null), filedOn);
        return passed ? code : lateBy;
    }

    /** Nothing where the calendar does not reach that far back. */
    private Optional<Computed> dates(LimitRequest request) {
        try {
            return Optional.of(limits.compute(request));
        } catch (Refusal refusal) {
            if (refusal.code().equals("CALENDAR_MISSING")) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Where no calendar tells the due day, it has passed for certain once the longest roll is over too. */
    private boolean passed(LimitRequest request, @Nullable LocalDate due, LocalDate filedOn) {
        if (due != null) {
            return filedOn.isAfter(due);
        }
        int length = Objects.requireNonNullElse(
                request.length(),
                Objects.requireNonNullElse(
                        limits.rule(request.rule(), request.start()).length(), 0));
        LocalDate last = request.rule().equals(YEAR)
                ? unrolled(YEARS_UNROLLED, request.start(), length)
                : unrolled(NO_ACTION_OPENS, request.start(), length);
        return filedOn.isAfter(unrolled(NO_ACTION_OPENS, last, LONGEST_ROLL));
    }

    /** A limit that neither rolls nor asks a calendar. */
    private LocalDate unrolled(String rule, LocalDate start, int length) {
        return Objects.requireNonNull(limits.dates(new LimitRequest(rule, start, List.of(), 0, length, null))
                .due());
    }

    private static @Nullable LocalDate first(List<Computed> computed) {
        return computed.stream()
                .map(Computed::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
