package io.mingjing.document;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 用印登记: a seal was put on copies of an issued letter.
 *
 * @param seal name of the seal
 * @param copies number of sealed copies
 * @param keeper who keeps the seal and put it on
 * @param scanAttachmentId scan of the sealed paper
 */
public record SealEntry(
        String id,
        String letterId,
        String seal,
        int copies,
        String keeper,
        LocalDate sealedOn,
        @Nullable String scanAttachmentId,
        String byId,
        String byName,
        Instant recordedAt) {}
