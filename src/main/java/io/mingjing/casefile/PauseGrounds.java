package io.mingjing.casefile;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a clock may stand still; text under {@code time.ground.<code>}. */
public final class PauseGrounds {

    /** 行政复议法 art. 39.1, items 1 to 10: suspension 中止 of a review. */
    private static final List<String> REVIEW_SUSPENSION = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");

    /** Excluded time: 行政复议法实施条例 art. 45 (site inspection), 46 (expert appraisal), 40.2 (request for elevation). */
    private static final List<String> REVIEW_EXCLUDED = List.of("SITE", "APPRAISAL", "ELEVATION");

    private static final List<String> OTHER = List.of("OTHER");

    private PauseGrounds() {}

    /** Suspension on these grounds brings termination up for decision after sixty days (行政复议法 art. 41). */
    private static final List<String> TERMINATION = List.of("1", "2", "4");

    /** Whether a pause of that limit on that ground suspends the case 中止, as the decision limits of a review do. */
    public static boolean suspends(String rule, String ground) {
        return rule.startsWith("AR-") && REVIEW_SUSPENSION.contains(ground);
    }

    /** Whether a pause of that limit on that ground leaves time out of account and suspends nothing (实施条例 art. 40, 45, 46). */
    public static boolean excludes(String rule, @Nullable String ground) {
        return rule.startsWith("AR-") && ground != null && REVIEW_EXCLUDED.contains(ground);
    }

    /** Whether a suspension on that ground is watched: after sixty days termination 终止 must be decided on. */
    public static boolean watched(String ground) {
        return TERMINATION.contains(ground);
    }

    /** The grounds on which a limit of that rule may be paused. */
    public static List<String> of(String rule) {
        if (rule.startsWith("AR-")) {
            return Stream.concat(REVIEW_SUSPENSION.stream(), REVIEW_EXCLUDED.stream())
                    .toList();
        }
        return OTHER;
    }
}
