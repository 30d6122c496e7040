package io.mingjing.worklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came with a form beside its values.
 *
 * @param formKey made with the form when it was shown, so that the same form sent twice is one act; null where there is
 *     none
 * @param version of the task when the form was shown; null where the caller shows none
 * @param actedOn 补录: the day on which a past act was done; null for an act of now
 */
public record Sending(
        @Nullable String formKey,
        @Nullable Integer version,
        @Nullable LocalDate actedOn) {

    /** Values and nothing else. */
    public static final Sending PLAIN = new Sending(null, null, null);
}
