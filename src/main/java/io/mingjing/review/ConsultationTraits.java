package io.mingjing.review;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the unit has found about a case that decides on consulting the committee.
 *
 * @param traits codes of {@link ConsultationDuty.Ground}, comma-separated
 */
public record ConsultationTraits(
        String caseId, String traits, String reason, String setBy, Instant setAt, int version) {

    /** The codes one by one. */
    public List<String> list() {
        return Stream.of(traits.split(",")).filter(code -> !code.isEmpty()).toList();
    }
}
