package io.mingjing.document;

import java.time.Instant;

/**
 * A file that somebody left before there was a case to put it into.
 *
 * @param place what it belongs to until then, such as {@code portal/<id of the draft>}
 * @param label what it is, a code or a few words
 * @param mediaType by content, not by name
 * @param size bytes
 * @param sha256 digest of the content, lower-case hex
 */
public record Deposit(
        String id,
        String place,
        String label,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        Instant leftAt) {}
