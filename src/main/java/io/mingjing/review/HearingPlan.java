package io.mingjing.review;

import java.time.LocalDate;
import java.util.List;

/**
 * Where, when and before whom a hearing is to be held.
 *
 * @param time such as {@code 09:30}
 * @param officers names of the hearing officers, at least two
 */
public record HearingPlan(
        LocalDate on, String time, String place, String chair, List<String> officers, String recorder) {

    public HearingPlan {
        officers = List.copyOf(officers);
    }
}
