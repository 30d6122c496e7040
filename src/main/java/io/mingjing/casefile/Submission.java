package io.mingjing.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody handed in with a form; immutable.
 *
 * @param taskId task it completed; null for the form that started the case
 * @param formVersion version of the deployed process definition whose form it was
 * @param values as checked by the form
 * @param digest SHA-256 of {@link #canonical}, lower-case hex
 * @param actedOn 补录: the day on which a past act was done; null where it is the day of {@code submittedAt}
 * @param canonical salt and values as canonical JSON (RFC 8785), exactly what the digest covers
 */
public record Submission(
        String id,
        String caseId,
        @Nullable String taskId,
        String processKey,
        String taskKey,
        String formId,
        int formVersion,
        Map<String, Object> values,
        String digest,
        String canonical,
        String actorId,
        String actorName,
        Instant submittedAt,
        @Nullable LocalDate actedOn) {

    /** Whether a past act was entered afterwards 补录. */
    public boolean backfilled() {
        return actedOn != null;
    }

    @Override
    public String toString() {
        return "Submission[" + id + " " + taskKey + "]"; // values may name people
    }
}
