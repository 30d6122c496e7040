package io.mingjing.review;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the committee is to be consulted.
 *
 * @param manner MEETING or WRITTEN
 * @param on day of the meeting, or by which the members are asked to write; the law sets none
 * @param place of the meeting
 * @param members names as the register has them
 */
public record ConsultationPlan(
        String manner, LocalDate on, @Nullable String place, List<String> members) {

    public ConsultationPlan {
        members = List.copyOf(members);
    }
}
