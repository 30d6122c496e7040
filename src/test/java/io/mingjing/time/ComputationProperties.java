package io.mingjing.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of every limit, whatever its dates. */
class ComputationProperties {

    private static final WorkingCalendar CALENDAR = TimeFixture.LIMITS.calendar();

    @Property
    void aLaterStartNeverGivesAnEarlierDueDay(
            @ForAll("requests") LimitRequest request, @ForAll @IntRange(min = 1, max = 40) int later) {
        LimitRequest moved = from(request, request.start().plusDays(later));

        assertThat(due(moved)).isAfterOrEqualTo(due(request));
    }

    @Property
    void aLongerPauseNeverGivesAnEarlierDueDay(
            @ForAll("paused") LimitRequest request, @ForAll @IntRange(min = 1, max = 30) int longer) {
        List<Pause> pauses = new ArrayList<>(request.pauses());
        Pause first = pauses.get(0);
        pauses.set(0, new Pause(first.from(), Objects.requireNonNull(first.to()).plusDays(longer)));

        assertThat(due(with(request, pauses, request.extensionDays()))).isAfterOrEqualTo(due(request));
    }

    @Property
    void aLongerExtensionNeverGivesAnEarlierDueDay(@ForAll("paused") LimitRequest request) {
        LimitRule rule = TimeFixture.LIMITS.rule(request.rule());
        for (int extension = 1; extension <= rule.maxExtension(); extension++) {
            assertThat(due(with(request, request.pauses(), extension)))
                    .isAfterOrEqualTo(due(with(request, request.pauses(), extension - 1)));
        }
    }

    @Property
    void nothingButAFixedLimitEndsOnARestDay(@ForAll("requests") LimitRequest request) {
        Method method = TimeFixture.LIMITS.rule(request.rule()).method();
        if (method == Method.NATURAL_DAYS_FIXED || method == Method.YEARS_MINUS_DAY) {
            return;
        }
        assertThat(CALENDAR.isWorkingDay(due(request))).isTrue();
    }

    @Property
    void theOrderOfPausesDoesNotMatter(@ForAll("paused") LimitRequest request) {
        List<Pause> reversed = new ArrayList<>(request.pauses());
        java.util.Collections.reverse(reversed);

        assertThat(due(with(request, reversed, request.extensionDays()))).isEqualTo(due(request));
    }

    @Property
    void computingTwiceEqualsComputingOnce(@ForAll("requests") LimitRequest request) {
        assertThat(TimeFixture.LIMITS.compute(request)).isEqualTo(TimeFixture.LIMITS.compute(request));
    }

    @Property
    void stepsAndDatesAreTheSameComputation(@ForAll("requests") LimitRequest request) {
        Computed explained = TimeFixture.LIMITS.compute(request);
        Computed dates = TimeFixture.LIMITS.dates(request);

        assertThat(dates.due()).isEqualTo(explained.due());
        assertThat(dates.steps()).isEmpty();
        assertThat(explained.steps()).last().extracting(Step::date).isEqualTo(explained.due());
    }

    @Property
    void theStepsAddUpToTheDate(@ForAll("requests") LimitRequest request) {
        LimitRule rule = TimeFixture.LIMITS.rule(request.rule());
        Computed computed = TimeFixture.LIMITS.compute(request);
        List<Step> counted = computed.steps().stream()
                .filter(step -> step.day() > 0 && !step.code().startsWith("ROLLED"))
                .toList();
        int length = Objects.requireNonNull(rule.length()) + request.extensionDays();
        if (rule.method() == Method.YEARS_MINUS_DAY || rule.method() == Method.CLEAR_WORKING_DAYS_BEFORE) {
            assertThat(counted).last().extracting(Step::day).isEqualTo(length);
            return;
        }
        assertThat(counted).hasSize(rule.leadLength() + length);
        assertThat(counted.get(counted.size() - 1).day()).isEqualTo(length);
        assertThat(computed.steps()).isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
    }

    @Property
    void theYellowLightComesBeforeTheRedOneAndRedIsOverdue(@ForAll("requests") LimitRequest request) {
        Computed computed = TimeFixture.LIMITS.dates(request);
        LocalDate due = Objects.requireNonNull(computed.due());
        LocalDate yellow = Objects.requireNonNull(computed.yellowOn());
        int threshold = TimeFixture.LIMITS.rule(request.rule()).yellow();

        assertThat(computed.redOn()).isEqualTo(due.plusDays(1));
        assertThat(yellow).isBeforeOrEqualTo(due);
        assertThat(TimeFixture.LIMITS.daysLeft(computed.unit(), yellow, due)).isLessThanOrEqualTo(threshold);
        if (yellow.isAfter(request.start())) {
            assertThat(TimeFixture.LIMITS.daysLeft(computed.unit(), yellow.minusDays(1), due))
                    .isGreaterThan(threshold);
        }
    }

    @Provide
    Arbitrary<LimitRequest> requests() {
        return Arbitraries.of(TimeFixture.LIMITS.rules().stream()
                        .filter(rule -> !rule.setByDocument())
                        .toList())
                .flatMap(this::requests);
    }

    @Provide
    Arbitrary<LimitRequest> paused() {
        return Arbitraries.of(TimeFixture.LIMITS.rules().stream()
                        .filter(rule -> !rule.setByDocument() && rule.pausable())
                        .toList())
                .flatMap(this::requests)
                .filter(request -> !request.pauses().isEmpty());
    }

    private Arbitrary<LimitRequest> requests(LimitRule rule) {
        Arbitrary<LocalDate> starts = Arbitraries.integers()
                .between(0, 1500)
                .map(days -> LocalDate.of(2023, 2, 1).plusDays(days));
        Arbitrary<Integer> extensions = Arbitraries.integers().between(0, rule.maxExtension());
        return Combinators.combine(starts, extensions)
                .flatAs((start, extension) -> pauses(rule, start)
                        .map(pauses -> new LimitRequest(rule.id(), start, pauses, extension, null, null)));
    }

    private static Arbitrary<List<Pause>> pauses(LimitRule rule, LocalDate start) {
        Arbitrary<Pause> pause = Combinators.combine(
                        Arbitraries.integers().between(0, 80),
                        Arbitraries.integers().between(0, 30))
                .as((after, days) ->
                        new Pause(start.plusDays(after), start.plusDays(after).plusDays(days)));
        return pause.list().ofMaxSize(rule.pausable() ? 4 : 0);
    }

    private static LimitRequest from(LimitRequest request, LocalDate start) {
        return new LimitRequest(request.rule(), start, request.pauses(), request.extensionDays(), null, null);
    }

    private static LimitRequest with(LimitRequest request, List<Pause> pauses, int extension) {
        return new LimitRequest(request.rule(), request.start(), pauses, extension, null, null);
    }

    private static LocalDate due(LimitRequest request) {
        return Objects.requireNonNull(TimeFixture.LIMITS.dates(request).due());
    }
}
