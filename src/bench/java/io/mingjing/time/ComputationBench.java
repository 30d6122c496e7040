package io.mingjing.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * Computations per second on one core, with and without explanation, over the whole catalogue: {@code mvn -Pbench
 * test-compile exec:java -Dbench=io.mingjing.time.ComputationBench}.
 */
public final class ComputationBench {

    private static final int REQUESTS = 20_000;
    private static final long SECONDS = 3_000_000_000L;

    private ComputationBench() {}

    public static void main(String[] args) {
        TimeLimits limits = TimeFixture.LIMITS;
        Explanations explanations = TimeFixture.explanations();
        List<LimitRequest> requests = requests(limits);
        report("dates only", requests, request -> limits.dates(request).start().toEpochDay());
        report(
                "dates and steps",
                requests,
                request -> limits.compute(request).steps().size());
        report(
                "dates, steps and paragraph",
                requests,
                request -> explanations
                        .paragraph(limits.compute(request), Locale.SIMPLIFIED_CHINESE)
                        .length());
    }

    private static void report(String what, List<LimitRequest> requests, ToLongFunction<LimitRequest> work) {
        run(requests, work, SECONDS);
        long done = run(requests, work, SECONDS);
        System.out.printf(Locale.ROOT, "%-28s %,12d /s%n", what, done * 1_000_000_000L / SECONDS);
    }

    private static long run(List<LimitRequest> requests, ToLongFunction<LimitRequest> work, long nanos) {
        long end = System.nanoTime() + nanos;
        long done = 0;
        long sum = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 500; i++) {
                sum += work.applyAsLong(requests.get((int) (done++ % REQUESTS)));
            }
        }
        if (sum == 42) {
            System.out.println(); // the sum is used, so the work is done
        }
        return done;
    }

    private static List<LimitRequest> requests(TimeLimits limits) {
        Random random = new Random(1);
        List<LimitRule> rules =
                limits.rules().stream().filter(rule -> !rule.setByDocument()).toList();
        List<LimitRequest> requests = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            LimitRule rule = rules.get(random.nextInt(rules.size()));
            LocalDate start = LocalDate.of(2023, 2, 1).plusDays(random.nextInt(1200));
            LocalDate from = start.plusDays(random.nextInt(30));
            List<Pause> pauses = rule.pausable() && random.nextBoolean()
                    ? List.of(new Pause(from, from.plusDays(random.nextInt(30))))
                    : List.of();
            requests.add(new LimitRequest(rule.id(), start, pauses, rule.maxExtension(), null, null));
        }
        return requests;
    }
}
