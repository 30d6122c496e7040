package io.mingjing.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the log as it is stored. */
record EntryRow(
        long seq,
        @Nullable String caseId,
        @Nullable Long caseSeq,
        Instant recordedAt,
        String actorId,
        String kind,
        @Nullable LocalDate legalDate,
        String payload,
        String prevHash,
        String hash) {}
