package io.mingjing.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a case.
 *
 * @param taskId task it was handed in with; null when it belongs to the case alone
 * @param label what it is, such as 答复书
 * @param fileName name as given, cleaned
 * @param mediaType by content, not by name
 * @param size bytes
 * @param sha256 digest of the content, lower-case hex
 * @param part part of the file it belongs to
 */
public record Attachment(
        String id,
        String caseId,
        @Nullable String taskId,
        String label,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        FilePart part,
        String uploadedBy,
        Instant uploadedAt) {}
