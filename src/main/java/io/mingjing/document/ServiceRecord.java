package io.mingjing.document;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a letter was served on one recipient.
 *
 * @param actedOn day of the act: signing, arrival, return slip, or publication of the notice
 * @param servedOn day on which the letter counts as served; differs from {@code actedOn} for a public notice only
 */
public record ServiceRecord(
        String id,
        String letterId,
        String recipientId,
        ServiceMethod method,
        LocalDate actedOn,
        LocalDate servedOn,
        @Nullable String evidenceAttachmentId,
        @Nullable String note,
        String byId,
        String byName,
        Instant recordedAt) {}
