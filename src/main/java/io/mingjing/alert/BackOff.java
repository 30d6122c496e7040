package io.mingjing.alert;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after failures: doubling up to a ceiling, each wait between half and all of it, so that many do not return at once. */
final class BackOff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    BackOff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** @param failures in a row, at least 1 */
    Duration after(int failures) {
        long whole = first.toSeconds();
        for (int i = 1; i < failures && whole < longest.toSeconds(); i++) {
            whole *= 2;
        }
        long capped = Math.max(1, Math.min(whole, longest.toSeconds()));
        return Duration.ofSeconds(capped - random.nextLong(capped / 2 + 1));
    }
}
