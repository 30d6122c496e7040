package io.mingjing.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The arithmetic and a naive walk over the days say the same, on 100,000 random inputs over the whole catalogue. */
class NaiveComputationTest {

    private static final int INPUTS = 100_000;
    private static final LocalDate FIRST = LocalDate.of(2022, 9, 1);
    private static final int DAYS = 2700; // until the calendar ends, and a little further

    private final Random random = new Random(20261121);

    @Test
    void agreesWithTheNaiveWalkEverywhere() {
        List<LimitRule> rules = TimeFixture.LIMITS.rules();
        int refused = 0;
        int open = 0;
        int provisional = 0;
        for (int i = 0; i < INPUTS; i++) {
            LimitRule rule = rules.get(random.nextInt(rules.size()));
            LimitRequest request = request(rule);
            Object expected = outcome(() -> DayByDay.answer(rule, request));
            Object actual = outcome(() -> answer(TimeFixture.LIMITS.dates(request)));
            if (open(expected)) {
                // whether a date that does not exist would be provisional is nobody's question
                expected = "open";
                actual = open(actual) ? "open" : actual;
                open++;
            }
            assertThat(actual).as(request.toString()).isEqualTo(expected);
            refused += expected.equals("CALENDAR_MISSING") ? 1 : 0;
            provisional += expected instanceof DayByDay.Answer answer && answer.provisional() ? 1 : 0;
        }
        assertThat(refused).as("inputs beyond the calendar").isGreaterThan(1000);
        assertThat(open).as("open pauses").isGreaterThan(1000);
        assertThat(provisional).as("provisional dates").isGreaterThan(10_000);
    }

    private static boolean open(Object outcome) {
        return outcome instanceof DayByDay.Answer answer && answer.due() == null;
    }

    private static DayByDay.Answer answer(Computed computed) {
        return new DayByDay.Answer(computed.due(), computed.provisional());
    }

    private static Object outcome(Supplier<DayByDay.Answer> computation) {
        try {
            return computation.get();
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private LimitRequest request(LimitRule rule) {
        LocalDate start = FIRST.plusDays(random.nextInt(DAYS));
        int most = rule.extensionFree() ? 40 : rule.maxExtension();
        int extension = random.nextInt(4) == 0 ? random.nextInt(most + 1) : 0;
        Integer length = rule.setByDocument() ? 1 + random.nextInt(90) : null;
        DayUnit unit = !rule.setByDocument() ? null : random.nextBoolean() ? DayUnit.WORKING_DAY : DayUnit.NATURAL_DAY;
        return new LimitRequest(rule.id(), start, rule.pausable() ? pauses(start) : List.of(), extension, length, unit);
    }

    private List<Pause> pauses(LocalDate start) {
        List<Pause> pauses = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate from = start.plusDays(random.nextInt(110) - 10);
            pauses.add(new Pause(from, end(from)));
        }
        return pauses;
    }

    private @Nullable LocalDate end(LocalDate from) {
        return random.nextInt(8) == 0 ? null : from.plusDays(random.nextInt(50));
    }
}
