package io.mingjing.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations of the same thing done again and again. */
public final class Timings {

    /** Something whose duration is taken. */
    public interface Work {
        void run() throws Exception;
    }

    private final long[] nanos;

    private Timings(long[] nanos) {
        this.nanos = nanos;
        Arrays.sort(nanos);
    }

    /** Does the work a number of times unmeasured, then {@code times} times measured. */
    public static Timings of(int warmUp, int times, Work work) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            work.run();
        }
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long from = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - from;
        }
        return new Timings(nanos);
    }

    /** Milliseconds under which that share (0 to 1) of the runs stayed. */
    public double millis(double share) {
        int index = (int) Math.ceil(share * nanos.length) - 1;
        return nanos[Math.max(0, Math.min(index, nanos.length - 1))] / 1_000_000.0;
    }

    public String median() {
        return text(millis(0.5));
    }

    public String p95() {
        return text(millis(0.95));
    }

    private static String text(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%,.0f ms", millis);
    }
}
