package io.mingjing.document;

import java.time.Instant;

/**
 * An electronic seal on an issued letter; a letter bears one at most.
 *
 * @param seal name of the seal
 * @param port the service that put it on
 * @param certificate what that service calls the act
 * @param placeholder without legal force: put on by a demonstration
 * @param fileSha256 digest of the sealed file
 */
public record ElectronicSeal(
        String id,
        String letterId,
        String seal,
        String port,
        String certificate,
        boolean placeholder,
        String fileSha256,
        String mediaType,
        String byId,
        String byName,
        Instant sealedAt) {}
