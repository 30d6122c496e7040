package io.mingjing.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A material that was taken in at the desk.
 *
 * @param form ORIGINAL, COPY or ELECTRONIC
 * @param pages pages of one copy; null where they were not counted
 */
public record Material(
        String id,
        int seq,
        String name,
        String form,
        int copies,
        @Nullable Integer pages,
        LocalDate receivedOn) {}
