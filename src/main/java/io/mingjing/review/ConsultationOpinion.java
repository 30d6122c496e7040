package io.mingjing.review;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the committee answered.
 *
 * @param attended names of those who gave their opinion; each of them has one vote
 * @param differences dissenting opinions; needed as soon as one did not vote for it
 */
public record ConsultationOpinion(
        LocalDate on,
        List<String> attended,
        int votesFor,
        int votesAgainst,
        int abstentions,
        String opinion,
        @Nullable String differences) {

    public ConsultationOpinion {
        attended = List.copyOf(attended);
    }
}
