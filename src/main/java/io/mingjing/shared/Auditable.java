package io.mingjing.shared;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that must stand in the log. Published as an application event inside the transaction of the act; the log
 * writes it before that transaction commits, or the act does not happen.
 */
public interface Auditable {

    /** Code of the act, {@code "<module>.<pastTense>"}; its text is {@code log.<kind>} in the message bundles. */
    String kind();

    /** The case whose stream this belongs to; null for acts outside any case. */
    @Nullable
    String caseId();

    Actor actor();

    /** Codes, ids, numbers and ISO dates that tell what happened; no sentences, no personal data. */
    Map<String, Object> facts();

    /** Values that name or describe a person; the log keeps only salted digests of them in the chain. */
    default Map<String, String> personal() {
        return Map.of();
    }

    /** The day on which the act has its effect in law, where that is not the day of recording. */
    default @Nullable LocalDate legalDate() {
        return null;
    }
}
